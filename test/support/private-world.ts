import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from './as-root.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What to put before a command, so that it alone sees another world (namespaces of Linux, util-linux' `unshare`). */
export type PrivateWorld = readonly string[]

const user = isRoot ? [] : ['--map-root-user']

/** A computer without any network: no cable, no wireless, not even its own loopback. */
export const withoutNetwork: PrivateWorld = ['unshare', ...user, '--net', '--']

/** A computer on which these names lead to 127.0.0.1. */
export async function knowingNames(names: readonly string[]): Promise<PrivateWorld> {
  const file = join(await temporaryFolder(), 'hosts')
  await writeFile(file, `127.0.0.1 localhost ${names.join(' ')}\n`, { mode: 0o644 })
  const swap = 'mount --bind "$0" /etc/hosts && exec "$@"'
  return ['unshare', ...user, '--mount', '--', 'sh', '-c', swap, file]
}
