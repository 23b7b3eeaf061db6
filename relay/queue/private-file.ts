import { createWriteStream } from 'node:fs'
import { chmod, rename, unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, failed, type Result } from '../domain/result.ts'

/** `detail`: the system's words. */
export type NotWritten = { readonly reason: 'not-written'; readonly detail: string }

/**
 * Writes parts into a file that only this account can read; one that is there is replaced. Part by part, so that
 * memory stays flat. What could not be written whole is removed again.
 */
export async function writePrivateFile(
  path: string,
  parts: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
): Promise<Result<null, NotWritten>> {
  const partial = `${path}.part`
  try {
    await pipeline(Readable.from(parts, { objectMode: true }), createWriteStream(partial, { mode: 0o600 }))
    await chmod(partial, 0o600)
    await rename(partial, path)
    return done(null)
  } catch (fault) {
    await unlink(partial).catch(() => undefined)
    return failed({ reason: 'not-written', detail: fault instanceof Error ? fault.message : String(fault) })
  }
}
