import { closeSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { done, failed, type Result } from '../domain/result.ts'

const patienceMs = 10_000
const pauseMs = 20

/**
 * Reads, changes and writes a file as one step among all who do it through here: a lock file `FILE.lock` stands beside
 * it meanwhile. Waits at most 10 s for another; a lock that a killed program left behind is named, never taken away,
 * because whether it is still in use can't be told for certain.
 */
export async function withFileLock<Value>(
  file: string,
  work: () => Value,
): Promise<Result<Value, { readonly reason: 'locked'; readonly lockFile: string }>> {
  const lockFile = `${realPath(file)}.lock`
  const giveUpAtMs = Date.now() + patienceMs
  while (!tryLock(lockFile)) {
    if (Date.now() > giveUpAtMs) return failed({ reason: 'locked', lockFile })
    await delay(pauseMs)
  }
  try {
    return done(work())
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function tryLock(lockFile: string): boolean {
  try {
    const descriptor = openSync(lockFile, 'wx', 0o600)
    writeSync(descriptor, `${process.pid}\n`)
    closeSync(descriptor)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  }
}

// Through a symbolic link and past it, one file has one lock.
function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
