import type { Alerting, AlertWishes } from './alerting.ts'
import type { CheckGuest } from './check-guest.ts'
import type { RelayConfiguration, UnverifiedEntries } from './config/configuration.ts'
import type { PolicyBook } from './config/policy-book.ts'
import type { FileProblem } from './config/schema-problem.ts'
import type { Courier } from './delivery/courier-contract.ts'
import type { CourierSettings } from './delivery/courier-settings.ts'
import type { EmitDelta } from './delta-feed.ts'
import type { RelayEvent, RelayNotice } from './domain/relay-event.ts'
import type { Result } from './domain/result.ts'
import type { PracticeRules } from './ipc/relay-contract.ts'
import type { RelayProblem } from './ipc/relay-problem.ts'
import type { Journal } from './journal/journal.ts'
import type { LastTimes } from './journal/last-times.ts'
import type { Listener } from './listener/smtp-listener.ts'
import type { NoticeDesk } from './notices/notice-desk.ts'
import type { PracticeServer } from './practice/practice-server.ts'
import type { OpenQueue } from './queue/queue.ts'
import type { PasswordLookup } from './secrets/password-lookup.ts'

/** What only the app knows, and no configuration file says; each by default empty. */
export type BesideConfiguration = {
  readonly unverified?: UnverifiedEntries
  /** sign-ins of online forms that get an authorized From */
  readonly formSenders?: readonly string[]
  readonly alerts?: AlertWishes
}

export type RelayOptions = {
  readonly configuration: RelayConfiguration
  readonly revision: number
  /** null: no practice server */
  readonly practice: PracticeRules | null
  readonly beside?: BesideConfiguration
  /** for the queue, the journal, the certificate and the practice mailbox; made when missing */
  readonly dataDirectory: string
  readonly passwordOf: PasswordLookup
  readonly onEvent: (event: RelayEvent) => void
  /** for whoever shows the relay; costs nothing when absent */
  readonly onDelta?: EmitDelta
  readonly courier?: Partial<CourierSettings>
  /** milliseconds since 1970; default: the computer's clock */
  readonly nowMs?: () => number
}

/** A relay at work, with its parts for whoever answers questions about it (relay-desk.ts). */
export type Relay = {
  readonly queue: OpenQueue
  readonly journal: Journal
  readonly courier: Courier
  readonly alerting: Alerting
  readonly notices: NoticeDesk
  readonly listener: Listener
  readonly loginsSeen: LastTimes
  /** when each user's server took a message last */
  readonly deliveries: LastTimes
  readonly practice: PracticeServer | null
  /** the relay's own certificate, for programs that want a file to trust */
  readonly certificateFile: string
  /** a sign-in for checking the relay's own door; null while another check is under way */
  admitGuest(user: string): CheckGuest | null
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
    beside?: BesideConfiguration,
  ): Promise<Result<number, RelayProblem>>
  /** A user's mail in the queue becomes another user's, and is judged by that one's rules. How many messages. */
  moveMail(from: string, to: string): Promise<number>
  /** The configuration file could not even be read: told as an event, nothing changes. */
  reloadRefused(problem: FileProblem): void
  /** Takes nothing new, finishes what is being received (at most 10 s), then ends everything. */
  stop(reason: string): Promise<void>
}
