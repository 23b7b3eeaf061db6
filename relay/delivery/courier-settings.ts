import { defaultUpstreamTimeouts, type UpstreamTimeouts } from './upstream-smtp.ts'

/** Milliseconds and numbers a caller may want otherwise. */
export type CourierSettings = {
  /** the wait after a first failed attempt; the whole schedule is stretched with it */
  readonly firstDelayMs: number
  /** how soon a password that could not be had is asked for again */
  readonly passwordRetryMs: number
  /** how soon refused credentials are tried again by themselves: seldom, since some servers lock accounts */
  readonly holdMs: number
  readonly idleMs: number
  readonly timeouts: UpstreamTimeouts
  readonly connectionsPerUser: number
  readonly connections: number
  /** how long `stop` lets what is on its way finish */
  readonly stopMs: number
}

export const defaultCourierSettings: CourierSettings = {
  firstDelayMs: 60_000,
  passwordRetryMs: 60_000,
  holdMs: 60 * 60_000,
  idleMs: 10_000,
  timeouts: defaultUpstreamTimeouts,
  connectionsPerUser: 5,
  connections: 20,
  stopMs: 10_000,
}
