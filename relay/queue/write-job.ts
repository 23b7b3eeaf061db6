import type { Undo } from './transactions.ts'

/**
 * How soon a change must be on disk. `synced`: its promise resolves after the sync, with the next commit.
 * `riding`: as safe, but it may wait a few milliseconds for another commit to ride on. `unsynced`: its promise
 * resolves when it is written; safe with the next sync, for what may be lost in a power cut without losing mail.
 */
export type Haste = 'synced' | 'riding' | 'unsynced'

export type WriteTerms = {
  /** about how much it writes, where that is much: nobody waits for more than a few megabytes of others */
  readonly bytes?: number
  /** whether the rows must say what the courier has in hand before: for all that goes by the states of messages */
  readonly claims?: 'written' | 'as-they-are'
  readonly undo?: Undo
}

/** A change that waits for its transaction. */
export type Job = WriteTerms & {
  readonly bytes: number
  readonly haste: Haste
  run(): void
  fail(fault: unknown): void
  settle(): void
}

/** What one transaction writes at most: nothing else happens in this process meanwhile. */
const groupBytes = 1024 * 1024

/** The first of what waits, as much as belongs into one transaction: taken from `jobs`. */
export function takeGroup(jobs: Job[]): readonly Job[] {
  let bytes = 0
  const end = jobs.findIndex((job) => {
    bytes += job.bytes
    return bytes > groupBytes
  })
  return jobs.splice(0, end === -1 ? jobs.length : Math.max(end, 1))
}
