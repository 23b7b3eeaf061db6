import type { PortReport, ProbeReport } from '../domain/probe-report.ts'
import { isSmtpPlusServer } from '../domain/smtp-port.ts'

/**
 * The port to use of those that are `ok`, or null. Port 25 comes last: providers and firewalls close or watch it
 * sooner than any other. SMTP+ suggests 2525 and documents 25 and 1025–5000; everyone else's port is 587 (RFC 6409).
 */
export function recommendPort(
  server: string,
  ports: readonly PortReport[],
  encryption: 'starttls' | 'none' = 'starttls',
): ProbeReport['recommended'] {
  const first = isSmtpPlusServer(server) ? [2525] : [587, 2525]
  const last = isSmtpPlusServer(server) ? [25, 587] : [25]
  const rank = (port: number): number => {
    const early = first.indexOf(port)
    if (early !== -1) return early
    const late = last.indexOf(port)
    return late === -1 ? first.length : first.length + 1 + late
  }
  const [best] = ports
    .filter(({ verdict }) => verdict === 'ok')
    .toSorted((one, other) => rank(one.port) - rank(other.port))
  return best ? { port: best.port, encryption } : null
}
