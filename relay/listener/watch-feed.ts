import type { WatchDeed, WatchStep } from '../domain/watch-step.ts'

const lastsMs = 15 * 60_000
const patienceMs = 10_000
const mostSteps = 500

/** What programs do at the door, for a person who watches one being set up. Nothing is kept while nobody does. */
export type WatchFeed = {
  /** asked once a connection: the only cost while nobody watches */
  isOpen(): boolean
  /** The number of a new connection, for its steps. */
  nextConnection(): number
  note(connection: number, deed: WatchDeed): void
  /** A new watch; steps of an earlier one are forgotten. */
  begin(): void
  /** Steps after this number, oldest first. Asking keeps the watch open, up to fifteen minutes. */
  read(after: number): { open: boolean; steps: WatchStep[] }
}

/** `monotonicMs` for its end; `nowMs`: the time in its steps, milliseconds since 1970. */
export function createWatchFeed(clock: {
  readonly monotonicMs: () => number
  readonly nowMs: () => number
}): WatchFeed {
  let steps: WatchStep[] = []
  let number = 0
  let connections = 0
  /** null: nobody has begun a watch, or it is over */
  let openUntil: { readonly atLatestMs: number; askedMs: number } | null = null

  const isOpen = (): boolean => {
    if (openUntil === null) return false
    const nowMs = clock.monotonicMs()
    if (nowMs < openUntil.atLatestMs && nowMs < openUntil.askedMs + patienceMs) return true
    openUntil = null
    steps = []
    return false
  }

  return {
    isOpen,
    nextConnection: () => (connections += 1),
    note(connection, deed) {
      if (!isOpen()) return
      number += 1
      steps.push({ number, at: new Date(clock.nowMs()).toISOString(), connection, deed })
      if (steps.length > mostSteps) steps.shift()
    },
    begin() {
      const nowMs = clock.monotonicMs()
      steps = []
      openUntil = { atLatestMs: nowMs + lastsMs, askedMs: nowMs }
    },
    read(after) {
      if (!isOpen() || openUntil === null) return { open: false, steps: [] }
      openUntil.askedMs = clock.monotonicMs()
      return { open: true, steps: steps.filter((step) => step.number > after) }
    },
  }
}
