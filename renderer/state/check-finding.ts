import { type ProbeEvidence, verbatim } from '../../relay/domain/probe-evidence.ts'
import type { PortReport, ProbeVerdict } from '../../relay/domain/probe-report.ts'
import { advisePort, type PortAdvice } from '../../relay/domain/recommend-port.ts'

/** What a finished check comes to, for the one sentence and its one button. */
export type CheckFinding =
  /** the user's own port is good as it is */
  | { readonly kind: 'fine'; readonly port: number }
  /** another port is the one to use */
  | { readonly kind: 'use-port'; readonly advice: PortAdvice; readonly verdict: ProbeVerdict }
  /** the connection is good, and name, password or sender aren't */
  | {
      readonly kind: 'refused'
      readonly port: number
      readonly verdict: ProbeVerdict
      readonly evidence: ProbeEvidence
    }
  /** no port leads there */
  | { readonly kind: 'nothing'; readonly verdict: ProbeVerdict; readonly evidence: ProbeEvidence }

const order: readonly string[] = [
  'dns',
  'tcp',
  'greeting',
  'ehlo',
  'starttls',
  'certificate',
  'auth',
  'mail-from',
  'quit',
]

/** `port`: the one in use now. Null while nothing was found out about that one. */
export function findingOf(server: string, port: number, reports: readonly PortReport[]): CheckFinding | null {
  const own = reports.find((report) => report.port === port)
  // Cut short before the port in use was done: nothing can be said about it.
  if (!own) return null
  if (own.verdict === 'ok') return { kind: 'fine', port }
  const advice = advisePort(server, reports)
  if (advice?.complete) return { kind: 'use-port', advice, verdict: own.verdict }
  const furthest =
    own && advice?.port === port ? own : reports.toSorted((one, other) => reach(other) - reach(one))[0]
  if (!furthest) return null
  const evidence = furthest.stages.find(({ verdict }) => verdict !== 'ok')?.evidence ?? verbatim('')
  return advice
    ? { kind: 'refused', port: advice.port, verdict: furthest.verdict, evidence }
    : { kind: 'nothing', verdict: furthest.verdict, evidence }
}

/** How far a port got: what stopped the one that got furthest is what needs a cure. */
function reach({ stages }: PortReport): number {
  return order.indexOf(stages.at(-1)?.stage ?? '')
}
