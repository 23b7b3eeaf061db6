import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { redact } from './redact.ts'

export type LogFile = {
  /** One line; what looks like a secret is taken out. Never throws: a full disk must not stop the app. */
  write(line: string): void
  close(): void
}

const largestBytes = 1_000_000

/** A log that stays below 2 MB: past 1 MB the file becomes `<name>.old` and a new one is begun. */
export function openLogFile(path: string, nowMs: () => number): LogFile {
  let file: number | null = null
  let sizeBytes = 0

  const open = (): number => {
    mkdirSync(dirname(path), { recursive: true })
    const opened = openSync(path, 'a', 0o600)
    sizeBytes = fstatSync(opened).size
    return opened
  }
  const close = (): void => {
    if (file !== null) closeSync(file)
    file = null
  }
  return {
    write(line) {
      try {
        if (file !== null && sizeBytes > largestBytes) {
          close()
          renameSync(path, `${path}.old`)
        }
        file ??= open()
        sizeBytes += writeSync(file, `${new Date(nowMs()).toISOString()} ${redact(line)}\n`)
      } catch {
        close()
      }
    },
    close,
  }
}
