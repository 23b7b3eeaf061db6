import { join } from 'node:path'
import { checkConfiguration, refusalWords } from './acceptable-configuration.ts'
import {
  type Alerting,
  type AlertWishes,
  defaultAlertWishes,
  ownCertificate,
  startAlerting,
} from './alerting.ts'
import { createCheckGuests } from './check-guest.ts'
import { type DeliveryWishes, deliveryWishes, type RelayConfiguration } from './config/configuration.ts'
import { usersReachedOtherwise } from './config/other-connection.ts'
import { buildPolicyBook, type PolicyBook } from './config/policy-book.ts'
import { startCourier } from './delivery/courier.ts'
import type { Courier } from './delivery/courier-contract.ts'
import { isIgnored } from './domain/alert-cause.ts'
import { practiceUserId } from './domain/practice-user.ts'
import type { RelayNotice } from './domain/relay-event.ts'
import { done, failed, type Result } from './domain/result.ts'
import type { PracticeRules } from './ipc/relay-contract.ts'
import type { RelayProblem } from './ipc/relay-problem.ts'
import { loadOrMakeCertificate, nameAddresses } from './listener/certificate.ts'
import { addressesToName } from './listener/certificate-names.ts'
import { type Listener, startListener } from './listener/smtp-listener.ts'
import { mayStillGo } from './may-still-go.ts'
import { type NoticeDesk, startNoticeDesk } from './notices/notice-desk.ts'
import { startPaceReport } from './pace-report.ts'
import { type PracticeServer, startPracticeServer } from './practice/practice-server.ts'
import { openDatabase } from './queue/database.ts'
import { openRecords } from './records.ts'
import type { Relay, RelayOptions } from './running-relay.ts'
import { commandLinePasswords } from './secrets/sources.ts'

const graceMs = 10_000
const defaultDelivery = deliveryWishes.parse({})

/**
 * Puts the relay's parts together and starts them: data, practice server, rules, the door, and last the courier. The
 * same in the app, from the command line and in tests.
 */
