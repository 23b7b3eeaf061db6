import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { MessageSummary } from '../../relay/domain/message-state.ts'
import { formatTime } from './format.ts'
import type { Words } from './sentences.ts'

/** What holds a user's due mail up. `pace`: null where it isn't limited; `unreachable`: its server, as far as is known. */
export type Way = { readonly pace: Snapshot['paces'][number] | null; readonly unreachable: boolean }

/** Where a message is and what becomes of it, in a sentence. */
export function messageSentence(
  t: Words,
  message: MessageSummary,
  { pace, unreachable }: Way,
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
  if (unreachable) return t('activity.stateSentence.unreachable', { user: message.user })
  const doneAt = pace?.doneAt ?? null
  if (pace === null || doneAt === null) return t('activity.stateSentence.waiting')
  return t('activity.stateSentence.paced', {
    rate: Math.round(pace.ratePerHour),
    time: formatTime(doneAt, language, nowMs),
  })
}
