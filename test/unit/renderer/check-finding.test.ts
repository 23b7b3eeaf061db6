import { describe, expect, it } from 'vitest'
import { verbatim } from '../../../relay/domain/probe-evidence.ts'
import type { PortReport, ProbeVerdict, StageReport } from '../../../relay/domain/probe-report.ts'
import { findingOf } from '../../../renderer/state/check-finding.ts'
import { portRows } from '../../../renderer/state/port-rows.ts'

const server = 'in.smtpok.com'

function report(port: number, verdict: ProbeVerdict, stage: StageReport['stage'] = 'tcp'): PortReport {
  return { port, verdict, stages: [{ stage, verdict, ms: 10, evidence: verbatim(`seen on ${port}`) }] }
}
const fine = (port: number): PortReport => report(port, 'ok', 'quit')

describe('what a connection check comes to', () => {
  it('is that all is well when the port in use works, whatever else would too', () => {
    expect(findingOf(server, 1025, [fine(1025), fine(2525)])).toEqual({ kind: 'fine', port: 1025 })
  })

  it('is the port to use instead, with what is wrong with the one in use', () => {
    const found = findingOf(server, 587, [
      report(587, 'connection-timeout'),
      fine(25),
      fine(2525),
      fine(4025),
    ])
    expect(found).toEqual({
      kind: 'use-port',
      advice: { port: 2525, reason: 'suggested', complete: true },
      verdict: 'connection-timeout',
    })
  })

  it.each([
    ['in.smtpok.com', [25, 4025], 4025, 'seldom-blocked'],
    ['in.smtpok.com', [25], 25, 'only-one'],
    ['mail.firm.example', [25, 587, 2525], 587, 'submission'],
  ] as const)('at %s with %j is %i, because of %s', (name, ports, port, reason) => {
    const found = findingOf(name, 26, [report(26, 'connection-refused'), ...ports.map(fine)])
    expect(found).toMatchObject({ kind: 'use-port', advice: { port, reason } })
  })

  it('is that the server says no when every port leads to the same refusal: another port is no cure', () => {
    const refused = [25, 2525].map((port) => report(port, 'credentials-refused', 'auth'))
    expect(findingOf(server, 2525, [...refused, report(587, 'connection-refused')])).toEqual({
      kind: 'refused',
      port: 2525,
      verdict: 'credentials-refused',
      evidence: verbatim('seen on 2525'),
    })
  })

  it('is what stopped the port that got furthest when none leads there', () => {
    const reports = [report(2525, 'connection-timeout'), report(25, 'certificate-untrusted', 'certificate')]
    expect(findingOf(server, 2525, reports)).toMatchObject({
      kind: 'nothing',
      verdict: 'certificate-untrusted',
    })
  })

  it('is nothing while the port in use was not done, as after a cancel', () => {
    expect(findingOf(server, 2525, [])).toBeNull()
    expect(findingOf(server, 2525, [fine(1025)])).toBeNull()
  })
})

describe('the ports of a check as they come in', () => {
  const stage: StageReport = { stage: 'tcp', verdict: 'ok', ms: 12, evidence: verbatim('') }

  it('are running, then done; the report counts before what came stage by stage', () => {
    const progress = [
      { check: 'c', port: 25, stage: { ...stage, verdict: 'starttls-not-offered' as const } },
      { check: 'c', port: 2525, stage },
    ]
    expect(
      portRows([25, 2525], [25, 2525], [], progress).map(({ state, verdict }) => [state, verdict]),
    ).toEqual([
      ['done', 'starttls-not-offered'],
      ['running', null],
    ])
    expect(portRows([25], [], [report(25, 'starttls-stripped')], progress)[0]?.verdict).toBe(
      'starttls-stripped',
    )
  })

  it('say which a cancel cut short', () => {
    expect(portRows([25], [], [], [{ check: 'c', port: 25, stage }])[0]).toMatchObject({
      state: 'cancelled',
      verdict: null,
      ms: 12,
    })
  })
})
