import { accessSync, constants } from 'node:fs'
import type { Command } from 'commander'
import { parseMailAddress } from '../domain/mail-address.ts'
import { evidenceLine } from '../domain/probe-evidence.ts'
import type { PortReport, ProbeReport, StageReport } from '../domain/probe-report.ts'
import { advisePort } from '../domain/recommend-port.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { serverNameProblem } from '../domain/server-name.ts'
import { type ConnectionCheckOptions, checkConnection } from '../probe/connection-check.ts'
import { Secret } from '../secrets/secret.ts'
import { type ExitStatus, exitStatus, printJson, printText, say } from './output.ts'
import { adviceWords, probeWords } from './probe-words.ts'

type Options = {
  readonly ports?: string
  readonly ca?: string
  readonly username?: string
  readonly passwordEnv?: string
  readonly mailFrom: readonly string[]
  readonly json: boolean
}

/** `probe`: which port of a server works from here, stage by stage; sends no message. */
export function registerProbe(program: Command): void {
  program
    .command('probe')
    .description('check which port of a server works from here, stage by stage; sends no message')
    .argument('<server>', 'host name or address')
    .option('--ports <list>', 'ports to look at, separated by commas; default: the usual ones')
    .option('--ca <file>', 'certificates to trust beside the usual authorities (PEM)')
    .option('--username <name>', 'also sign in, with this user name')
    .option('--password-env <name>', 'the environment variable that holds the password')
    .option(
      '--mail-from <address>',
      'also ask whether this sender may send (may be repeated)',
      (address: string, before: readonly string[]) => [...before, address],
      [],
    )
    .option('--json', 'one JSON object on standard output', false)
    .action(async (server: string, options: Options) => {
      process.exitCode = await probe(server, options)
    })
}

async function probe(server: string, options: Options): Promise<ExitStatus> {
  const call = readCall(server, options)
  if (!call.ok) {
    say(call.problem)
    return exitStatus.wrongCall
  }
  const report = await checkConnection({
    ...call.value,
    onProgress: ({ port, stage }) => {
      if (!options.json && process.stderr.isTTY) say(`${server}:${port} ${stage.stage}: ${stage.verdict}`)
    },
  })
  if (options.json) printJson(printed(report))
  else printText(inWords(report))
  return report.recommended ? exitStatus.done : exitStatus.no
}

function readCall(server: string, options: Options): Result<ConnectionCheckOptions, string> {
  const problem = serverNameProblem(server)
  if (problem) return failed(`"${server}" is no server's name or address: expected one like in.smtpok.com.`)
  const ports = options.ports?.split(',').map((text) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : 0))
  if (ports?.some((port) => port < 1 || port > 65_535)) {
    return failed(`--ports expects numbers from 1 to 65535, separated by commas; found "${options.ports}".`)
  }
  if (ports && new Set(ports).size > 64) {
    return failed('--ports looks at 64 ports at most: going through them all would look like an attack.')
  }
  const { ca, username, passwordEnv } = options
  if (ca !== undefined) {
    try {
      accessSync(ca, constants.R_OK)
    } catch {
      return failed(`--ca expects a file of certificates; ${ca} cannot be read.`)
    }
  }
  if ((username === undefined) !== (passwordEnv === undefined)) {
    return failed('--username and --password-env go together: the name, and the variable with its password.')
  }
  const password = passwordEnv === undefined ? undefined : process.env[passwordEnv]
  if (passwordEnv !== undefined && (password === undefined || password === '')) {
    return failed(`--password-env expects the name of a variable; ${passwordEnv} is not set.`)
  }
  const senders = options.mailFrom
  const wrong = senders.find((sender) => !parseMailAddress(sender).ok)
  if (wrong !== undefined) return failed(`--mail-from expects one plain address; found "${wrong}".`)
  return done({
    server,
    ...(ports ? { ports } : {}),
    caFile: ca,
    credentials:
      username === undefined || password === undefined ? null : { username, password: new Secret(password) },
    senders,
  })
}

/** The report as the scripted interface has it: evidence as a line. */
function printed({ ports, ...others }: ProbeReport): object {
  const line = ({ evidence, ...stage }: StageReport): object => ({
    ...stage,
    evidence: evidenceLine(evidence),
  })
  return { ...others, ports: ports.map(({ stages, ...port }) => ({ ...port, stages: stages.map(line) })) }
}

function inWords({ server, ports }: ProbeReport): string {
  return [...ports.flatMap((port) => portInWords(server, port)), adviceInWords(server, ports)].join('\n')
}

function adviceInWords(server: string, ports: readonly PortReport[]): string {
  const advice = advisePort(server, ports)
  if (!advice) return 'No port works from here. Nothing was sent.'
  return advice.complete
    ? `Use port ${advice.port} with STARTTLS. ${adviceWords[advice.reason]}`
    : 'The connection is safe, and the server says no: another port is no cure. Nothing was sent.'
}

function portInWords(server: string, { port, verdict, stages }: PortReport): readonly string[] {
  const { cause, cure } = probeWords[verdict]
  return [
    `${server} port ${port}: ${verdict}. ${cause} ${cure}`,
    ...stages.map(
      ({ stage, verdict: came, ms, evidence }) =>
        `  ${stage.padEnd(12)}${came.padEnd(10)} ${ms} ms  ${evidenceLine(evidence)}`,
    ),
  ]
}
