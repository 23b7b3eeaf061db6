import { chmod, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startAsRoot } from './as-root.ts'
import { knowingNames, type OwnNames } from './private-world.ts'
import { waitUntil } from './wait-until.ts'

/**
 * An Electron that sees these names in its hosts file: so a product that has no switch for it reaches a double under
 * the real name. The program is written into `folder`, with what Playwright gives its own Electron alone.
 */
export async function electronWithNames(
  folder: string,
  electronFolder: string,
  names: OwnNames,
): Promise<string> {
  const program = join(folder, 'electron-with-names')
  const loader = resolve('node_modules/playwright-core/lib/server/electron/loader.js')
  const words = [...(await knowingNames(names, folder)), join(electronFolder, 'electron'), '-r', loader]
  const quoted = words.map((word) => `'${word}'`).join(' ')
  await writeFile(program, `#!/bin/sh\nexec ${quoted} "$@"\n`)
  await chmod(program, 0o755)
  return program
}

/** Passes on what comes to an address with a port that only root may open. Resolves once it listens. */
export async function startRootsPort(
  address: string,
  port: number,
  to: number,
): Promise<{ stop(): Promise<void> }> {
  const passOn = `
    const net = require('node:net')
    net.createServer((from) => {
      const to = net.connect(${to}, '127.0.0.1')
      from.on('error', () => to.destroy()).on('close', () => to.destroy()).pipe(to)
      to.on('error', () => from.destroy()).on('close', () => from.destroy()).pipe(from)
    }).listen(${port}, '${address}', () => console.log('listening'))`
  const door = startAsRoot(process.execPath, ['-e', passOn])
  await waitUntil(
    () => `port ${port}: ${door.stderr()}`,
    () => door.stdout().includes('listening'),
  )
  return {
    stop: async () => {
      await door.stop()
    },
  }
}
