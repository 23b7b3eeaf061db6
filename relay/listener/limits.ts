/**
 * Everything a peer may take of the door, in one table; what a person sets stands in the configuration (`limits`, and
 * each sign-in's own). A limit that is reached costs the one who reached it: its command, its connection or its time.
 */
export const doorLimits = {
  /** connections from one address beyond this computer, out of `limits.connections` in all */
  connectionsPerAddress: 20,
  /** where all places are taken: a connection that hasn't signed in for this long leaves its place to a newcomer */
  makesRoomAfterMs: 5_000,
  /** RFC 5321 4.5.3.1.4 asks for 512; SMTPUTF8, AUTH=, ORCPT= and ENVID= make longer ones (RFC 4954 3, 3461 4) */
  commandBytes: 2_048,
  /** AUTH and its answers: RFC 4954 4 asks for 12,288, and the command's own words stand before them */
  signInBytes: 12_300,
  /** refused commands (5xx) in one connection */
  refusedCommands: 100,
  /** NOOP, RSET, VRFY, HELP, HELO and EHLO in one connection since its last message */
  idleCommands: 1_000,
  /** wrong passwords in one connection */
  failedSignIns: 5,
  /** a stranger turned away has this long to take its reply */
  turnAwayMs: 2_000,
} as const

/**
 * Cool-off after failed sign-ins. `failures` close together start a pause, each longer than the one before; failures
 * further apart than `forgetAfterMs` don't add up. Names are the caller's choice: only so many are remembered.
 */
export const coolOff = {
  name: { failures: 5, firstPauseMs: 30_000, longestPauseMs: 300_000 },
  everyone: { failures: 50, firstPauseMs: 30_000, longestPauseMs: 30_000 },
  forgetAfterMs: 60_000,
  namesRemembered: 1_000,
} as const

/** Refusals anybody can cause thousands of a second reach the journal at most this often for each cause. */
export const notices = { pauseMs: 1_000, strangerPauseMs: 60_000, keysRemembered: 500 } as const

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
