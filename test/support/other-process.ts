import { readFile } from 'node:fs/promises'

/** Command line and environment of a process, as its neighbours may read them. */
export async function processText(pid: number): Promise<string> {
  const parts = await Promise.all(
    ['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'latin1')),
  )
  return parts.join('\0')
}

/** Whether a process that need not be our child is still there; one that only waits to be buried isn't. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /^State:\t[^ZX]/m.test(status)
}
