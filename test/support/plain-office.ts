import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { RelayConfigurationInput } from '../../relay/config/configuration.ts'
import { officeUser, writeConfiguration } from './configuration.ts'
import { type RelayProcess, runCli, startRelay } from './relay-process.ts'
import { openDialogue, type SmtpDialogue, type SmtpReply } from './smtp-dialogue.ts'
import { type StagedUpstream, startStagedUpstream } from './staged-upstream.ts'
import { waitUntil } from './wait-until.ts'

/** The built relay with nothing in its way: a sign-in by address, a server in clear text that takes everything. */
export type PlainOffice = {
  readonly config: string
  readonly data: string
  readonly upstream: StagedUpstream
  /** the running relay; another one after `startAgain` */
  relay(): RelayProcess
  /** A connection to the running relay, greeted and let in. */
  open(): Promise<SmtpDialogue>
  /** One message to `name`@customer.example, on a connection of its own. Gives the answer to its last dot. */
  send(name: string, bodyBytes?: number): Promise<SmtpReply>
  /** Waits until each of these names has its message, and gives the names of all that arrived, in order. */
  arrived(names: readonly string[], limitMs?: number): Promise<readonly string[]>
  /** The names of whom the queue has a message for, oldest first, as the command line lists them. */
  queued(): Promise<readonly string[]>
  startAgain(env?: Readonly<Record<string, string>>): Promise<RelayProcess>
  close(): Promise<void>
}

export type PlainOfficeOptions = {
  /** default: a folder that the relay has to make */
  readonly data?: string
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: RelayConfigurationInput['limits']
}

export async function openPlainOffice(options: PlainOfficeOptions = {}): Promise<PlainOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'plain-office-'))
  const data = options.data ?? join(folder, 'data')
  const upstream = await startStagedUpstream({ bare: true })
  const user = officeUser({ port: upstream.port, encryption: 'none' })
  const config = await writeConfiguration(folder, [user], {
    logins: [{ name: 'scanner', user: 'office', auth: 'none', addresses: ['127.0.0.1/32'] }],
    ...(options.limits ? { limits: options.limits } : {}),
  })
  let relay = await startRelay({ config, data, ...(options.env ? { env: options.env } : {}) })
  const open = async (): Promise<SmtpDialogue> => {
    const dialogue = await openDialogue(relay.port)
    await dialogue.send('EHLO scanner.test')
    return dialogue
  }
  return {
    config,
    data,
    upstream,
    relay: () => relay,
    open,
    async send(name, bodyBytes = 40) {
      const dialogue = await open()
      try {
        await dialogue.envelope('info@firm.example', [`${name}@customer.example`])
        return await dialogue.message(plainMessage(bodyBytes))
      } finally {
        dialogue.close()
      }
    },
    async arrived(names, limitMs = 20_000) {
      const seen = (): readonly string[] => upstream.messages.flatMap(({ to }) => to.map(nameOf))
      await waitUntil(
        () => `mail for ${names.join(', ')} to arrive; arrived: ${seen().join(', ')}`,
        () => names.every((name) => seen().includes(name)),
        limitMs,
      )
      return seen()
    },
    async queued() {
      const listed = await runCli(['queue', 'list', '--data', data, '--json'])
      if (listed.code !== 0) throw new Error(`queue list: ${listed.stdout}${listed.stderr}`)
      return listed.stdout
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => listedMessage.parse(JSON.parse(line)).recipients.map(nameOf))
    },
    async startAgain(env = options.env) {
      relay = await startRelay({ config, data, ...(env ? { env } : {}) })
      return relay
    },
    async close() {
      await relay.stop()
      await upstream.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

export function plainMessage(bodyBytes: number): string {
  const line = `${'x'.repeat(76)}\r\n`
  const body = line.repeat(Math.ceil(bodyBytes / line.length))
  return `From: info@firm.example\r\nTo: ann@customer.example\r\nSubject: Invoice\r\n\r\n${body}`
}

const listedMessage = z.object({ recipients: z.array(z.string()) })

function nameOf(recipient: string): string {
  return recipient.slice(0, recipient.indexOf('@'))
}
