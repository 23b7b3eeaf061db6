import type { UserConfiguration, WhenUncertain } from '../config/configuration.ts'
import type { HoldReason } from '../domain/message-state.ts'
import { isSilent } from '../domain/own-logins.ts'
import type { RelayNotice } from '../domain/relay-event.ts'
import { defaultRetrySchedule, type RetrySchedule, scaledSchedule } from '../domain/retry-schedule.ts'
import type { ClaimedMessage, Queue } from '../queue/queue-contract.ts'
import type { PasswordLookup } from '../secrets/password-lookup.ts'
import { judgeAttempt, waitingAlone, wasCutShort, wasGone } from './attempt.ts'
import { type ConnectionState, connectionNotes } from './connection-notes.ts'
import { type CourierSettings, defaultCourierSettings } from './courier-settings.ts'
import { pauseFor } from './pause.ts'
import { createSureWrites, storageRetryMs } from './sure-writes.ts'
import { createUpstreamPool, type TakeProblem } from './upstream-pool.ts'
import type { RecipientEvidence } from './upstream-smtp.ts'

/** A timer never sleeps longer: the clock may have jumped, the computer may have slept. */
const longestSleepMs = 30_000

export type Courier = {
  /** Something may be due: look now. */
  wake(): void
  /** Lifts a user's pause (a new password, a person's wish) and tries at once. */
  resumeUser(id: string): void
  pausedUsers(): ReadonlyMap<string, HoldReason>
  /** Claims nothing more; waits for what is on its way, at most `stopMs`, then cuts it. */
  stop(): Promise<void>
}

type UserState = ConnectionState & { inFlight: number }

/**
 * Carries the queue's mail to each user's server: claim → send → classify → one settle. Pauses are kept in the queue,
 * but a restart lifts them: the credentials are tried once more, and refused again at worst.
 */
