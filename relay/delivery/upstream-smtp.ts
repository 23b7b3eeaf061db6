import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { checkServerIdentity, type SecureContext } from 'node:tls'
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection'
import type { UserConfiguration } from '../config/configuration.ts'
import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { redactKnown } from '../journal/redact.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { Secret } from '../secrets/secret.ts'
import { createSessionLog } from './session-log.ts'
import { whatCannotBeSent } from './unsendable.ts'
import { evidenceOfError } from './upstream-evidence.ts'

/** Time limits in milliseconds. `answer`: for the server's next word, the one after the message included. */
export type UpstreamTimeouts = { readonly connect: number; readonly answer: number }

/** RFC 5321 4.5.3.2 gives a server ten minutes to take a message over; connecting gets one minute in all. */
export const defaultUpstreamTimeouts: UpstreamTimeouts = { connect: 60_000, answer: 600_000 }

export type RecipientEvidence = { readonly address: string; readonly evidence: DeliveryEvidence }

export type Upstream = {
  /** One transaction. What became of it, recipient by recipient; never rejects. */
  send(message: ClaimedMessage): Promise<readonly RecipientEvidence[]>
  /** Whether another message can go over it. */
  usable(): boolean
  /** Says QUIT when that is in order, and closes. */
  close(): void
}

export type UpstreamUser = Pick<UserConfiguration, 'server' | 'port' | 'encryption' | 'username'>

/**
 * Opens a session with a user's server: STARTTLS required and verified (or none, the user's explicit choice),
 * then AUTH when the user has a name. Never falls back to clear text, never goes on without AUTH.
 */
export async function connectUpstream(options: {
  readonly user: UpstreamUser
  readonly password: Secret | null
  readonly trust: SecureContext
  readonly timeouts: UpstreamTimeouts
  /** cuts the connection, whatever it is doing */
  readonly cut: AbortSignal
  /** told the end of the server's verified certificate, milliseconds since 1970 */
  readonly onCertificate?: (endsAtMs: number) => void
}): Promise<Result<Upstream, DeliveryEvidence>> {
  const { user, timeouts } = options
  const log = createSessionLog()
  const server = `${user.server}:${user.port}`
  const connection = new SMTPConnection({
    host: user.server,
    port: user.port,
    secure: false,
    requireTLS: user.encryption === 'starttls',
    ignoreTLS: user.encryption === 'none',
    allowInternalNetworkInterfaces: true,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.answer,
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
    logger: log.logger,
    transactionLog: true,
  })
  // Between two messages nobody waits for an answer: a lost idle connection only makes it unusable.
  connection.on('error', () => undefined)
  const cut = (): void => connection.close()
  options.cut.addEventListener('abort', cut, { once: true })
  connection.once('end', () => options.cut.removeEventListener('abort', cut))

  const connected = await step(connection, (finish) => connection.connect(finish))
  if (connected) return failed(evidenceOfError(connected, log.stage(), server))
  if (user.username !== undefined) {
    const refused = await signIn(connection, user.username, options.password, log.abilities().authMechanisms)
    if (refused === 'auth-missing') {
      connection.close()
      return failed({ kind: 'auth-missing', text: `${server} does not offer to sign in. Nothing was sent.` })
    }
    if (refused) {
      connection.close()
      const evidence = evidenceOfError(refused, 'auth', server)
      return failed({
        ...evidence,
        text: redactKnown(evidence.text, secretsOf(user.username, options.password)),
      })
    }
  }

  return done({
    usable: () => !connection.destroyed,
    close() {
      if (connection.destroyed) return
      connection.quit()
      setTimeout(() => connection.close(), 1000).unref()
    },
    async send(message) {
      const all = (evidence: DeliveryEvidence): readonly RecipientEvidence[] =>
        message.recipients.map((address) => ({ address, evidence }))
      const unsendable = whatCannotBeSent(message, log.abilities(), server)
      if (unsendable) return all(unsendable)
      log.setStage('mail-from')
      const sent = await transmit(message)
      if (sent.ok) return sent.value
      const evidence = evidenceOfError(sent.problem, log.stage(), server)
      if (evidence.kind !== 'reply') connection.close()
      else if (!connection.destroyed) await reset(connection)
      const refused = refusedRecipients(sent.problem)
      return refused.length === message.recipients.length ? refused : all(evidence)
    },
  })

  async function transmit(message: ClaimedMessage): Promise<Result<readonly RecipientEvidence[], Error>> {
    const body = Readable.from(buffers(message.body()), { objectMode: false })
    const envelope = {
      from: message.mailFrom,
      to: [...message.recipients],
      size: message.bytes,
      use8BitMime: message.eightBitMime,
    }
    let info: SMTPConnectionSendInfo | undefined
    const fault = await step(connection, (finish) =>
      connection.send(envelope, body, (problem, told) => {
        info = told
        finish(problem)
      }),
    )
    if (fault) return failed(fault)
    const text = (info?.response ?? '').trim()
    const code = Number.parseInt(text, 10)
    const evidence: DeliveryEvidence = { kind: 'reply', stage: 'end-of-data', code, text }
    return done([
      ...(info?.accepted ?? []).map((address) => ({ address, evidence })),
      ...refusedRecipients(info),
    ])
  }

  /** Those refused at RCPT, in a result or in an error, each with its own answer. */
  function refusedRecipients(result: unknown): readonly RecipientEvidence[] {
    return rejections(result).map(([address, refusal]) => ({
      address,
      evidence: evidenceOfError(refusal, 'rcpt', server),
    }))
  }
}

async function signIn(
  connection: SMTPConnection,
  username: string,
  password: Secret | null,
  mechanisms: readonly string[] | null,
): Promise<Error | 'auth-missing' | null> {
  const mechanism = ['PLAIN', 'LOGIN', 'CRAM-MD5'].find((known) => mechanisms?.includes(known))
  if (mechanism === undefined) return 'auth-missing'
  const credentials = { user: username, pass: password?.reveal() ?? '' }
  const auth: { method: string; credentials?: typeof credentials } = { method: mechanism, credentials }
  const fault = await step(connection, (finish) => connection.login(auth, finish))
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

/** One step of a session: its own answer, or the end of the connection, whichever comes first. */
function step(
  connection: SMTPConnection,
  begin: (finish: (fault?: Error | null) => void) => void,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const finish = (fault?: Error | null): void => {
      connection.off('error', finish)
      connection.off('end', ended)
      resolve(fault ?? null)
    }
    // The library ends the connection before it hands on a last answer (a 421), and when we close it, instead.
    const ended = (): unknown =>
      setImmediate(() => finish(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })))
    connection.once('error', finish)
    connection.once('end', ended)
    begin(finish)
  })
}

/** Ends a transaction that came to nothing, so that the session can take the next; closes it when that fails. */
async function reset(connection: SMTPConnection): Promise<void> {
  const fault = await step(connection, (finish) => connection.reset(finish))
  if (fault) connection.close()
}

function* buffers(chunks: Iterable<Uint8Array>): Iterable<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

/** The refused recipients of a result or of an error, each with its own answer. */
function rejections(result: unknown): readonly (readonly [string, Error])[] {
  if (typeof result !== 'object' || result === null || !('rejectedErrors' in result)) return []
  const faults: readonly unknown[] = Array.isArray(result.rejectedErrors) ? result.rejectedErrors : []
  return faults.flatMap((fault) =>
    fault instanceof Error && 'recipient' in fault && typeof fault.recipient === 'string'
      ? [[fault.recipient, fault] as const]
      : [],
  )
}
