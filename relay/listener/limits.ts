import type { Limits } from '../config/configuration.ts'

/**
 * How long a client may take. The library has an idle timer only, which a byte every half second resets for ever:
 * these are totals (RFC 5321 4.5.3.2 asks for at least 5 minutes a command, 3 a data block, 10 for the rest).
 */
export type Timeouts = {
  /** from the connection until it has signed in */
  readonly signInMs: number
  /** from the relay's last reply to the end of the next command */
  readonly commandMs: number
  /** nothing at all received */
  readonly idleMs: number
  /** from 354 to the final dot */
  readonly dataMs: number
  /** the whole connection; a message being received is finished first */
  readonly sessionMs: number
}

export const defaultTimeouts: Timeouts = {
  signInMs: 5 * 60_000,
  commandMs: 5 * 60_000,
  idleMs: 5 * 60_000,
  dataMs: 30 * 60_000,
  sessionMs: 4 * 3_600_000,
}

/** Places for connections: in all, and for each sign-in. What was taken must be given back. */
export type Places = {
  takeConnection(): boolean
  leaveConnection(): void
  takeLogin(name: string): boolean
  leaveLogin(name: string): void
}

/** `limits` is asked each time: a reload counts at once, and never ends connections that are already there. */
export function createPlaces(limits: () => Limits): Places {
  let connections = 0
  const byLogin = new Map<string, number>()
  return {
    takeConnection() {
      if (connections >= limits().connections) return false
      connections += 1
      return true
    },
    leaveConnection() {
      connections -= 1
    },
    takeLogin(name) {
      const taken = byLogin.get(name) ?? 0
      if (taken >= limits().connectionsPerLogin) return false
      byLogin.set(name, taken + 1)
      return true
    },
    leaveLogin(name) {
      const left = (byLogin.get(name) ?? 0) - 1
      if (left > 0) byLogin.set(name, left)
      else byLogin.delete(name)
    },
  }
}
