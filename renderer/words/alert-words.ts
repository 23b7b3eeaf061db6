import type { AlertView } from '../../electron/ipc/window-alerts.ts'
import type { UserView } from '../../electron/ipc/window-contract.ts'
import { alertTopicOf } from '../../relay/domain/alert-topic.ts'
import { userWords, type Words } from './sentences.ts'

/** What happened, what became of the message, what to do. */
export type AlertSentences = {
  readonly title: string
  readonly happened: string
  readonly message: string
  readonly cure: string
}

/** An alert in words. `rules`: of its user, for what became of the message; undefined when that user is gone. */
export function alertWords(
  t: Words,
  alert: Pick<AlertView, 'kind' | 'reason' | 'about' | 'user' | 'login'>,
  rules?: Pick<UserView, 'id' | 'unauthorizedSenders'>,
): AlertSentences {
  const key = `alertCauses.${alertTopicOf(alert)}` as const
  const values = {
    about: alert.about || t('reasons.several'),
    user: alert.user === null ? t('common.aUser') : userWords(t, alert.user),
    login: alert.login ?? t('common.aProgram'),
    fate:
      rules?.unauthorizedSenders === 'alert'
        ? t('alerts.sentAnyway', { user: userWords(t, rules.id) })
        : t('alerts.refused'),
  }
  return {
    title: t(`${key}.title`, values),
    happened: t(`${key}.happened`, values),
    message: t(`${key}.message`, values),
    cure: t(`${key}.cure`, values),
  }
}
