import { isIP, type Socket } from 'node:net'
import { checkServerIdentity, type SecureContext } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { UserConfiguration } from '../config/configuration.ts'
import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { redactKnown } from '../secrets/redact.ts'
import type { Secret } from '../secrets/secret.ts'
import { createSessionLog, type UpstreamAbilities } from './session-log.ts'
import { evidenceOfError } from './upstream-evidence.ts'
import { createUpstreamSession, type Upstream } from './upstream-session.ts'

/**
 * Time limits in milliseconds. `connect`: until the session is set up, from the look-up of the name to the EHLO over
 * TLS, and once more for the sign-in. `answer`: for each answer after that, the one to the message included, and for
 * the server to take more bytes.
 */
export type UpstreamTimeouts = { readonly connect: number; readonly answer: number }

/** RFC 5321 4.5.3.2 gives a server ten minutes to take a message over; connecting gets one minute in all. */
export const defaultUpstreamTimeouts: UpstreamTimeouts = { connect: 60_000, answer: 600_000 }

export type UpstreamUser = Pick<UserConfiguration, 'server' | 'port' | 'encryption' | 'username'>

export type UpstreamOptions = {
  readonly user: UpstreamUser
  readonly password: Secret | null
  readonly trust: SecureContext
  readonly timeouts: UpstreamTimeouts
  /** cuts the connection, whatever it is doing */
  readonly cut: AbortSignal
  /** told the end of the server's verified certificate, milliseconds since 1970 */
  readonly onCertificate?: (endsAtMs: number) => void
}

/**
 * Opens a session with a user's server: STARTTLS required and verified (or none, the user's explicit choice),
 * then AUTH when the user has a name. Never falls back to clear text, never goes on without AUTH.
 */
export async function connectUpstream(options: UpstreamOptions): Promise<Result<Upstream, DeliveryEvidence>> {
  const { user, timeouts, cut } = options
  const log = createSessionLog()
  const server = `${user.server}:${user.port}`
  const connection = new SMTPConnection({ ...connectionOptions(options), logger: log.logger })
  // What goes wrong here is told by the step under way, and later by the session.
  connection.on('error', () => undefined)
  const close = (): void => connection.close()
  cut.addEventListener('abort', close, { once: true })
  connection.once('end', () => cut.removeEventListener('abort', close))
  const giveUp = (evidence: DeliveryEvidence): Result<never, DeliveryEvidence> => {
    connection.close()
    return failed(evidence)
  }

  const connected = await step(connection, timeouts.connect, (finish) => connection.connect(finish))
  if (connected) return giveUp(evidenceOfError(connected, log.stage(), server))
  if (log.injected()) {
    const text = `Something spoke in clear text after ${server} had agreed to encrypt: perhaps an attack on the way. The connection was given up. Nothing was sent.`
    return giveUp({ kind: 'connection-lost', stage: 'starttls', text })
  }
  if (user.username !== undefined) {
    const refused = await signIn(connection, user.username, options, log.abilities())
    if (refused === 'auth-missing') {
      return giveUp({
        kind: 'auth-missing',
        text: `${server} does not offer to sign in. Nothing was sent.`,
      })
    }
    if (refused) {
      const evidence = evidenceOfError(refused, 'auth', server)
      const text = redactKnown(evidence.text, secretsOf(user.username, options.password))
      return giveUp({ ...evidence, text })
    }
  }
  cut.removeEventListener('abort', close)
  const socket = takeOver(connection)
  if (socket === null) {
    const text = `The connection to ${server} was lost (closed by the server or the network).`
    return giveUp({ kind: 'connection-lost', stage: 'auth', text })
  }
  return done(
    createUpstreamSession({ socket, server, abilities: log.abilities(), answerMs: timeouts.answer, cut }),
  )
}

function connectionOptions(options: UpstreamOptions): SMTPConnection.Options {
  const { user, timeouts } = options
  return {
    host: user.server,
    port: user.port,
    secure: false,
    requireTLS: user.encryption === 'starttls',
    ignoreTLS: user.encryption === 'none',
    allowInternalNetworkInterfaces: true,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.connect,
    maxResponseSize: 64 * 1024,
    // An address has no name to send along; its certificate is checked against the address itself.
    tls: {
      secureContext: options.trust,
      servername: isIP(user.server) ? '' : user.server,
      rejectUnauthorized: true,
      // Asked only about a certificate whose chain is trusted; the check itself stays the usual one.
      checkServerIdentity(host, certificate) {
        const fault = checkServerIdentity(host, certificate)
        if (fault === undefined) options.onCertificate?.(Date.parse(certificate.valid_to))
        return fault
      },
    },
    transactionLog: true,
  }
}

/**
 * The socket of a session that is set up, for us alone: the library opens sessions well, but knows neither DSN for
 * each recipient nor how far a message had come. It goes on closing up after itself when the connection ends.
 */
function takeOver(connection: SMTPConnection): Socket | null {
  const { _socket: socket } = connection
  if (!socket || socket.destroyed) return null
  socket.removeAllListeners('data')
  socket.removeAllListeners('timeout')
  socket.setTimeout(0)
  return socket
}

async function signIn(
  connection: SMTPConnection,
  username: string,
  { password, timeouts }: UpstreamOptions,
  { authMechanisms }: UpstreamAbilities,
): Promise<Error | 'auth-missing' | null> {
  const mechanism = ['PLAIN', 'LOGIN', 'CRAM-MD5'].find((known) => authMechanisms?.includes(known))
  if (mechanism === undefined) return 'auth-missing'
  const credentials = { user: username, pass: password?.reveal() ?? '' }
  const auth: { method: string; credentials?: typeof credentials } = { method: mechanism, credentials }
  const fault = await step(connection, timeouts.connect, (finish) => connection.login(auth, finish))
  // The library keeps the object for as long as the connection lives; the password need not.
  credentials.pass = ''
  delete auth.credentials
  return fault
}

// A server may repeat what it did not understand; it must not be kept or shown.
function secretsOf(username: string, password: Secret | null): readonly string[] {
  const text = password?.reveal() ?? ''
  return text === '' ? [] : [`\0${username}\0${text}`, text]
}

/** One step of setting up: its own answer, the end of the connection, or of its time, whichever comes first. */
function step(
  connection: SMTPConnection,
  limitMs: number,
  begin: (finish: (fault?: Error | null) => void) => void,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const finish = (fault?: Error | null): void => {
      clearTimeout(timer)
      connection.off('error', finish)
      connection.off('end', ended)
      resolve(fault ?? null)
    }
    // The library ends the connection before it hands on a last answer (a 421), and when we close it, instead.
    const ended = (): unknown => setImmediate(() => finish(coded('Connection closed', 'ECONNECTION')))
    // In all, not since the last byte: a server that trickles would hold the place for hours.
    const timer = setTimeout(() => finish(coded('No answer in time', 'ETIMEDOUT')), limitMs)
    connection.once('error', finish)
    connection.once('end', ended)
    begin(finish)
  })
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code })
}
