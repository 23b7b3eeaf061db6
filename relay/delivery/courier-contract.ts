import type { UserConfiguration, WhenUncertain } from '../config/configuration.ts'
import type { HoldReason } from '../domain/message-state.ts'
import type { PaceView } from '../domain/pace-view.ts'
import type { RelayNotice } from '../domain/relay-event.ts'
import type { Queue } from '../queue/queue-contract.ts'
import type { PasswordLookup } from '../secrets/password-lookup.ts'
import type { CourierSettings } from './courier-settings.ts'

export type Courier = {
  /** Something may be due: look now. */
  wake(): void
  /** Lifts a user's pause (a new password, a person's wish) and tries at once. */
  resumeUser(id: string): void
  pausedUsers(): ReadonlyMap<string, HoldReason>
  /** The network or the computer is back, as the operating system says: what waits for a connection is tried now. */
  networkIsBack(): void
  /** how the mail of each limited user gets on */
  paces(): readonly PaceView[]
  /** Claims nothing more; waits for what is on its way, at most `stopMs`, then cuts it. */
  stop(): Promise<void>
}

/** What a courier works with. */
export type CourierOptions = {
  readonly queue: Queue
  readonly users: () => ReadonlyMap<string, UserConfiguration>
  readonly passwordOf: PasswordLookup
  readonly emit: (notice: RelayNotice) => void
  readonly nowMs: () => number
  readonly random: () => number
  readonly settings?: Partial<CourierSettings>
  /** what becomes of a message that may have arrived; default: tried again by itself */
  readonly whenUncertain?: (user: string, login: string) => WhenUncertain
  /** how long a message is tried, in hours; asked each time, so that a reload counts at once */
  readonly giveUpAfterHours?: () => number
  /** A session went well that might not have; `delivered`: and the server took a message. */
  readonly onWell?: (user: string, delivered: boolean) => void
  /** A server took a message of this user. */
  readonly onDelivered?: (user: string) => void
  /** A server showed a certificate that is good until then. */
  readonly onCertificate?: (user: UserConfiguration, endsAtMs: number) => void
}
