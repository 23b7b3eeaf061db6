import type { UserConfiguration } from '../config/configuration.ts'
import { isSilent } from '../domain/own-logins.ts'
import type { RelayNotice } from '../domain/relay-event.ts'
import type { RetrySchedule } from '../domain/retry-schedule.ts'
import type { ClaimedMessage, Queue } from '../queue/queue-contract.ts'
import { judgeAttempt, waitingAlone, wasCutShort, wasOffered } from './attempt.ts'
import type { ConnectionNotes, ConnectionState } from './connection-notes.ts'
import type { CourierSettings } from './courier-settings.ts'
import { givenUpAlert } from './given-up-alert.ts'
import type { Paces } from './paces.ts'
import type { Sent } from './sending.ts'
import type { SureWrites } from './sure-writes.ts'

export type Conclusion = {
  /** Writes down what an attempt came to, and tells of it. Resolves when it is on disk. */
  conclude(
    user: UserConfiguration,
    state: ConnectionState,
    message: ClaimedMessage,
    sent: Sent,
  ): Promise<void>
}

/** What becomes of a message, its user and the user's pace after an attempt. */
export function createConclusion(options: {
  readonly queue: Queue
  readonly paces: Paces
  readonly notes: ConnectionNotes
  readonly surely: SureWrites['surely']
  readonly emit: (notice: RelayNotice) => void
  readonly nowMs: () => number
  readonly random: () => number
  readonly schedule: () => RetrySchedule
  /** whether a person decides about this message when it may have arrived */
  readonly asks: (message: ClaimedMessage) => boolean
  readonly settings: CourierSettings
  readonly cut: AbortSignal
}): Conclusion {
  const { queue, paces, notes, surely, emit, nowMs, settings, cut } = options

  const waitForPassword = async (
    user: UserConfiguration,
    state: ConnectionState,
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

  return {
    async conclude(user, state, message, sent) {
      if ('problem' in sent) {
        paces.took(user, -1)
        return waitForPassword(user, state, message, sent.problem.reason)
      }
      if ('damaged' in sent) return surely(() => queue.setAside(message.id))
      const { seen } = sent
      if (!wasOffered(seen)) paces.took(user, -1)
      // We cut it ourselves, before the server had it: no attempt that counts.
      if (cut.aborted && wasCutShort(seen)) return surely(() => queue.giveBack(message.id))
      const terms = {
        nowMs: nowMs(),
        jitter: options.random(),
        schedule: options.schedule(),
        holdMs: settings.holdMs,
        ask: options.asks(message),
        attemptsAtMs: () => queue.attemptTimes(message.id),
      }
      const judged = judgeAttempt(message, seen, terms)
      const result = isSilent(message) ? waitingAlone(judged, terms.nowMs + settings.holdMs) : judged
      if (result.slowDown) paces.slowDown(user)
      else if (result.settlement.outcomes.some(({ outcome }) => outcome === 'delivered'))
        paces.delivered(user)
      if (judged.alert === null || !isSilent(message)) notes.attempted(user.id, state, result)
      if (result.hold !== null) {
        const pause = { reason: result.hold, nextTryAtMs: terms.nowMs + settings.holdMs }
        await surely(() => queue.pauseUser(user.id, pause))
      } else if (state.proven && queue.pausedUsers().has(user.id)) {
        await surely(() => queue.resumeUser(user.id))
      }
      const pace = paces.rowOf(user)
      await surely(() => queue.settle(pace ? { ...result.settlement, pace } : result.settlement))
      for (const notice of result.notices) emit(notice)
      const alert = givenUpAlert(message, result.settlement)
      if (alert !== null) emit({ event: 'alert', login: null, user: user.id, ...alert })
      return undefined
    },
  }
}
