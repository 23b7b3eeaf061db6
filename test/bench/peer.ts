import { type RunningProcess, startProcess } from '../support/running-process.ts'

/** What is sent through a peer: how many senders, and whether they keep their connections. */
export type Load = {
  readonly name: string
  readonly senders: number
  readonly keepsConnections: boolean
  readonly messages: number
}

export const messageBytes = 4096
export const mailFrom = 'info@firm.example'
export const recipient = 'somebody@elsewhere.example'

/** A name and password, and the certificate to trust where they are sent. */
export type Credentials = {
  readonly username: string
  readonly password: string
  readonly caFile: string
}

/** Where a load is sent; `credentials`: STARTTLS and AUTH come first. */
export type Door = { readonly port: number; readonly credentials: Credentials | null }

/** The server at the end of the line: takes everything, and counts it. */
export type CountingSink = Door & {
  /** how many messages it took since it was started */
  taken(): Promise<number>
  stop(): Promise<void>
}

/** How mail comes in and goes out, the same for whoever is between. */
export type Way = {
  readonly openSink: () => Promise<CountingSink>
  /** Sends a load; resolves when every message was acknowledged. */
  readonly send: (load: Load, door: Door) => Promise<void>
}

/** A mail server under measurement, with a sink of its own. */
export type Peer = {
  readonly door: Door
  readonly sink: CountingSink
  /** processor time it used so far, with all its processes */
  processorSeconds(): Promise<number>
  stop(): Promise<void>
}

/**
 * A program whose output goes to a file: whoever reads a busy program's pipe takes part in the race. Its pid and end
 * are the program's own.
 */
export function startLogged(
  file: string,
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): RunningProcess {
  return startProcess('sh', ['-c', 'exec "$@" >"$0"', file, command, ...args], env ? { env } : {})
}
