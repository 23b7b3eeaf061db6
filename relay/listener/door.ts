import type { Limits } from '../config/configuration.ts'
import type { PolicyBook } from '../config/policy-book.ts'
import type { RelayNotice } from '../domain/relay-event.ts'
import type { Queue } from '../queue/queue-contract.ts'
import type { FormHistories } from './form-history.ts'
import type { HourlyMessages } from './hourly-messages.ts'
import type { NoticeThrottle } from './notice-throttle.ts'
import type { Places } from './places.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { Reply } from './smtp-reply.ts'
import type { WatchFeed } from './watch-feed.ts'

/** Where the relay's own door and the practice server's differ. */
export type Manners = {
  /** how it calls itself: `220 HOSTNAME ESMTP BANNER` */
  readonly hostName: string
  readonly banner: string
  /** may a client on this machine sign in without STARTTLS? One elsewhere never may. */
  readonly signInInClearOnLoopback: boolean
  /** put a trace field, and Date and Message-ID where they are missing, in front of what is kept */
  readonly completesHeader: boolean
  /** the 250 to a message that is kept */
  readonly accepted: (id: string) => Reply
}

/** What every connection shares. `book` and `limits` are asked each time: new rules count at once. */
export type Door = {
  readonly book: () => PolicyBook
  readonly limits: () => Limits
  readonly queue: Pick<Queue, 'receive' | 'hasRoomFor'>
  readonly emit: (notice: RelayNotice) => void
  /** the computer's clock, milliseconds since 1970: for what people read */
  readonly nowMs: () => number
  /** milliseconds that only ever go on: for pauses and time limits, which a clock set anew must not touch */
  readonly monotonicMs: () => number
  readonly guard: SignInGuard
  readonly places: Places
  readonly throttle: NoticeThrottle
  readonly hourly: HourlyMessages
  /** A sign-in was used, now. */
  readonly seen: (login: string) => void
  readonly forms: FormHistories
  readonly manners: Manners
  readonly watch: WatchFeed
}
