import type { UserConfiguration } from '../config/configuration.ts'
import type { WaitingMail } from '../queue/waiting-mail.ts'

/** What scouts need to know of a user. */
export type ScoutState = {
  readonly inFlight: number
  readonly proven: boolean
  /** when its waiting mail was last brought forward, monotonic milliseconds */
  broughtForwardMs: number | null
}

export type Scouts = {
  /** One message of each user that isn't known to be connected goes ahead; all others follow when it gets through. */
  sendAhead(): void
  /** A session went well after trouble: what waited for the connection alone needn't wait on. */
  serverIsBack(user: string): void
}

/** Brings mail forward that waits for its server to be reached, without asking the server more than once at a time. */
export function createScouts(options: {
  readonly queue: Pick<WaitingMail, 'bringForward'>
  readonly users: () => ReadonlyMap<string, UserConfiguration>
  readonly stateOf: (user: string) => ScoutState
  /** writes when the disk lets it, and looks at the queue again */
  readonly write: (work: () => Promise<unknown>) => void
  /** how long until a user's mail may be brought forward again, milliseconds */
  readonly notBeforeMs: number
}): Scouts {
  const { queue, users, stateOf, write } = options
  return {
    sendAhead() {
      for (const user of users().values()) {
        const state = stateOf(user.id)
        if (user.status !== 'active' || state.proven || state.inFlight > 0) continue
        write(() => queue.bringForward(user.id, 1))
      }
    },
    serverIsBack(user) {
      const state = stateOf(user)
      const nowMs = performance.now()
      // A server that takes one connection and drops the next must not draw all mail to it again and again.
      if (state.broughtForwardMs !== null && nowMs - state.broughtForwardMs < options.notBeforeMs) return
      state.broughtForwardMs = nowMs
      write(() => queue.bringForward(user, Number.POSITIVE_INFINITY))
    },
  }
}
