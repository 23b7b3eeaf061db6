import type { Snapshot, WindowContract } from '../../../electron/ipc/window-contract.ts'
import { type ProbeEvidence, seen, verbatim } from '../../../relay/domain/probe-evidence.ts'
import type { ProbeVerdict, StageReport } from '../../../relay/domain/probe-report.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'

const good: readonly StageReport[] = [
  { stage: 'dns', verdict: 'ok', ms: 12.4, evidence: verbatim('203.0.113.9') },
  {
    stage: 'tcp',
    verdict: 'ok',
    ms: 31.2,
    evidence: seen('connected', { address: '203.0.113.9', port: '2525' }),
  },
  { stage: 'greeting', verdict: 'ok', ms: 40.1, evidence: verbatim('220 in.smtpok.com ESMTP') },
  { stage: 'ehlo', verdict: 'ok', ms: 33, evidence: verbatim('PIPELINING, SIZE 10485760, STARTTLS') },
  { stage: 'starttls', verdict: 'ok', ms: 88.9, evidence: verbatim('TLSv1.3, TLS_AES_256_GCM_SHA384') },
  {
    stage: 'certificate',
    verdict: 'ok',
    ms: 0.4,
    evidence: seen('certificate', {
      names: 'in.smtpok.com',
      issuer: 'An Authority',
      from: '2026-09-01',
      to: '2026-12-01',
    }),
  },
  { stage: 'auth', verdict: 'ok', ms: 61, evidence: verbatim('235 2.7.0 Authentication successful') },
  { stage: 'quit', verdict: 'ok', ms: 20, evidence: seen('nothing-sent', {}) },
]

/** Which port comes to what in the page's double; the others turn connections away. */
export type PortsOfDouble = Readonly<
  Record<number, { readonly verdict: ProbeVerdict; readonly evidence: ProbeEvidence }>
>

const usual: PortsOfDouble = {
  2525: { verdict: 'ok', evidence: verbatim('') },
  1025: { verdict: 'ok', evidence: verbatim('') },
  4025: { verdict: 'ok', evidence: verbatim('') },
  25: { verdict: 'connection-timeout', evidence: seen('no-answer', {}) },
  3025: {
    verdict: 'starttls-stripped',
    evidence: verbatim('in.smtpok.com, PIPELINING, XXXXXXXA, SIZE 10485760'),
  },
}

/** The connection doctor as the page sees it: stage by stage, then the report. */
export function probeDouble(
  snapshot: () => Snapshot,
  tell: (...deltas: unknown[]) => void,
  ports: PortsOfDouble = usual,
): Pick<Handlers<WindowContract>, 'checkConnection' | 'checkOwnDoor' | 'cancelCheck'> {
  return {
    checkConnection({ check, target, ports: wanted = [] }) {
      const user = snapshot().users.find(({ id }) => target.kind === 'user' && id === target.id)
      if (!user) return { ok: false, reason: 'user-unknown' }
      const found = wanted.map((port) => {
        const { verdict, evidence } = ports[port] ?? {
          verdict: 'connection-refused',
          evidence: seen('not-connected', { attempts: '203.0.113.9 ECONNREFUSED' }),
        }
        const stages = stagesUpTo(verdict, evidence)
        for (const stage of stages) tell({ part: 'check-progress', value: { check, port, stage } })
        return { port, verdict, stages }
      })
      const best = found.find(({ verdict }) => verdict === 'ok')
      const recommended = best ? { port: best.port, encryption: 'starttls' as const } : null
      const report = { server: user.server, ports: found, recommended }
      return { ok: true, report, signIn: 'tried', cancelled: false }
    },
    checkOwnDoor() {
      const doors = snapshot().relay.listen.map(({ address, port }) => {
        const network = address !== '127.0.0.1' && address !== '::1'
        return {
          address,
          port,
          network,
          here: true,
          verdict: 'ok' as const,
          stages: good.slice(1),
          named: !network,
        }
      })
      const certificate = {
        names: ['localhost', '127.0.0.1'],
        fingerprint: 'AB:CD',
        validFrom: '2026-01-01T00:00:00.000Z',
        validTo: '2028-01-01T00:00:00.000Z',
        trustedHere: false,
      }
      return { ok: true, report: { doors, signIn: 'tried', certificate } }
    },
    cancelCheck: () => null,
  }
}

const stopsAt: Partial<Record<ProbeVerdict, StageReport['stage']>> = {
  'connection-refused': 'tcp',
  'connection-timeout': 'tcp',
  'starttls-stripped': 'starttls',
  'credentials-refused': 'auth',
}

function stagesUpTo(verdict: ProbeVerdict, evidence: ProbeEvidence): StageReport[] {
  const stop = stopsAt[verdict]
  const at = good.findIndex(({ stage }) => stage === stop)
  const failed = good[at]
  return failed ? [...good.slice(0, at), { ...failed, verdict, evidence }] : [...good]
}
