import type { PortReport, ProbeReport } from './probe-report.ts'
import { isSmtpPlusServer } from './smtp-port.ts'

/**
 * A port to use and why: `suggested` by SMTP+ itself, everyone else's port for `submission` (RFC 6409),
 * `seldom-blocked`, or the `only-one` that works.
 */
export type PortAdvice = {
  readonly port: number
  readonly reason: 'suggested' | 'submission' | 'seldom-blocked' | 'only-one'
  /** false: it is safe to use, but sign-in or sender were refused; that is no port's fault */
  readonly complete: boolean
}

/**
 * The port to use, or null. Those that are `ok` go first, then those where only sign-in or sender were refused. Port 25
 * comes last: providers and firewalls close or watch it sooner than any other.
 */
export function advisePort(server: string, ports: readonly PortReport[]): PortAdvice | null {
  const working = ports.filter(({ verdict }) => verdict === 'ok')
  const usable = working.length > 0 ? working : ports.filter(isReached)
  const isSmtpPlus = isSmtpPlusServer(server)
  const first = isSmtpPlus ? [2525] : [587, 2525]
  const last = isSmtpPlus ? [25, 587] : [25]
  const rank = (port: number): number => {
    const early = first.indexOf(port)
    if (early !== -1) return early
    const late = last.indexOf(port)
    return late === -1 ? first.length : first.length + 1 + late
  }
  const [best] = usable.toSorted((one, other) => rank(one.port) - rank(other.port))
  if (!best) return null
  return { port: best.port, reason: reasonFor(best.port, isSmtpPlus, usable), complete: working.length > 0 }
}

/** What `probe` recommends: SMTP+ suggests 2525 and documents 25 and 1025–5000; everyone else's port is 587. */
export function recommendPort(
  server: string,
  ports: readonly PortReport[],
  encryption: 'starttls' | 'none' = 'starttls',
): ProbeReport['recommended'] {
  const advice = advisePort(server, ports)
  return advice?.complete ? { port: advice.port, encryption } : null
}

function reasonFor(port: number, isSmtpPlus: boolean, usable: readonly PortReport[]): PortAdvice['reason'] {
  if (usable.length === 1) return 'only-one'
  if (isSmtpPlus && port === 2525) return 'suggested'
  return !isSmtpPlus && port === 587 ? 'submission' : 'seldom-blocked'
}

/** Everything up to the sign-in is good: the connection is encrypted, to the right server. */
function isReached({ stages }: PortReport): boolean {
  const failed = stages.find(({ verdict }) => verdict !== 'ok')
  return failed?.stage === 'auth' || failed?.stage === 'mail-from'
}
