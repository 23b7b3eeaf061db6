import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RelayConfigurationInput, relayConfiguration } from '../../relay/config/configuration.ts'
import { buildPolicyBook } from '../../relay/config/policy-book.ts'
import type { RelayNotice } from '../../relay/domain/relay-event.ts'
import { type Certificate, loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import type { Timeouts } from '../../relay/listener/limits.ts'
import { type Listener, startListener } from '../../relay/listener/smtp-listener.ts'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { createMemoryQueue, type MemoryQueue } from './memory-queue.ts'
import { openDialogue, type SmtpDialogue } from './smtp-dialogue.ts'

export const programPassword = 'a-generated-password-22'
const passwordHash = createPasswordHash(programPassword)

/** The relay's door alone, on a queue in memory: user "office" may send as good.example and info@partner.example. */
export type Listening = {
  readonly port: number
  readonly listener: Listener
  readonly queue: MemoryQueue
  readonly certificate: Certificate
  readonly notices: readonly RelayNotice[]
  /** sign-in → when it was last used, milliseconds since 1970 */
  readonly seen: ReadonlyMap<string, number>
  /** swaps the rules, as a reload does */
  configure(more: Partial<RelayConfigurationInput>): void
  /** moves the relay's clock on */
  passMs(ms: number): void
  /** a connection, past its greeting and EHLO */
  greet(): Promise<SmtpDialogue>
  /** … and signed in as "program" */
  signedIn(): Promise<SmtpDialogue>
  close(): Promise<void>
}

export const officeUser = {
  id: 'office',
  server: 'in.smtpok.com',
  port: 2525,
  encryption: 'starttls',
  authorizedDomains: 'good.example',
  authorizedSenders: 'info@partner.example',
} as const

export const programLogin = { name: 'program', user: 'office', passwordHash }

export async function startListening(
  more: Partial<RelayConfigurationInput> = {},
  options: {
    readonly timeouts?: Partial<Timeouts>
    readonly listen?: RelayConfigurationInput['listen']
  } = {},
): Promise<Listening> {
  const folder = await mkdtemp(join(tmpdir(), 'listening-'))
  const certificate = await loadOrMakeCertificate(folder)
  const listen = options.listen ?? [{ address: '127.0.0.1', port: 0 }]
  const build = (changes: Partial<RelayConfigurationInput>) =>
    relayConfiguration.parse({
      version: 1,
      listen,
      users: [officeUser],
      logins: [programLogin],
      ...more,
      ...changes,
    })
  let configuration = build({})
  let book = buildPolicyBook(configuration)
  let passedMs = 0
  const queue = createMemoryQueue()
  const notices: RelayNotice[] = []
  const seen = new Map<string, number>()
  const started = await startListener({
    listen,
    book: () => book,
    limits: () => configuration.limits,
    certificate,
    queue,
    emit: (notice) => void notices.push(notice),
    seen: (login, atMs) => void seen.set(login, atMs),
    nowMs: () => Date.now() + passedMs,
    monotonicMs: () => performance.now() + passedMs,
    ...(options.timeouts ? { timeouts: options.timeouts } : {}),
  })
  if (!started.ok) throw new Error(`the listener did not start: ${started.problem.reason}`)
  const listener = started.value
  const port = listener.addresses()[0]?.port ?? 0
  const greet = async (): Promise<SmtpDialogue> => {
    const dialogue = await openDialogue(port)
    await dialogue.send('EHLO program.test')
    return dialogue
  }
  return {
    port,
    listener,
    queue,
    certificate,
    notices,
    seen,
    configure(changes) {
      configuration = build(changes)
      book = buildPolicyBook(configuration)
      listener.rulesChanged()
    },
    passMs(ms) {
      passedMs += ms
    },
    greet,
    async signedIn() {
      const dialogue = await greet()
      const reply = await dialogue.signIn('program', programPassword)
      if (reply.code !== 235) throw new Error(`sign-in was answered with ${reply.line}`)
      return dialogue
    },
    async close() {
      await listener.close(1_000)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
