import { startAsRoot } from './as-root.ts'
import { waitUntil } from './wait-until.ts'

/** System calls by which mail comes to disk. */
export type FailingCalls = 'fsync,fdatasync' | 'pwrite64'

/** What those calls say instead of doing anything. */
export type DiskError = 'EIO' | 'ENOSPC' | 'EROFS'

/** From now on until `mend`, these calls of a running process fail: strace tells them so. */
export async function breakDisk(
  pid: number,
  calls: FailingCalls,
  error: DiskError,
): Promise<{ mend(): Promise<void> }> {
  const rule = `inject=${calls}:error=${error}`
  const strace = startAsRoot('strace', [
    '-f',
    '-o',
    '/dev/null',
    '-e',
    `trace=${calls}`,
    '-e',
    rule,
    '-p',
    String(pid),
  ])
  await waitUntil(
    () => `strace to hold process ${pid}; it said: ${strace.stderr()}`,
    () => strace.stderr().includes('attached'),
  )
  return {
    async mend() {
      await strace.stop()
    },
  }
}
