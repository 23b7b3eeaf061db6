import { registerHooks } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Change = readonly [from: string, to: string]

/** What a mutant says on standard error once its change is in place. */
export const mutantMark = 'This relay is a mutant:'

/**
 * Changes one source file of this program as it is loaded, and nothing on disk. Throws when the words to change are
 * not there exactly once each: a mutant that changes nothing would prove nothing.
 */
export function mutate(path: string, changes: readonly Change[]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.startsWith('file:') || relative(process.cwd(), fileURLToPath(url)) !== path) return loaded
      const source = changes.reduce(changeOnce, textOf(loaded.source))
      process.stderr.write(`${mutantMark} ${path}\n`)
      return { ...loaded, source }
    },
  })
}

function changeOnce(source: string, [from, to]: Change): string {
  const parts = source.split(from)
  if (parts.length !== 2) throw new Error(`to be changed once, found ${parts.length - 1} times: ${from}`)
  return parts.join(to)
}

function textOf(source: unknown): string {
  if (typeof source === 'string') return source
  if (source instanceof Uint8Array) return Buffer.from(source).toString('utf8')
  throw new Error('a source file without its text')
}
