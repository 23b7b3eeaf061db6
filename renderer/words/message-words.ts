import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { MessageSummary } from '../../relay/domain/message-state.ts'
import { formatTime } from './format.ts'
import type { Words } from './sentences.ts'

/** Where a message is and what becomes of it, in a sentence. `pace`: its user's, null where none is limited. */
export function messageSentence(
  t: Words,
  message: MessageSummary,
  pace: Snapshot['paces'][number] | null,
  language: string,
  nowMs: number,
): string {
  const { state, holdReason, nextAttemptAt } = message
  const why = holdReason === null ? '' : t(`reasons.hold.${holdReason}`)
  const isDue = nextAttemptAt === null || Date.parse(nextAttemptAt) <= nowMs
  if (state === 'held') return t('activity.stateSentence.held', { why })
  if (state === 'uncertain') {
    return nextAttemptAt === null
      ? t('activity.stateSentence.uncertain')
      : t('activity.stateSentence.uncertainUntil', { time: formatTime(nextAttemptAt, language, nowMs) })
  }
  if (state !== 'waiting') return t(`activity.stateSentence.${state}`)
  if (why) return why
  if (!isDue)
    return t('activity.stateSentence.waitingUntil', { time: formatTime(nextAttemptAt, language, nowMs) })
  const doneAt = pace?.doneAt ?? null
  if (pace === null || doneAt === null) return t('activity.stateSentence.waiting')
  return t('activity.stateSentence.paced', {
    rate: Math.round(pace.ratePerHour),
    time: formatTime(doneAt, language, nowMs),
  })
}
