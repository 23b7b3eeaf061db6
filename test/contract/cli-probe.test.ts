import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { adviceWords, probeWords } from '../../relay/commands/probe-words.ts'
import { type ProbeVerdict, portReport, probeReport, stageReport } from '../../relay/domain/probe-report.ts'
import { type Fault, startFaultServers } from '../support/fault-server.ts'
import { faults, foreignHost, lonelyFaults, slowFaults } from '../support/faults.ts'
import { knowingNames, type PrivateWorld, withoutNetwork } from '../support/private-world.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** As the scripted interface prints it: evidence is a line. */
const printedPort = portReport.extend({ stages: z.array(stageReport.extend({ evidence: z.string() })) })
const printedReport = probeReport.extend({ ports: z.array(printedPort) })
type PrintedPort = z.infer<typeof printedPort>

const password = 'the password of this test'

type Call = {
  readonly ports: readonly number[]
  readonly more?: readonly string[]
  readonly server?: string
  readonly within?: PrivateWorld
}

/** Asks twice at the same time: once for scripts, once for people. */
async function probe({ ports, more = [], server = 'localhost', within = [] }: Call) {
  const args = ['probe', server, '--ports', ports.join(','), ...more]
  const env = { PROBE_PASSWORD: password }
  const [forScripts, forPeople] = await Promise.all([
    runCli([...args, '--json'], env, within),
    runCli(args, env, within),
  ])
  expect([forScripts.stderr, forPeople.stderr]).toEqual(['', ''])
  expect(forScripts.stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(forScripts.stdout + forPeople.stdout).not.toContain(password)
  expect(forPeople.code).toBe(forScripts.code)
  const report = printedReport.parse(JSON.parse(forScripts.stdout))
  return { code: forScripts.code, report, words: forPeople.stdout.split('\n') }
}

const signedIn = [
  '--username',
  's1_2',
  '--password-env',
  'PROBE_PASSWORD',
  '--mail-from',
  'info@firm.example',
]

function portOf(ports: readonly PrintedPort[], wanted: number | undefined): PrintedPort {
  const found = ports.find(({ port }) => port === wanted)
  if (!found) throw new Error(`port ${wanted} is not in the report`)
  return found
}

/** Verdict, stage, evidence, and cause and cure in words. */
function expectFault({ report, words }: Awaited<ReturnType<typeof probe>>, port: number, fault: Fault): void {
  const { verdict, stages } = portOf(report.ports, port)
  const stage = stages.find((one) => one.verdict !== 'ok') ?? stages.at(-1)
  expect([verdict, stage?.stage]).toEqual([fault.verdict, fault.stage])
  if (fault.seen) expect(stages.map(({ evidence }) => evidence).join('\n')).toMatch(fault.seen)
  expect(words).toContain(sentenceOf(report.server, port, fault.verdict))
}

function sentenceOf(server: string, port: number, verdict: ProbeVerdict): string {
  const { cause, cure } = probeWords[verdict]
  return `${server} port ${port}: ${verdict}. ${cause} ${cure}`
}

describe('probe', () => {
  it.each([
    ['what shows at once', faults, 'fine'],
    ['what shows only after the time is over', slowFaults, null],
  ] as const)(
    'gives each fault of a server its verdict, cause and cure, side by side: %s',
    async (_name, table, good) => {
      const { caFile, ports, said } = await startFaultServers(table)
      const started = performance.now()
      const found = await probe({ ports: [...ports.values()], more: ['--ca', caFile, ...signedIn] })
      expect(performance.now() - started).toBeLessThan(14_000)
      for (const [name, fault] of Object.entries(table)) expectFault(found, ports.get(name) ?? 0, fault)
      const port = good === null ? null : ports.get(good)
      expect(found.report.recommended).toEqual(port === null ? null : { port, encryption: 'starttls' })
      expect(found.code).toBe(good === null ? 1 : 0)
      expect(found.words.at(-2)).toMatch(good === null ? /^The connection is safe/ : `Use port ${port} with`)
      expect(said().filter((line) => /^(?:RCPT|DATA)/i.test(line))).toEqual([])
    },
  )

  it.each(Object.entries(lonelyFaults))('gives %s its verdict, cause and cure', async (name, fault) => {
    const { caFile, ports } = await startFaultServers({ [name]: fault })
    const found = await probe({ ports: [...ports.values()], more: ['--ca', caFile, ...signedIn] })
    expectFault(found, ports.get(name) ?? 0, fault)
    expect({ code: found.code, recommended: found.report.recommended }).toEqual({
      code: 1,
      recommended: null,
    })
  })

  it('sees STARTTLS stripped, and somebody in between, from what another port shows', async () => {
    const { fine } = faults
    const { 'the password refused': _, 'the account disabled': __, ...ofTheWay } = lonelyFaults
    const { caFile, ports } = await startFaultServers({ fine, ...ofTheWay })
    const { report, words } = await probe({ ports: [...ports.values()], more: ['--ca', caFile] })
    const verdicts = Object.fromEntries(
      [...ports].map(([name, port]) => [name, portOf(report.ports, port).verdict]),
    )
    expect(verdicts).toEqual({
      fine: 'ok',
      'no STARTTLS': 'starttls-stripped',
      'another name in the certificate': 'intercepted',
      'an authority nobody knows': 'intercepted',
    })
    const good = ports.get('fine') ?? 0
    expect(report.recommended).toEqual({ port: good, encryption: 'starttls' })
    expect(words.at(-2)).toBe(`Use port ${good} with STARTTLS. ${adviceWords['only-one']}`)
    expect(words).toContain(sentenceOf('localhost', ports.get('no STARTTLS') ?? 0, 'starttls-stripped'))
  })

  it('sees that another host greets in the place of the one that was called', async () => {
    const server = 'mail.firm.example'
    const { caFile, ports } = await startFaultServers(foreignHost, { names: [server] })
    const within = await knowingNames({ [server]: '127.0.0.1' }, await temporaryFolder())
    const more = ['--ca', caFile]
    const found = await probe({ ports: [...ports.values()], more, server, within })
    for (const [name, fault] of Object.entries(foreignHost)) expectFault(found, ports.get(name) ?? 0, fault)
    expect(found.report.recommended?.port).toBe(ports.get('the host itself'))
  })

  it('knows of SMTP+ that it offers STARTTLS on every port', async () => {
    const server = 'in.smtpok.com'
    const { ports } = await startFaultServers({ bare: lonelyFaults['no STARTTLS'] })
    const within = await knowingNames({ [server]: '127.0.0.1' }, await temporaryFolder())
    const found = await probe({ ports: [...ports.values()], server, within })
    expectFault(found, ports.get('bare') ?? 0, { verdict: 'starttls-stripped', stage: 'starttls' })
  })

  it('says that a name is unknown, and that no way leads to an address', async () => {
    const unknown = await probe({ ports: [2525], server: 'no-such-server.invalid' })
    expectFault(unknown, 2525, { verdict: 'dns-failure', stage: 'dns' })
    const unreachable = await probe({ ports: [2525], server: '203.0.113.9', within: withoutNetwork })
    expectFault(unreachable, 2525, { verdict: 'network-unreachable', stage: 'tcp', seen: /ENETUNREACH/ })
    expect([unknown.code, unreachable.code]).toEqual([1, 1])
    expect(unreachable.words.at(-2)).toBe('No port works from here. Nothing was sent.')
  })

  it('asks for each sender, takes it back, says goodbye, and sends nothing', async () => {
    const { fine } = faults
    const { caFile, ports, said } = await startFaultServers({ fine })
    const senders = ['a@firm.example', 'b@firm.example', 'ü@firm.example']
    const more = ['--ca', caFile, ...signedIn.slice(0, 4), ...senders.flatMap((one) => ['--mail-from', one])]
    const args = ['probe', 'localhost', '--ports', String(ports.get('fine')), ...more]
    expect((await runCli(args, { PROBE_PASSWORD: password })).code).toBe(0)
    expect(said().filter((line) => !/^(?:EHLO|STARTTLS|AUTH)/.test(line))).toEqual([
      'MAIL FROM:<a@firm.example>',
      'RSET',
      'MAIL FROM:<b@firm.example>',
      'RSET',
      'MAIL FROM:<ü@firm.example> SMTPUTF8',
      'RSET',
      'QUIT',
    ])
  })

  it('shows a wrong password to a server once, however many ports it has', async () => {
    const refused = lonelyFaults['the password refused']
    const eight = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`port ${index}`, refused]))
    const locking = await startFaultServers(eight)
    const all = [...locking.ports.values()].join(',')
    const report = await runCli(
      ['probe', 'localhost', '--ports', all, '--json', '--ca', locking.caFile, ...signedIn],
      { PROBE_PASSWORD: password },
    )
    const { ports: reports } = printedReport.parse(JSON.parse(report.stdout))
    expect(reports.map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 8 }, () => 'credentials-refused'),
    )
    expect(locking.said().filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
  })
})
