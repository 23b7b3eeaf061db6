import { lookup } from 'node:dns/promises'
import { connect, isIP, type Socket } from 'node:net'
import { type SecureContext, type TLSSocket, connect as tlsConnect } from 'node:tls'
import { type ProbeEvidence, seen, verbatim } from '../domain/probe-evidence.ts'

export type ServerAddress = { readonly address: string; readonly family: number }

/** No connection: the system's codes for it, one for each address that was tried. */
export type NotConnected = { readonly codes: readonly string[]; readonly evidence: ProbeEvidence }

/** All addresses of a name by this computer's own resolver, the hosts file included. Rejects with a system code. */
export function lookupAll(server: string): Promise<readonly ServerAddress[]> {
  return lookup(server, { all: true })
}

/** Connects to the first address that answers; ends with `ETIMEDOUT` when it is `over` before one does. */
export function openSocket(
  addresses: readonly ServerAddress[],
  port: number,
  over: AbortSignal,
): Promise<Socket | NotConnected> {
  return new Promise((resolve) => {
    const socket = connect({
      host: 'server',
      port,
      // Looked up already, once for all ports.
      lookup: (_name, _options, found) => found(null, [...addresses]),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: 2500,
    })
    const giveUp = (): void => {
      socket.destroy()
      finish({ codes: ['ETIMEDOUT'], evidence: seen('no-answer', {}) })
    }
    const fail = (fault: unknown): void => finish(failureOf(fault))
    const succeed = (): void => finish(socket)
    const finish = (outcome: Socket | NotConnected): void => {
      over.removeEventListener('abort', giveUp)
      socket.off('error', fail).off('connect', succeed)
      // Late errors of a connection that was given up concern nobody.
      if (outcome !== socket) socket.on('error', () => undefined)
      resolve(outcome)
    }
    over.addEventListener('abort', giveUp, { once: true })
    socket.once('connect', succeed).once('error', fail)
    if (over.aborted) giveUp()
  })
}

export type Secured = {
  readonly socket: TLSSocket
  /** what is wrong with the certificate, by Node's code; null: it is good for this server */
  readonly fault: string | null
}

type NotSecured = { readonly code: string; readonly evidence: ProbeEvidence }

/**
 * The TLS handshake after STARTTLS. A bad certificate doesn't end it, so that it can be shown; who gets a `fault` must
 * not send anything worth keeping.
 */
export function secure(
  socket: Socket,
  server: string,
  trust: SecureContext,
  over: AbortSignal,
): Promise<Secured | NotSecured> {
  return new Promise((resolve) => {
    const tls = tlsConnect({
      socket,
      host: server,
      // An address has no name to send along; its certificate is checked against the address itself.
      servername: isIP(server) ? '' : server,
      secureContext: trust,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
    })
    const giveUp = (): void => {
      tls.destroy()
      finish({ code: 'ETIMEDOUT', evidence: seen('no-answer', {}) })
    }
    const fail = (fault: NodeJS.ErrnoException): void =>
      finish({ code: fault.code ?? '', evidence: verbatim(handshakeWords(fault)) })
    const closed = (): void => finish({ code: 'ECONNRESET', evidence: seen('cut', {}) })
    const succeed = (): void => {
      const fault = tls.authorized ? null : String(tls.authorizationError)
      finish({ socket: tls, fault })
    }
    const finish = (outcome: Secured | NotSecured): void => {
      over.removeEventListener('abort', giveUp)
      tls.off('secureConnect', succeed).off('close', closed)
      if (!('socket' in outcome)) tls.on('error', () => undefined)
      tls.off('error', fail)
      resolve(outcome)
    }
    over.addEventListener('abort', giveUp, { once: true })
    tls.once('secureConnect', succeed).once('error', fail).once('close', closed)
    if (over.aborted) giveUp()
  })
}

/** The name a client gives in EHLO when it has none of its own: its address (RFC 5321 4.1.3). */
export function addressLiteral(socket: Socket): string {
  const address = socket.localAddress ?? '127.0.0.1'
  return isIP(address) === 6 ? `[IPv6:${address}]` : `[${address}]`
}

function failureOf(fault: unknown): NotConnected {
  const faults: readonly unknown[] = fault instanceof AggregateError ? fault.errors : [fault]
  const codes = faults.map((one) => (one instanceof Error && 'code' in one ? String(one.code) : 'unknown'))
  const attempts = faults.map((one, at) => `${addressIn(one)} ${codes[at]}`.trim())
  return { codes, evidence: seen('not-connected', { attempts: attempts.join('; ') }) }
}

function addressIn(fault: unknown): string {
  return fault instanceof Error && 'address' in fault ? String(fault.address) : ''
}

// OpenSSL's sentence stands between its own codes: "error:0A000102:SSL routines::unsupported protocol".
function handshakeWords(fault: NodeJS.ErrnoException): string {
  return ('reason' in fault ? String(fault.reason) : '') || fault.message.split('\n')[0] || 'handshake failed'
}