export async function startRelay(options: RelayOptions): Promise<Result<Relay, RelayProblem>> {
  const nowMs = options.nowMs ?? Date.now
  const checked = checkConfiguration(options.configuration, options.practice)
  if (!checked.ok) return checked
  const opened = await openDatabase(options.dataDirectory)
  if (!opened.ok) return opened
  const database = opened.value
  const problems: RelayProblem[] =
    database.setAside === null ? [] : [{ reason: 'database-set-aside', path: database.setAside }]

  const { onDelta } = options
  let { configuration, revision } = options
  let beside = options.beside ?? {}
  const wishes = (): AlertWishes => beside.alerts ?? defaultAlertWishes
  let courier: Courier | null = null
  let alerting: Alerting | null = null
  let paceReport: { readonly close: () => void } | null = null
  const records = openRecords(database, {
    onEvent: options.onEvent,
    ...(onDelta ? { onDelta } : {}),
    nowMs,
    configuration: () => configuration,
    isIgnored: (cause) => isIgnored(wishes().settings.ignored, cause),
    onQueueChange: () => courier?.wake(),
    onAlert: () => alerting?.raised(),
    onDamage: () => alerting?.damageFound(),
    onOwed: () => notices?.wake(),
  })
  const { queue, journal, loginsSeen, deliveries, run, feed } = records
  let notices: NoticeDesk | null = null
  const report = (notice: RelayNotice): void => {
    journal.record(notice)
    if (notice.event === 'refused') feed?.countsChanged()
  }

  let practiceRules = options.practice
  let practice: PracticeServer | null = null
  let listener: Listener | null = null
  const end = async (): Promise<void> => {
    await listener?.close(graceMs)
    alerting?.close()
    paceReport?.close()
    await courier?.stop()
    await notices?.close()
    await practice?.close()
    await records.close()
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

  const delivery = (): DeliveryWishes => configuration.delivery ?? defaultDelivery
  const bookOf = (of: RelayConfiguration): PolicyBook =>
    buildPolicyBook(of, practice?.user(), beside.unverified, beside.formSenders)
  let book = bookOf(configuration)
  const practicePassword = commandLinePasswords(() => (practice ? [practice.user()] : []))
  const judgeQueue = async (): Promise<void> => {
    await queue.applyActiveUsers(activeUsers(book))
    await queue.rejudge((sender) => mayStillGo(book, sender))
  }
  // Before the courier starts: nothing leaves that today's rules refuse.
  await judgeQueue()
  const toName = addressesToName(configuration.listen)
  let certificate = await loadOrMakeCertificate(
    join(options.dataDirectory, 'certificate'),
    Date.now(),
    toName,
  )
  const guests = createCheckGuests()
  const door = await startListener({
    listen: configuration.listen,
    limits: () => configuration.limits,
    certificate,
    queue,
    nowMs,
    ...guests.atTheDoor({ book: () => book, emit: report, seen: loginsSeen.note }),
  })
  if (!door.ok) {
    await end()
    return door
  }
  listener = door.value
  const openDoor = door.value
  report({ event: 'ready', pid: process.pid, listen: openDoor.addresses() })
  // After `ready`, which is the first event of all, and only if the door could be opened.
  courier = startCourier({
    queue,
    users: () => book.users(),
    passwordOf: (user) =>
      practice && user === practiceUserId ? practicePassword(user) : options.passwordOf(user),
    emit: report,
    nowMs,
    random: Math.random,
    whenUncertain: (user, login) => book.whenUncertain(user, login),
    giveUpAfterHours: () => delivery().giveUpAfterHours,
    ...(options.courier ? { settings: options.courier } : {}),
    onDelivered: (user) => deliveries.note(user, nowMs()),
    onWell: (user, delivered) => alerting?.sessionWentWell(user, delivered),
    onCertificate: (user, endsAtMs) => alerting?.certificateSeen(user, endsAtMs),
  })
  const noticeDesk = startNoticeDesk({
    database,
    queue,
    book: () => book,
    delivery,
    language: () => wishes().language,
    mailRoom: { queue, courier, report },
    nowMs,
  })
  notices = noticeDesk
  if (onDelta) paceReport = startPaceReport(courier.paces, onDelta)
  const startedAlerting = startAlerting({
    database,
    queue,
    journal,
    book: () => book,
    wishes,
    delivery,
    certificate: () => ownCertificate(certificate, openDoor.addresses()),
    mailRoom: { queue, courier, report },
    showOnDesktop: onDelta ? (alerts) => onDelta('tellAlerts', alerts) : null,
    alive: run.alive,
    nowMs,
  })
  alerting = startedAlerting
  startedAlerting.started(run.foundAliveAtMs)

  return done({
    queue,
    journal,
    courier,
    alerting: startedAlerting,
    notices: noticeDesk,
    listener: openDoor,
    loginsSeen,
    deliveries,
    practice,
    certificateFile: certificate.certFile,
    admitGuest: guests.admit,
    book: () => book,
    configuration: () => configuration,
    revision: () => revision,
    problems: () => problems,
    report,
    async configure(next, nextRevision, nextPractice, nextBeside = {}) {
      const accepted = checkConfiguration(next, nextPractice)
      const listening = accepted.ok ? await openDoor.relisten(next.listen) : accepted
      if (!listening.ok) {
        const problem: RelayProblem = listening.problem
        report({ event: 'reload-refused', ...refusalWords(problem) })
        return failed(problem)
      }
      const named = await nameAddresses(certificate, addressesToName(next.listen))
      if (named !== certificate) openDoor.useCertificate(named)
      certificate = named
      practiceRules = nextPractice
      practice?.updateRules()
      const reachedOtherwise = usersReachedOtherwise(configuration, next)
      configuration = next
      revision = nextRevision
      beside = nextBeside
      book = bookOf(next)
      openDoor.rulesChanged()
      await judgeQueue()
      startedAlerting.rulesChanged()
      for (const user of reachedOtherwise) courier?.resumeUser(user)
      courier?.wake()
      report({ event: 'reloaded', revision })
      return done(revision)
    },
    async moveMail(from, to) {
      const moved = await queue.moveToUser(from, to)
      await judgeQueue()
      courier?.wake()
      return moved
    },
    reloadRefused({ path, expected, found }) {
      report({ event: 'reload-refused', path, expected, found })
    },
    async stop(reason) {
      report({ event: 'stopping', reason })
      // First: whoever waits for the rest may lose patience and end the process, and that is no sudden end.
      startedAlerting.close()
      run.end()
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
  return [...book.users().values()].filter(({ status }) => status === 'active').map(({ id }) => id)
}
