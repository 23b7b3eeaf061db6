import type { TFunction } from 'i18next'
import { alertWords } from '../../words/alert-words.ts'
import { formatTime } from '../../words/format.ts'
import { relayProblemWords, userWords } from '../../words/sentences.ts'
import type { Situation } from './situation.ts'

/** The situation as the sentence people read. */
export function situationSentence(t: TFunction<'words'>, situation: Situation, language: string): string {
  switch (situation.kind) {
    case 'starting':
    case 'restarting':
    case 'stopped-for-good':
    case 'no-sign-in':
    case 'first-message':
      return t(`home.situations.${situation.kind}`)
    case 'relay-problem':
      return t('home.situations.relay-problem', relayProblemWords(t, situation.problem))
    case 'credentials-refused':
    case 'account-blocked':
      return t(`home.situations.${situation.kind}`, {
        user: userWords(t, situation.user),
        count: situation.count,
      })
    case 'password-missing':
      return t('home.situations.password-missing', { user: userWords(t, situation.user) })
    case 'keychain-closed':
      return t('home.situations.keychain-closed', {
        user: userWords(t, situation.user),
        keychain: t(`reasons.keychain.${situation.keychain}`),
      })
    case 'uncertain':
    case 'held-by-rules':
    case 'held':
    case 'failed':
      return t(`home.situations.${situation.kind}`, { count: situation.count })
    case 'sender-refused':
    case 'sender-reported':
      return t(`home.situations.${situation.kind}`, {
        address: situation.address,
        user: userWords(t, situation.user),
      })
    case 'new-alert': {
      const { title, message } = alertWords(t, situation.alert)
      return situation.more === 0
        ? t('home.situations.new-alert', { title, message })
        : t('home.situations.new-alerts', { title, count: situation.more })
    }
    case 'practice':
      return t('home.situations.practice', { sent: t('home.practiceSent', { count: situation.sent }) })
    case 'waiting':
      return t('home.situations.waiting', {
        count: situation.count,
        sent: t('home.sent', { count: situation.sent }),
      })
    case 'paced':
      return t('home.situations.paced', {
        count: situation.count,
        sent: t('home.sent', { count: situation.sent }),
        time: formatTime(situation.doneAt, language),
      })
    case 'fine':
      return t('home.situations.fine', { sent: t('home.sent', { count: situation.sent }) })
  }
}
