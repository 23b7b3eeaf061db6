import { writeSync } from 'node:fs'
import { redact } from './secrets/redact.ts'

const standardError = 2
const exitStatusOfBug = 1
/** Electron reads no more of a process that has ended: so long the other side has time to. */
const readWithinMs = 200

/**
 * An error that nobody caught ends this process, as it should: the queue is on disk. As a utility process of Electron
 * it would end without a word; so its stack is written to standard error first, with what looks like a secret taken
 * out, and the app puts that into its log.
 */
export function endOnBug(): void {
  process.on('uncaughtException', (fault: unknown) => {
    try {
      writeSync(standardError, `${bugReport(fault)}\n`)
      // Not a turn of the event loop meanwhile: nothing more is accepted in a state that nobody knows.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, readWithinMs)
    } finally {
      process.exit(exitStatusOfBug)
    }
  })
}

export function bugReport(fault: unknown): string {
  return `a bug: ${redactedStack(fault)}`
}

/** Name, message and stack, line by line: each is cut and cleaned on its own. */
export function redactedStack(fault: unknown): string {
  const text = fault instanceof Error ? (fault.stack ?? String(fault)) : String(fault)
  return text.split('\n').map(redact).join('\n')
}
