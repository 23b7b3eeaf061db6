import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot, startAsRoot } from './as-root.ts'
import { waitUntil } from './wait-until.ts'

/** Name → address, for one program and its children alone. */
export type OwnNames = Readonly<Record<string, string>>

/**
 * A folder with an `electron` in it that sees these names in its hosts file, in a mount namespace of its own: so a
 * product that has no switch for it reaches a double under the real name. Put it in place of `electronFolder`.
 */
export async function electronWithNames(
  folder: string,
  electronFolder: string,
  names: OwnNames,
): Promise<string> {
  const hosts = join(folder, 'hosts')
  const lines = Object.entries({ localhost: '127.0.0.1', ...names }).map(
    ([name, address]) => `${address} ${name}\n`,
  )
  await writeFile(hosts, lines.join(''))
  const program = join(folder, 'electron')
  // `exec` all along, so that the process that was started is the app itself.
  const inside = `mount --bind "${hosts}" /etc/hosts && exec "${join(electronFolder, 'electron')}" "$@"`
  const namespace = isRoot ? '--mount' : '--mount --map-root-user'
  await writeFile(program, `#!/bin/sh\nexec unshare ${namespace} sh -c '${inside}' electron "$@"\n`)
  await chmod(program, 0o755)
  return folder
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
