import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from './as-root.ts'

/** What to put before a command, so that it alone sees another world (namespaces of Linux, util-linux' `unshare`). */
export type PrivateWorld = readonly string[]

/** Name → address, for one program and its children alone. */
export type OwnNames = Readonly<Record<string, string>>

const user = isRoot ? [] : ['--map-root-user']

/** A computer without any network: no cable, no wireless, not even its own loopback. */
export const withoutNetwork: PrivateWorld = ['unshare', ...user, '--net', '--']

/** A computer with these names in its hosts file, which is written into `folder`. */
export async function knowingNames(names: OwnNames, folder: string): Promise<PrivateWorld> {
  const file = join(folder, 'hosts')
  const lines = Object.entries({ localhost: '127.0.0.1', ...names }).map(([name, to]) => `${to} ${name}\n`)
  await writeFile(file, lines.join(''), { mode: 0o644 })
  // `exec` all along, so that the process that was started is the program itself.
  const swap = 'mount --bind "$0" /etc/hosts && exec "$@"'
  return ['unshare', ...user, '--mount', '--', 'sh', '-c', swap, file]
}
