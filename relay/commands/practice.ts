import { mkdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { relayConfiguration } from '../config/configuration.ts'
import { practiceUserId } from '../domain/practice-user.ts'
import { failed } from '../domain/result.ts'
import { startRelay } from '../relay.ts'
import { createPasswordHash, generatePassword } from '../secrets/sign-in.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs } from './output.ts'
import { sayCannotRun } from './relay-problem-sentence.ts'
import { print } from './serve.ts'
import { stopSignal } from './stop-signal.ts'

type Options = { readonly data: string; readonly port: string; readonly json: boolean }

const sender = 'you@practice.example'

/** `practice`: a relay and the practice server behind it, with a sign-in made for this run, until it is stopped. */
export function registerPractice(program: Command): void {
  program
    .command('practice')
    .description('try everything on this machine: a relay, and an SMTP+ stand-in that keeps what it is sent')
    .requiredOption('--data <dir>', 'where mail, journal and the practice mailbox are kept')
    .option('--port <port>', 'the port programs send to; 0 for any free one', '2525')
    .option('--json', 'one JSON object an event on standard output', false)
    .action(runs(practice))
}

async function practice({ data, port, json }: Options): Promise<ExitStatus> {
  const password = generatePassword()
  const stopped = stopSignal()
  await mkdir(data, { recursive: true, mode: 0o700 })
  const start = (wanted: number) =>
    startRelay({
      configuration: relayConfiguration.parse({
        version: 1,
        listen: [{ address: '127.0.0.1', port: wanted }],
        users: [],
        logins: [{ name: 'first', user: practiceUserId, passwordHash: createPasswordHash(password) }],
      }),
      revision: 1,
      practice: {
        status: 'active',
        authorizedDomains: 'practice.example',
        authorizedSenders: '',
        unauthorizedSenders: 'block',
      },
      dataDirectory: data,
      passwordOf: (user) => Promise.resolve(failed({ reason: 'missing-source', source: user })),
      onEvent: (event) => print(event, json),
    })
  let started = await start(Number(port))
  // Nobody chose this port: a free one does as well.
  if (!started.ok && started.problem.reason === 'port-in-use') started = await start(0)
  if (!started.ok) return sayCannotRun(started.problem, json)
  const relay = started.value

  const listen = relay.listener.addresses()[0]
  const words = {
    address: listen?.address ?? '',
    port: listen?.port ?? 0,
    name: 'first',
    password,
    certificate: relay.certificateFile,
  }
  if (json) printJson({ signIn: words })
  else printText(instructions(words))
  await relay.stop(await stopped)
  return exitStatus.done
}

function instructions(signIn: {
  readonly address: string
  readonly port: number
  readonly name: string
  readonly password: string
  readonly certificate: string
}): string {
  const { address, port, name, password, certificate } = signIn
  return [
    '',
    'The practice relay is running. What it is sent stays on this machine.',
    `  Server      ${address}`,
    `  Port        ${port}`,
    '  Encryption  STARTTLS (its certificate was made on this machine)',
    `  User name   ${name}`,
    `  Password    ${password}`,
    '',
    'Send a first message: paste this into another terminal.',
    '',
    `printf 'From: ${sender}\\nTo: someone@practice.example\\nSubject: Hello\\n\\nIt works.\\n' | \\`,
    `  curl --silent --show-error --ssl-reqd --cacert '${certificate}' --url smtp://${address}:${port} \\`,
    `    --user '${name}:${password}' --mail-from ${sender} --mail-rcpt someone@practice.example --upload-file -`,
    '',
    'Stop it with Ctrl+C.',
    '',
  ].join('\n')
}
