/** A server that can't be reached is left in peace for a while: see `createRest`. */
export type Rest = {
  /** milliseconds until the user's server may be tried again; 0: now */
  remainingMs(user: string): number
  /** what an attempt showed: the server could not be reached, or it could */
  tried(user: string, reached: boolean): void
  /** something changed: it may be tried at once */
  over(user?: string): void
}

/** So many messages are told one by one that their server can't be reached. */
const triedOneByOne = 20
const firstRestMs = 1000
const longestRestMs = 30_000

/**
 * With thousands of messages due and a server that can't be reached, each would cost an attempt of its own. After
 * twenty in a row one message is tried now and then, after 1, 2, 4 … 30 seconds; the rest stays due and follows as
 * soon as one gets through.
 */
export function createRest(monotonicMs: () => number = () => performance.now()): Rest {
  const failures = new Map<string, { count: number; untilMs: number }>()
  return {
    remainingMs: (user) => Math.max(0, (failures.get(user)?.untilMs ?? 0) - monotonicMs()),
    tried(user, reached) {
      if (reached) {
        failures.delete(user)
        return
      }
      const count = (failures.get(user)?.count ?? 0) + 1
      const beyond = count - triedOneByOne
      const restMs = beyond < 0 ? 0 : Math.min(longestRestMs, firstRestMs * 2 ** Math.min(beyond, 10))
      failures.set(user, { count, untilMs: monotonicMs() + restMs })
    },
    over(user) {
      if (user === undefined) failures.clear()
      else failures.delete(user)
    },
  }
}
