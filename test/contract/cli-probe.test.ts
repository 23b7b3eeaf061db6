import { describe, expect, it } from 'vitest'
import { probeWords } from '../../relay/commands/probe-words.ts'
import { type PortReport, probeReport } from '../../relay/domain/probe-report.ts'
import { startFaultServers } from '../support/fault-server.ts'
import { faults, lonelyFaults, slowFaults } from '../support/faults.ts'
import { runCli } from '../support/relay-process.ts'

const password = 'the password of this test'

async function probe(ports: readonly number[], more: readonly string[] = [], server = 'localhost') {
  const args = ['probe', server, '--ports', ports.join(','), '--json', ...more]
  const { code, stdout, stderr } = await runCli(args, { PROBE_PASSWORD: password })
  expect(stderr).toBe('')
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(stdout).not.toContain(password)
  return { code, report: probeReport.parse(JSON.parse(stdout)) }
}

const signedIn = [
  '--username',
  's1_2',
  '--password-env',
  'PROBE_PASSWORD',
  '--mail-from',
  'info@firm.example',
]

function portOf(ports: readonly PortReport[], wanted: number | undefined): PortReport {
  const found = ports.find(({ port }) => port === wanted)
  if (!found) throw new Error(`port ${wanted} is not in the report`)
  return found
}

describe('probe', () => {
  it.each([
    ['what shows at once', faults, 'fine'],
    ['what shows only after the time is over', slowFaults, null],
  ] as const)('gives each fault of a server its verdict, side by side: %s', async (_name, table, good) => {
    const { caFile, ports } = await startFaultServers(table)
    const { code, report } = await probe([...ports.values()], ['--ca', caFile, ...signedIn])
    const found = Object.keys(table).map((name) => {
      const { verdict, stages } = portOf(report.ports, ports.get(name))
      return [name, verdict, stages.find((stage) => stage.verdict !== 'ok')?.stage ?? stages.at(-1)?.stage]
    })
    expect(found).toEqual(Object.entries(table).map(([name, { verdict, stage }]) => [name, verdict, stage]))
    expect(report.recommended?.port ?? null).toBe(good === null ? null : ports.get(good))
    expect(code).toBe(good === null ? 1 : 0)
    for (const [name, fault] of Object.entries(table)) {
      if (!('seen' in fault)) continue
      const { stages } = portOf(report.ports, ports.get(name))
      expect(stages.map(({ evidence }) => evidence).join('\n'), name).toMatch(fault.seen)
    }
  })

  it.each(Object.entries(lonelyFaults))('gives %s its verdict', async (name, fault) => {
    const { caFile, ports } = await startFaultServers({ [name]: fault })
    const { code, report } = await probe([...ports.values()], ['--ca', caFile])
    const [port] = report.ports
    expect(port?.verdict).toBe(fault.verdict)
    expect(port?.stages.at(-1)).toMatchObject({ stage: fault.stage, verdict: fault.verdict })
    expect({ code, recommended: report.recommended }).toEqual({ code: 1, recommended: null })
  })

  it('sees STARTTLS stripped, and somebody in between, from what another port shows', async () => {
    const { caFile, ports } = await startFaultServers({ fine: faults.fine, ...lonelyFaults })
    const { report } = await probe([...ports.values()], ['--ca', caFile])
    expect(
      Object.fromEntries([...ports].map(([name, port]) => [name, portOf(report.ports, port).verdict])),
    ).toEqual({
      fine: 'ok',
      'no STARTTLS': 'starttls-stripped',
      'another name in the certificate': 'intercepted',
      'an authority nobody knows': 'intercepted',
    })
    expect(report.recommended).toEqual({ port: ports.get('fine'), encryption: 'starttls' })
  })

  it('says that a name is unknown, and that no way leads to an address', async () => {
    const unknown = await probe([2525], [], 'no-such-server.invalid')
    expect(unknown.report.ports[0]).toMatchObject({ verdict: 'dns-failure', stages: [{ stage: 'dns' }] })
    // TCP has no way to a broadcast address on any computer.
    const unreachable = await probe([2525], [], '255.255.255.255')
    expect(unreachable.report.ports[0]?.verdict).toBe('network-unreachable')
    expect([unknown.code, unreachable.code]).toEqual([1, 1])
  })

  it('says cause and cure to people', async () => {
    const { ports } = await startFaultServers({ ssh: faults['an SSH server'] })
    const { code, stdout } = await runCli(['probe', 'localhost', '--ports', String(ports.get('ssh'))])
    expect(code).toBe(1)
    expect(stdout).toContain(probeWords['not-smtp'].cause)
    expect(stdout).toContain(probeWords['not-smtp'].cure)
    expect(stdout).toContain('Nothing was sent.')
  })
})
