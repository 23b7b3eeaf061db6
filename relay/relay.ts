import { join } from 'node:path'
import { checkConfiguration, refusalWords } from './acceptable-configuration.ts'
import type { RelayConfiguration, UnverifiedEntries, UserConfiguration } from './config/configuration.ts'
import { usersReachedOtherwise } from './config/other-connection.ts'
import { buildPolicyBook, type PolicyBook } from './config/policy-book.ts'
import type { ConfigurationProblem } from './config/schema-problem.ts'
import { type Courier, startCourier } from './delivery/courier.ts'
import type { CourierSettings } from './delivery/courier-settings.ts'
import { createDeltaFeed, type EmitDelta } from './delta-feed.ts'
import { practiceUserId } from './domain/practice-user.ts'
import type { RelayEvent, RelayNotice } from './domain/relay-event.ts'
import { done, failed, type Result } from './domain/result.ts'
import type { PracticeRules, RelayProblem } from './ipc/relay-contract.ts'
import { type Journal, openJournal } from './journal/journal.ts'
import { loadOrMakeCertificate } from './listener/certificate.ts'
import { type Listener, startListener } from './listener/smtp-listener.ts'
import { mayStillGo } from './may-still-go.ts'
import { type PracticeServer, startPracticeServer } from './practice/practice-server.ts'
import { openDatabase } from './queue/database.ts'
import { type OpenQueue, openQueue } from './queue/queue.ts'
import type { PasswordLookup } from './secrets/password-lookup.ts'
import { commandLinePasswords } from './secrets/sources.ts'

export type RelayOptions = {
  readonly configuration: RelayConfiguration
  readonly revision: number
  /** null: no practice server */
  readonly practice: PracticeRules | null
  /** default: none */
  readonly unverified?: UnverifiedEntries
  /** for the queue, the journal, the certificate and the practice mailbox; made when missing */
  readonly dataDirectory: string
  readonly passwordOf: PasswordLookup
  readonly onEvent: (event: RelayEvent) => void
  /** for whoever shows the relay; costs nothing when absent */
  readonly onDelta?: EmitDelta
  readonly courier?: Partial<CourierSettings>
}

/** A relay at work, with its parts for whoever answers questions about it (relay-desk.ts). */
export type Relay = {
  readonly queue: OpenQueue
  readonly journal: Journal
  readonly courier: Courier
  readonly listener: Listener
  readonly practice: PracticeServer | null
  /** the relay's own certificate, for programs that want a file to trust */
  readonly certificateFile: string
  book(): PolicyBook
  configuration(): RelayConfiguration
  revision(): number
  problems(): readonly RelayProblem[]
  report(notice: RelayNotice): void
  /** Swaps the whole configuration, `listen` included; on a problem the old one stays in force. */
  configure(
    configuration: RelayConfiguration,
    revision: number,
    practice: PracticeRules | null,
    unverified?: UnverifiedEntries,
  ): Promise<Result<number, RelayProblem>>
  /** The configuration file could not even be read: told as an event, nothing changes. */
  reloadRefused(problem: ConfigurationProblem): void
  /** Takes nothing new, finishes what is being received (at most 10 s), then ends everything. */
  stop(reason: string): Promise<void>
}

const graceMs = 10_000

/**
 * Puts the relay's parts together and starts them: data, practice server, rules, courier, and last the door, so that
 * nothing is accepted before it can be kept. The same in the app, from the command line and in tests.
 */
