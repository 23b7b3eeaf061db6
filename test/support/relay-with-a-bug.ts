import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { OwnApp } from './own-app.ts'

export type RelayWithABug = {
  /** Makes the relay throw, at its top level, an error that nobody catches. */
  throwOnce(message: string): Promise<void>
}

/** From the relay's next start on it is the real one, with a bug beside it that waits to be told. */
export async function relayWithABug(app: OwnApp, folder: string): Promise<RelayWithABug> {
  const toldBy = join(folder, 'throw-now')
  const program = join(folder, 'relay-with-a-bug.mjs')
  const lines = [
    "import { existsSync, readFileSync, rmSync } from 'node:fs'",
    `const toldBy = ${JSON.stringify(toldBy)}`,
    'setInterval(() => {',
    '  if (!existsSync(toldBy)) return',
    "  const message = readFileSync(toldBy, 'utf8')",
    '  rmSync(toldBy)',
    '  throw new Error(message)',
    '}, 20)',
    `await import(${JSON.stringify(resolve('dist/relay/main.js'))})`,
  ]
  await writeFile(program, lines.join('\n'))
  await app.running().app.evaluate(({ utilityProcess }, withABug) => {
    const { fork } = utilityProcess
    utilityProcess.fork = (path, args, options) =>
      fork(/relay.main\.js$/.test(path) ? withABug : path, args, options)
  }, program)
  return { throwOnce: (message) => writeFile(toldBy, message) }
}
