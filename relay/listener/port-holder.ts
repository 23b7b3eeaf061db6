import { readdir, readFile, readlink } from 'node:fs/promises'

/**
 * Who listens on a TCP port of this machine, as `name (process 123)`. Null where it can't be seen: on systems
 * without /proc, and for programs of other accounts.
 */
export async function findPortHolder(port: number): Promise<string | null> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readText))
  const sockets = new Set(tables.flatMap((table) => listeningSockets(table, port)))
  if (sockets.size === 0) return null
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  for (const pid of pids) {
    if (!(await holdsOneOf(pid, sockets))) continue
    const name = (await readText(`/proc/${pid}/comm`)).trim()
    return `${name === '' ? 'a program' : name} (process ${pid})`
  }
  return null
}

/** Lines of proc(5) `net/tcp`: number, local address:port in hexadecimal, remote, state (0A: listening) … inode. */
function listeningSockets(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${wanted}`))
    .map((fields) => `socket:[${fields[9]}]`)
}

async function holdsOneOf(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`
  const files = await readdir(folder).catch(() => [])
  for (const file of files) {
    if (sockets.has(await readlink(`${folder}/${file}`).catch(() => ''))) return true
  }
  return false
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