export async function startRelay(options: RelayOptions): Promise<Result<Relay, RelayProblem>> {
  const nowMs = Date.now
  const checked = checkConfiguration(options.configuration, options.practice)
  if (!checked.ok) return checked
  const opened = await openDatabase(options.dataDirectory)
  if (!opened.ok) {
    // The owner makes what is missing.
    if (opened.problem.reason === 'no-database') throw new Error('a database was not made')
    return failed(opened.problem)
  }
  const database = opened.value
  const problems: RelayProblem[] =
    database.setAside === null ? [] : [{ reason: 'database-set-aside', path: database.setAside }]

  const onDelta = options.onDelta
  const feed = onDelta
    ? createDeltaFeed({ queue: () => queue, counts: () => journal.counts(), emit: onDelta })
    : null
  let courier: Courier | null = null
  const queue = openQueue({
    database,
    nowMs,
    onChange: (change) => {
      feed?.changed(change)
      courier?.wake()
    },
  })
  const journal = openJournal({ database, writer: queue.writer, nowMs, onEvent: options.onEvent, onDelta })
  const report = (notice: RelayNotice): void => {
    journal.record(notice)
    if (notice.event === 'refused') feed?.countsChanged()
  }

  let practiceRules = options.practice
  let practice: PracticeServer | null = null
  let listener: Listener | null = null
  const end = async (): Promise<void> => {
    await listener?.close(graceMs)
    await courier?.stop()
    await practice?.close()
    feed?.close()
    journal.close()
    // Closes the database with it.
    await queue.close()
  }

  if (practiceRules) {
    const started = await startPracticeServer({
      directory: join(options.dataDirectory, 'practice'),
      rules: () => practiceRules ?? closedRules,
      onMessage: (message) => onDelta?.('practice', message),
    })
    if (!started.ok) {
      await end()
      return started
    }
    practice = started.value
  }

  let { configuration, revision } = options
  let book = buildPolicyBook(configuration, practice?.user(), options.unverified)
  const practicePassword = commandLinePasswords(() => (practice ? [practice.user()] : []))
  const judgeQueue = async (): Promise<void> => {
    await queue.applyActiveUsers(activeUsers(book))
    await queue.rejudge((sender) => mayStillGo(book, sender))
  }
  // Before the courier starts: nothing leaves that today's rules refuse.
  await judgeQueue()
  courier = startCourier({
    queue,
    users: () => book.users(),
    passwordOf: (user) =>
      practice && user === practiceUserId ? practicePassword(user) : options.passwordOf(user),
    emit: report,
    nowMs,
    random: Math.random,
    ...(options.courier ? { settings: options.courier } : {}),
  })
  const certificate = await loadOrMakeCertificate(join(options.dataDirectory, 'certificate'))
  const door = await startListener({
    listen: configuration.listen,
    book: () => book,
    limits: () => configuration.limits,
    certificate,
    queue,
    emit: report,
    nowMs,
  })
  if (!door.ok) {
    await end()
    return door
  }
  listener = door.value
  const openDoor = door.value
  report({ event: 'ready', pid: process.pid, listen: openDoor.addresses() })

  return done({
    queue,
    journal,
    courier,
    listener: openDoor,
    practice,
    certificateFile: certificate.certFile,
    book: () => book,
    configuration: () => configuration,
    revision: () => revision,
    problems: () => problems,
    report,
    async configure(next, nextRevision, nextPractice, unverified) {
      const accepted = checkConfiguration(next, nextPractice)
      const listening = accepted.ok ? await openDoor.relisten(next.listen) : accepted
      if (!listening.ok) {
        const problem: RelayProblem = listening.problem
        report({ event: 'reload-refused', ...refusalWords(problem) })
        return failed(problem)
      }
      practiceRules = nextPractice
      practice?.updateRules()
      const reachedOtherwise = usersReachedOtherwise(configuration, next)
      configuration = next
      revision = nextRevision
      book = buildPolicyBook(next, practice?.user(), unverified)
      await judgeQueue()
      for (const user of reachedOtherwise) courier?.resumeUser(user)
      courier?.wake()
      report({ event: 'reloaded', revision })
      return done(revision)
    },
    reloadRefused({ path, expected, found }) {
      report({ event: 'reload-refused', path, expected, found })
    },
    async stop(reason) {
      report({ event: 'stopping', reason })
      await end()
    },
  })
}

// What the practice server goes by in the moment between two configurations: nothing is let through.
const closedRules: PracticeRules = {
  status: 'inactive',
  authorizedDomains: '',
  authorizedSenders: '',
  unauthorizedSenders: 'block',
}

function activeUsers(book: PolicyBook): readonly string[] {
  return [...book.users().values()].filter(isActive).map((user) => user.id)
}

function isActive(user: UserConfiguration): boolean {
  return user.status === 'active'
}
