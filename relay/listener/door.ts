import type { Limits } from '../config/configuration.ts'
import type { PolicyBook } from '../config/policy-book.ts'
import type { RelayNotice } from '../domain/relay-event.ts'
import type { Queue } from '../queue/queue-contract.ts'
import type { Places } from './limits.ts'
import type { NoticeThrottle } from './notice-throttle.ts'
import type { SignInGuard } from './sign-in-guard.ts'

/** What every connection shares. `book` and `limits` are asked each time: new rules count at once. */
export type Door = {
  readonly book: () => PolicyBook
  readonly limits: () => Limits
  readonly queue: Pick<Queue, 'receive' | 'hasRoomFor'>
  readonly emit: (notice: RelayNotice) => void
  readonly nowMs: () => number
  readonly guard: SignInGuard
  readonly places: Places
  readonly throttle: NoticeThrottle
  /** sign-in → when it was last used, milliseconds since 1970 */
  readonly lastSeen: Map<string, number>
  /** how the relay calls itself in its greeting and in Received */
  readonly hostName: string
}
