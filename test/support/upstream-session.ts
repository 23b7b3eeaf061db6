import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, rootCertificates } from 'node:tls'
import { onTestFinished } from 'vitest'
import { connectUpstream, type UpstreamUser } from '../../relay/delivery/upstream-smtp.ts'
import type { ClaimedMessage } from '../../relay/queue/queue-contract.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { type Authority, makeAuthority } from './certificates.ts'
import { type Behaviour, startStagedUpstream } from './staged-upstream.ts'

export const claimedBody = Buffer.from('Subject: x\r\n\r\n.dot first\r\nlast\r\n')

type CertificateName = 'good' | 'of another name' | 'expired'

type ConnectOptions = {
  /** the server's certificate; null: it has no TLS */
  readonly certificate?: CertificateName | null
  readonly user?: Partial<UpstreamUser>
  /** default: the authority that issued the certificates */
  readonly trust?: readonly string[]
}

const certificates = makeCertificates()

async function makeCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'upstream-'))
  const authority = await makeAuthority(folder)
  const read = async (options: Parameters<Authority['issue']>[0]) => {
    const files = await authority.issue(options)
    return { key: readFileSync(files.keyFile, 'utf8'), cert: readFileSync(files.certFile, 'utf8') }
  }
  return {
    trusted: readFileSync(authority.caFile, 'utf8'),
    good: await read({}),
    'of another name': await read({ name: 'other', altNames: [{ type: 2, value: 'mail.else.example' }] }),
    expired: await read({ name: 'expired', notAfterDate: new Date(Date.now() - 86_400_000) }),
  }
}

/** A small message that was claimed for delivery. */
export function claimedMessage(changes: Partial<ClaimedMessage> = {}): ClaimedMessage {
  return {
    id: '00000000001',
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@firm.example',
    recipients: ['a@x.example'],
    bytes: claimedBody.length,
    smtpUtf8: false,
    eightBitMime: false,
    attempts: 0,
    queuedAtMs: 0,
    dsn: null,
    body: () => [claimedBody],
    ...changes,
  }
}

export const shortTimeouts = { connect: 1000, answer: 1000 }

/** Connects to a server that behaves so, for the running test. */
export async function connectTo(behaviour: Behaviour, options: ConnectOptions = {}) {
  const { certificate = 'good' } = options
  const { trusted, ...pairs } = await certificates
  const upstream = await startStagedUpstream(behaviour, certificate === null ? undefined : pairs[certificate])
  onTestFinished(() => upstream.stop())
  const result = await connectUpstream({
    user: {
      server: '127.0.0.1',
      port: upstream.port,
      encryption: 'starttls',
      username: 's1_2',
      ...options.user,
    },
    password: new Secret('pass word'),
    trust: createSecureContext({
      ca: [...rootCertificates, ...(options.trust ?? [trusted])],
      minVersion: 'TLSv1.2',
    }),
    timeouts: shortTimeouts,
    cut: new AbortController().signal,
  })
  if (result.ok) onTestFinished(() => result.value.close())
  return { upstream, result }
}

/** Connects to such a server and hands a message over. */
export async function sendTo(behaviour: Behaviour, changes: Partial<ClaimedMessage> = {}) {
  const { upstream, result } = await connectTo(behaviour)
  if (!result.ok) throw new Error(`not connected: ${result.problem.text}`)
  return { upstream, session: result.value, seen: await result.value.send(claimedMessage(changes)) }
}