export function startCourier(options: {
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
  /** A server showed a certificate that is good until then. */
  readonly onCertificate?: (user: UserConfiguration, endsAtMs: number) => void
}): Courier {
  const { queue, users, emit, nowMs, random } = options
  const settings = { ...defaultCourierSettings, ...options.settings }
  const schedule = (): RetrySchedule => {
    const hours = options.giveUpAfterHours?.()
    const wanted = hours === undefined ? {} : { giveUpAfterMs: hours * 3_600_000 }
    return scaledSchedule(settings.firstDelayMs, { ...defaultRetrySchedule, ...wanted })
  }
  const cutting = new AbortController()
  const { surely, tryStorage, behind } = createSureWrites(emit, cutting.signal)
  const pool = createUpstreamPool({
    passwordOf: options.passwordOf,
    timeouts: settings.timeouts,
    idleMs: settings.idleMs,
    cut: cutting.signal,
    ...(options.onCertificate ? { onCertificate: options.onCertificate } : {}),
  })
  const notes = connectionNotes(emit, options.onWell)
  const states = new Map<string, UserState>()
  const underWay = new Set<Promise<void>>()
  let inFlight = 0
  let stopping = false
  let looking: NodeJS.Immediate | null = null
  let timer: NodeJS.Timeout | null = null

  const stateOf = (id: string): UserState => {
    const known = states.get(id)
    if (known) return known
    const fresh: UserState = { inFlight: 0, proven: false, trouble: null, delivered: false }
    states.set(id, fresh)
    return fresh
  }

  const wake = (): void => {
    if (!stopping) looking ??= setImmediate(look)
  }

  const look = (): void => {
    looking = null
    if (stopping) return
    if (timer) clearTimeout(timer)
    let sleepMs = longestSleepMs
    const looked = tryStorage(() => {
      for (const user of users().values()) {
        if (user.status === 'active') sleepMs = Math.min(sleepMs, lookFor(user))
      }
    })
    if (!looked) sleepMs = storageRetryMs
    timer = setTimeout(wake, sleepMs)
  }

  /** Starts what is due of one user; gives the milliseconds until it is worth looking again. */
  const lookFor = (user: UserConfiguration): number => {
    const state = stateOf(user.id)
    const now = nowMs()
    const pause = queue.pausedUsers().get(user.id)
    if (pause && pause.nextTryAtMs > now) return pause.nextTryAtMs - now
    const places = pause || !state.proven ? 1 : settings.connectionsPerUser
    const room = behind() ? 0 : Math.min(places - state.inFlight, settings.connections - inFlight)
    // Whoever ends next looks again.
    if (room <= 0) return longestSleepMs
    const claimed = queue.claimDue(now, room, [user.id])
    for (const message of claimed) begin(user, state, message)
    if (claimed.length === room) return longestSleepMs
    const due = queue.nextDueAtMs([user.id])
    return due === null ? longestSleepMs : Math.max(due - now, 0)
  }

  const begin = (user: UserConfiguration, state: UserState, message: ClaimedMessage): void => {
    state.inFlight += 1
    inFlight += 1
    const work = deliver(user, state, message).finally(() => underWay.delete(work))
    underWay.add(work)
  }

  const deliver = async (
    user: UserConfiguration,
    state: UserState,
    message: ClaimedMessage,
  ): Promise<void> => {
    const seen = await send(user, message)
    state.inFlight -= 1
    inFlight -= 1
    const concluded =
      'problem' in seen
        ? waitForPassword(user, state, message, seen.problem.reason)
        : conclude(user, state, message, seen.seen)
    // The place is free: the next message need not wait until this one's outcome is on disk.
    wake()
    await concluded
    wake()
  }

  const send = async (
    user: UserConfiguration,
    message: ClaimedMessage,
  ): Promise<
    { seen: readonly RecipientEvidence[] } | Extract<TakeProblem, { kind: 'password-unavailable' }>
  > => {
    for (;;) {
      const taken = await pool.take(user)
      if (!taken.ok) {
        const { problem } = taken
        if (problem.kind === 'password-unavailable') return problem
        return { seen: message.recipients.map((address) => ({ address, evidence: problem })) }
      }
      const { upstream, reused } = taken.value
      const seen = await upstream.send(message)
      pool.giveBack(user, upstream)
      // An idle connection may be gone without our knowing: that says nothing about the server.
      if (!(reused && wasGone(seen))) return { seen }
    }
  }

  const conclude = async (
    user: UserConfiguration,
    state: UserState,
    message: ClaimedMessage,
    seen: readonly RecipientEvidence[],
  ): Promise<void> => {
    // We cut it ourselves, before the server had it: no attempt that counts.
    if (cutting.signal.aborted && wasCutShort(seen)) return surely(() => queue.giveBack(message.id))
    const ask = options.whenUncertain?.(user.id, message.login) === 'ask'
    const clock = {
      nowMs: nowMs(),
      jitter: random(),
      schedule: schedule(),
      holdMs: settings.holdMs,
      ask,
    }
    const judged = judgeAttempt(message, seen, clock)
    const result = isSilent(message) ? waitingAlone(judged, clock.nowMs + settings.holdMs) : judged
    if (judged.alert === null || !isSilent(message)) notes.attempted(user.id, state, result)
    if (result.hold !== null) {
      const pause = { reason: result.hold, nextTryAtMs: clock.nowMs + settings.holdMs }
      await surely(() => queue.pauseUser(user.id, pause))
    } else if (state.proven && queue.pausedUsers().has(user.id)) {
      await surely(() => queue.resumeUser(user.id))
    }
    await surely(() => queue.settle(result.settlement))
    for (const notice of result.notices) emit(notice)
    return undefined
  }

  const waitForPassword = async (
    user: UserConfiguration,
    state: UserState,
    message: ClaimedMessage,
    reason: string,
  ): Promise<void> => {
    state.proven = false
    const pause = { reason: 'password-unavailable', nextTryAtMs: nowMs() + settings.passwordRetryMs } as const
    await surely(() => queue.pauseUser(user.id, pause))
    await surely(() => queue.giveBack(message.id))
    if (isSilent(message)) return
    const about = `The password of ${user.id} can't be had (${reason}). Its mail waits.`
    notes.trouble(user.id, state, { kind: 'delivery-failing', reason: 'password-unavailable', about })
  }

  wake()
  return {
    wake,
    resumeUser(id) {
      const state = stateOf(id)
      state.proven = false
      state.trouble = null
      pool.closeIdle(id)
      void queue.resumeUser(id).then(wake)
    },
    pausedUsers: () => new Map([...queue.pausedUsers()].map(([id, pause]) => [id, pause.reason])),
    async stop() {
      stopping = true
      if (timer) clearTimeout(timer)
      if (looking) clearImmediate(looking)
      await Promise.race([Promise.all(underWay), pauseFor(settings.stopMs, cutting.signal)])
      cutting.abort()
      await Promise.all(underWay)
      pool.closeIdle()
    },
  }
}
