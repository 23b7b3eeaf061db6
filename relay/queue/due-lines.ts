import type { Database } from './database.ts'
import { type DueQuestion, findDue, lineOf, nextOfUser, type Waiting } from './due-mail.ts'

/** What is known of each line of waiting mail (`lineOf`), so that the database is asked only where something may be due. */
export type DueLines = {
  /** A message is on disk, and due. */
  arrived(message: number, user: string, priority: number, nowMs: number): void
  find(question: Omit<DueQuestion, 'known' | 'fresh'>): readonly number[]
  /** When the next message of a user is due, null: none waits; undefined: a look at the database will say. */
  next(user: string): number | null | undefined
  /** Messages became due, or stopped being so, in a way that isn't told here. */
  forget(): void
}

/** What came in while nothing else of its line was due, and when the others are. */
type Fresh = { readonly waiting: Waiting[]; readonly othersDueAtMs: number | null }

/** A longer line is read from the database, a few messages at a time. */
const freshAtMost = 1000

export function createDueLines(database: Database): DueLines {
  const times = new Map<string, number | null>()
  const fresh = new Map<string, Fresh>()

  const forgetLine = (line: string): void => {
    fresh.delete(line)
    times.delete(line)
  }
  const waitingIn = (line: string, nowMs: number, limit: number): readonly Waiting[] | undefined => {
    const known = fresh.get(line)
    if (known === undefined) return undefined
    if (known.othersDueAtMs === null || known.othersDueAtMs > nowMs) return known.waiting.slice(0, limit + 1)
    forgetLine(line)
    return undefined
  }
  const note = (line: string, time: number | null, found: ReadonlySet<number>): void => {
    const known = fresh.get(line)
    if (known === undefined) {
      times.set(line, time)
      return
    }
    while (found.has(known.waiting[0]?.id ?? -1)) known.waiting.shift()
    times.set(line, known.waiting[0]?.dueAtMs ?? known.othersDueAtMs)
    if (known.waiting.length === 0) fresh.delete(line)
  }

  return {
    arrived(message, user, priority, nowMs) {
      const line = lineOf(user, priority)
      const known = fresh.get(line)
      const othersDueAtMs = times.get(line)
      if (known && known.waiting.length < freshAtMost) known.waiting.push({ id: message, dueAtMs: nowMs })
      else if (!known && (othersDueAtMs === null || (othersDueAtMs !== undefined && othersDueAtMs > nowMs))) {
        fresh.set(line, { waiting: [{ id: message, dueAtMs: nowMs }], othersDueAtMs })
        times.set(line, nowMs)
      } else forgetLine(line)
    },
    find(question) {
      const { nowMs, limit } = question
      const due = findDue(database, {
        ...question,
        known: times,
        fresh: (line) => waitingIn(line, nowMs, limit),
      })
      const found = new Set(due.messages)
      for (const [line, time] of due.times) note(line, time, found)
      return due.messages
    },
    next: (user) => nextOfUser(times, user),
    forget() {
      times.clear()
      fresh.clear()
    },
  }
}
