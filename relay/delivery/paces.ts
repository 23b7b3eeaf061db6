import type { UserConfiguration } from '../config/configuration.ts'
import {
  doneInMs,
  freePlaces,
  newPace,
  nextPlaceMs,
  type Pace,
  paceAt,
  paceInForce,
  placesTaken,
  slowed,
} from '../domain/pace.ts'
import type { PaceView } from '../domain/pace-view.ts'
import type { PaceRow } from '../queue/user-paces.ts'

type Paced = Pick<UserConfiguration, 'id' | 'messagesPerHour'>

/** Each user's pace at work: what may leave now, and what the servers said about it. */
export type Paces = {
  /** how many messages may leave now; no limit: Infinity */
  freePlaces(user: Paced): number
  /** milliseconds until the next may */
  nextPlaceMs(user: Paced): number
  /** a negative number gives places back, for what was never offered to the server */
  took(user: Paced, count: number): void
  delivered(user: Paced): void
  /** the server said "not so fast" */
  slowDown(user: Paced): void
  /** to be written down with a settlement; undefined without a limit */
  rowOf(user: Paced): PaceRow | undefined
  /** null without a limit; `due`: counts the user's due messages, asked only when it matters */
  view(user: Paced, due: () => number): PaceView | null
}

const minuteMs = 60_000
const minutesPerHour = 60

/** `written`: what an earlier run left. Pace runs on monotonic time; the clock only bridges the time between two runs. */
export function createPaces(
  written: ReadonlyMap<string, PaceRow>,
  nowMs: () => number,
  monotonicMs: () => number = () => performance.now(),
): Paces {
  const paces = new Map<string, Pace>()
  const wentLately = new Map<string, { sinceMs: number; count: number; before: number }>()

  const boughtOf = (user: Paced): number | null => user.messagesPerHour ?? null
  const restored = ({ tokens, part, learnedPerHour, atMs }: PaceRow): Pace => ({
    tokens,
    part,
    learnedPerHour,
    // A clock that was set back meanwhile fills nothing up.
    atMs: monotonicMs() - Math.max(0, nowMs() - atMs),
    slowedAtMs: null,
  })
  const begun = (user: Paced): Pace => {
    const row = written.get(user.id)
    return row ? restored(row) : newPace(boughtOf(user), monotonicMs())
  }
  const current = (user: Paced): Pace => {
    const pace = paceAt(paces.get(user.id) ?? begun(user), boughtOf(user), monotonicMs())
    paces.set(user.id, pace)
    return pace
  }
  /** Most users have no limit, and nothing is reckoned for them. */
  const isFree = (user: Paced): boolean =>
    user.messagesPerHour === undefined && !paces.has(user.id) && !written.has(user.id)

  const observedPerHour = (user: Paced): number => {
    const lately = wentLately.get(user.id)
    return lately ? Math.max(lately.count, lately.before) * minutesPerHour : 0
  }

  return {
    freePlaces: (user) =>
      isFree(user) ? Number.POSITIVE_INFINITY : freePlaces(current(user), boughtOf(user)),
    nextPlaceMs: (user) => (isFree(user) ? 0 : nextPlaceMs(current(user), boughtOf(user))),
    took(user, count) {
      if (!isFree(user)) paces.set(user.id, placesTaken(current(user), count))
    },
    delivered(user) {
      const atMs = monotonicMs()
      const lately = wentLately.get(user.id)
      if (!lately || atMs - lately.sinceMs >= 2 * minuteMs) {
        wentLately.set(user.id, { sinceMs: atMs, count: 1, before: 0 })
      } else if (atMs - lately.sinceMs >= minuteMs) {
        wentLately.set(user.id, { sinceMs: atMs, count: 1, before: lately.count })
      } else lately.count += 1
    },
    slowDown(user) {
      paces.set(user.id, slowed(current(user), observedPerHour(user), monotonicMs()))
    },
    rowOf(user) {
      if (isFree(user)) return undefined
      const { tokens, part, learnedPerHour } = current(user)
      return { user: user.id, tokens, part, learnedPerHour, atMs: nowMs() }
    },
    view(user, due) {
      if (isFree(user)) return null
      const pace = current(user)
      const ratePerHour = paceInForce(pace, boughtOf(user))
      if (ratePerHour === null) return null
      const waiting = freePlaces(pace, boughtOf(user)) > 0 ? 0 : due()
      const doneMs = doneInMs(pace, boughtOf(user), waiting)
      const doneAt = doneMs === null ? null : new Date(nowMs() + doneMs).toISOString()
      return { user: user.id, ratePerHour, boughtPerHour: boughtOf(user), waiting, doneAt }
    },
  }
}
