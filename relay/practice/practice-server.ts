import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { limits, relayConfiguration, type UserConfiguration } from '../config/configuration.ts'
import { buildPolicyBook, type PolicyBook } from '../config/policy-book.ts'
import { practiceUserId } from '../domain/practice-user.ts'
import type { ListenAddress } from '../domain/relay-event.ts'
import { done, type Result } from '../domain/result.ts'
import type { PracticeRules } from '../ipc/relay-contract.ts'
import { loadOrMakeCertificate } from '../listener/certificate.ts'
import type { ListenProblem } from '../listener/listen-sockets.ts'
import { type Listener, startListener } from '../listener/smtp-listener.ts'
import { createPasswordHash, generatePassword } from '../secrets/sign-in.ts'
import { openPracticeMailbox, type PracticeMailbox } from './practice-mailbox.ts'
import type { PracticeMessage } from './stored-message.ts'

export type PracticeOptions = {
  /** for the mailbox, the certificate and the password; made when missing, readable by its owner only */
  readonly directory: string
  /** default: 3025, or any free one of SMTP+'s range 1025–5000 */
  readonly port?: number
  /** asked at start and at each `updateRules` */
  readonly rules: () => PracticeRules
  readonly onMessage: (message: PracticeMessage) => void
}

export type PracticeServer = Pick<PracticeMailbox, 'messages' | 'read'> & {
  readonly listen: ListenAddress
  /** the practice server as an SMTP+ user of the relay: where, as whom, trusting which certificate, under its rules */
  user(): UserConfiguration
  updateRules(): void
  close(): Promise<void>
}

const host = '127.0.0.1'
const preferredPort = 3_025
const messageBytes = 14_680_064

/**
 * An SMTP+ stand-in on this machine: same ports, STARTTLS before AUTH, its own authorized senders, and a mailbox in
 * place of the world. It is the relay's own door with other manners, so everything hostile ends here as it does there.
 */
export async function startPracticeServer(
  options: PracticeOptions,
): Promise<Result<PracticeServer, ListenProblem>> {
  const directory = path.resolve(options.directory)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const certificate = await loadOrMakeCertificate(directory)
  const password = await keptPassword(path.join(directory, 'password'))
  const passwordHash = createPasswordHash(password.text)
  const mailbox = await openPracticeMailbox(path.join(directory, 'mailbox'), options.onMessage)

  let listen: ListenAddress = { address: host, port: preferredPort }
  const user = (): UserConfiguration => ({
    id: practiceUserId,
    server: host,
    port: listen.port,
    encryption: 'starttls',
    username: practiceUserId,
    password: { file: password.file },
    caFile: certificate.certFile,
    priority: 3,
    note: '',
    ...options.rules(),
  })
  const makeBook = (): PolicyBook =>
    buildPolicyBook(
      relayConfiguration.parse({
        version: 1,
        listen: [listen],
        users: [user()],
        logins: [{ name: practiceUserId, user: practiceUserId, passwordHash }],
      }),
    )
  let book = makeBook()

  const started = await listenSomewhere(options.port, (port) =>
    startListener({
      listen: [{ address: host, port }],
      book: () => book,
      limits: () => limits.parse({ messageBytes }),
      certificate,
      queue: mailbox,
      emit: () => {},
      nowMs: Date.now,
      manners: {
        hostName: 'practice.smtpok.invalid',
        banner: 'practice server on this computer, nothing leaves it',
        signInInClearOnLoopback: false,
        completesHeader: false,
        accepted: (id) => ({ code: 250, enhanced: '2.0.0', text: `practice: queued as ${id}` }),
      },
    }),
  )
  if (!started.ok) return started
  listen = started.value.addresses()[0] ?? listen

  return done({
    listen,
    user,
    updateRules() {
      book = makeBook()
    },
    messages: mailbox.messages,
    read: mailbox.read,
    close: () => started.value.close(1_000),
  })
}

/** The wanted port; else 3025; else a few of SMTP+'s range picked at random (another copy of the app may hold 3025). */
async function listenSomewhere(
  wanted: number | undefined,
  start: (port: number) => Promise<Result<Listener, ListenProblem>>,
): Promise<Result<Listener, ListenProblem>> {
  const first = await start(wanted ?? preferredPort)
  if (first.ok || wanted !== undefined) return first
  for (let tries = 0; tries < 50; tries += 1) {
    const next = await start(1_025 + Math.floor(Math.random() * 3_976))
    if (next.ok) return next
  }
  return first
}

/** Made on first run and kept 0600: the relay reads it from the file like any other user's. */
async function keptPassword(file: string): Promise<{ file: string; text: string }> {
  try {
    const text = (await readFile(file, 'utf8')).trim()
    if (text !== '') return { file, text }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
  }
  const text = generatePassword()
  await writeFile(`${file}.tmp`, `${text}\n`, { mode: 0o600, flush: true })
  await rename(`${file}.tmp`, file)
  return { file, text }
}
