import { isIP } from 'node:net'
import { createTrust } from '../delivery/upstream-trust.ts'
import { seen, verbatim } from '../domain/probe-evidence.ts'
import {
  type PortReport,
  type ProbeProgress,
  type ProbeReport,
  type StageReport,
  usualProbePorts,
  verdictOfStages,
} from '../domain/probe-report.ts'
import { recommendPort } from '../domain/recommend-port.ts'
import { isSmtpPlusServer } from '../domain/smtp-port.ts'
import type { Secret } from '../secrets/secret.ts'
import { timeLimit } from '../time-limit.ts'
import { compareWithOthers } from './compare-ports.ts'
import { checkPort, type PortFindings } from './port-check.ts'
import { lookupAll, type ServerAddress } from './probe-connection.ts'
import { openSignInGate } from './sign-in-gate.ts'

export type ConnectionCheckOptions = {
  readonly server: string
  /** at most 64, each looked at once; none named: the usual ones */
  readonly ports?: readonly number[]
  /** PEM file of certificates to trust beside the usual authorities */
  readonly caFile?: string | undefined
  readonly encryption?: 'starttls' | 'none'
  readonly credentials?: { readonly username: string; readonly password: Secret } | null
  /** envelope senders, each one plain mailbox (relay/domain/mail-address) */
  readonly senders?: readonly string[]
  /** for each port, lookup included, in milliseconds */
  readonly timeoutMs?: number
  /** it is known, from an earlier check, that this server offers STARTTLS */
  readonly knownToOfferStartTls?: boolean
  readonly cancel?: AbortSignal
  readonly onProgress?: (progress: ProbeProgress) => void
  readonly lookup?: (server: string) => Promise<readonly ServerAddress[]>
}

const defaultTimeoutMs = 8000
const mostPorts = 64
/** A name with more is no mail server's, or somebody's joke. */
const mostAddresses = 16
const trustOf = createTrust()

/**
 * The connection doctor: looks at all ports side by side, stage by stage, and says which to use. Sends no message.
 * After a cancel the report holds the ports that were done.
 * Never rejects for what the network does; rejects when `caFile` can't be read.
 */
export async function checkConnection(options: ConnectionCheckOptions): Promise<ProbeReport> {
  const { server } = options
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
  const ports = [...new Set(options.ports ?? usualProbePorts)].slice(0, mostPorts)
  const trust = trustOf(options.caFile)
  const startedMs = performance.now()
  const cancel = options.cancel ?? new AbortController().signal
  const over = timeLimit(timeoutMs, cancel)
  const found = await resolved(server, options.lookup ?? lookupAll, over)
  if (cancel.aborted) return { server, ports: [], recommended: null }
  const ms = Math.round((performance.now() - startedMs) * 10) / 10
  const dns: StageReport =
    'addresses' in found
      ? {
          stage: 'dns',
          verdict: 'ok',
          ms,
          evidence: verbatim(found.addresses.map(({ address }) => address).join(', ')),
        }
      : {
          stage: 'dns',
          verdict: 'dns-failure',
          ms,
          evidence: seen('name-not-found', { code: found.code, server }),
        }
  for (const port of ports) options.onProgress?.({ port, stage: dns })

  const gate = openSignInGate()
  const check = async (port: number): Promise<PortFindings> => {
    if (!('addresses' in found)) {
      return { port, verdict: dns.verdict, stages: [dns], greeting: null, offersStartTls: null }
    }
    const findings = await checkPort({
      server,
      port,
      addresses: found.addresses,
      trust,
      encryption: options.encryption ?? 'starttls',
      credentials: options.credentials ?? null,
      gate,
      senders: options.senders ?? [],
      timeoutMs: Math.max(Math.round(timeoutMs - ms), 0),
      cancel,
      onStage: (stage) => options.onProgress?.({ port, stage }),
    })
    return { ...findings, stages: [dns, ...findings.stages] }
  }
  const findings = await Promise.all(ports.map(check))
  const known = options.knownToOfferStartTls === true || isSmtpPlusServer(server)
  const reports: PortReport[] = findings.filter(isFinished).map((one) => {
    const stages = compareWithOthers(server, one, findings, known)
    return { port: one.port, verdict: verdictOfStages(stages), stages: [...stages] }
  })
  return { server, ports: reports, recommended: recommendPort(server, reports, options.encryption) }
}

/** A cancel leaves ports with nothing but good stages, and nobody knows what the next one would have been. */
function isFinished({ verdict, stages }: PortFindings): boolean {
  return verdict !== 'ok' || stages.at(-1)?.stage === 'quit'
}

async function resolved(
  server: string,
  lookup: (server: string) => Promise<readonly ServerAddress[]>,
  over: AbortSignal,
): Promise<{ addresses: readonly ServerAddress[] } | { code: string }> {
  const family = isIP(server)
  if (family !== 0) return { addresses: [{ address: server, family }] }
  const tooLate = new Promise<{ code: string }>((resolve) => {
    over.addEventListener('abort', () => resolve({ code: 'no answer in time' }), { once: true })
  })
  const answer = lookup(server).then(
    (addresses) => ({ addresses: addresses.slice(0, mostAddresses) }),
    (fault: unknown) => ({
      code: fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown',
    }),
  )
  return Promise.race([answer, tooLate])
}
