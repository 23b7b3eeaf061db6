import { getDomain } from 'tldts'
import type { ProbeVerdict, StageReport } from '../domain/probe-report.ts'
import type { PortFindings } from './port-check.ts'

/**
 * What one port alone can't tell: STARTTLS that is missing here and offered on another port (or known from before) was
 * stripped; a certificate that isn't trusted here while the same server shows a good one on another port, or a greeting
 * with a foreign name where another port greets with the server's own, is somebody in between. Gives the stages anew.
 */
export function compareWithOthers(
  server: string,
  own: PortFindings,
  all: readonly PortFindings[],
  knownToOfferStartTls: boolean,
): readonly StageReport[] {
  const others = all.filter((one) => one !== own)
  const isTrusted = (one: PortFindings): boolean =>
    one.stages.some(({ stage, verdict }) => stage === 'certificate' && verdict === 'ok')
  const reads = (from: ProbeVerdict, to: ProbeVerdict): readonly StageReport[] =>
    own.stages.map((stage) => (stage.verdict === from ? { ...stage, verdict: to } : stage))

  const { verdict } = own
  if (!isTrusted(own) && isForeignHost(server, own, others)) return asForeign(own)
  if (verdict === 'starttls-not-offered') {
    const offered = knownToOfferStartTls || others.some(({ offersStartTls }) => offersStartTls === true)
    return offered ? reads(verdict, 'starttls-stripped') : own.stages
  }
  if (verdict === 'certificate-untrusted' || verdict === 'certificate-name-mismatch') {
    return others.some(isTrusted) ? reads(verdict, 'intercepted') : own.stages
  }
  return own.stages
}

/** A provider's own server answers in place of the one that was called, as some do on port 25. */
function isForeignHost(server: string, own: PortFindings, others: readonly PortFindings[]): boolean {
  const wanted = getDomain(server)
  const greeted = greetingDomain(own)
  if (wanted === null || greeted === null || greeted === wanted) return false
  return others.some((other) => greetingDomain(other) === wanted)
}

function greetingDomain({ greeting }: PortFindings): string | null {
  const host = /^220[ -](\S+)/.exec(greeting ?? '')?.[1]
  return host === undefined ? null : getDomain(host)
}

function asForeign(own: PortFindings): readonly StageReport[] {
  return own.stages.map((stage) =>
    stage.stage === 'greeting' ? { ...stage, verdict: 'intercepted' as const } : stage,
  )
}
