import type { AlertCause } from '../domain/alert-cause.ts'
import { type AlertTopic, alertTopicOf } from '../domain/alert-topic.ts'
import type { Language } from '../domain/language.ts'
import type { AlertText } from './alert-text.ts'
import { alertWordsEnglish } from './alert-words-en.ts'
import { alertWordsItalian } from './alert-words-it.ts'

const words: Record<Language, Record<AlertTopic, AlertText>> = {
  en: alertWordsEnglish,
  it: alertWordsItalian,
}

/**
 * The words for a cause, with its names put in; `refused`: whether its user's rule refuses what it doesn't authorize.
 * Texts from outside lose their line ends and what is beyond 300 characters.
 */
export function alertWords(cause: AlertCause, language: Language, refused: boolean): AlertText {
  const { title, happened, message, cure } = words[language][alertTopicOf(cause)]
  const fate = fates[language][refused ? 'refused' : 'sent']
  const fill = (text: string): string =>
    text.replaceAll(/\{(about|user|login)\}/g, (_, name: 'about' | 'user' | 'login') =>
      plain(cause[name] ?? '?'),
    )
  return { title, happened: fill(happened), message: message.replace('{fate}', fate), cure: fill(cure) }
}

const fates: Record<Language, { readonly refused: string; readonly sent: string }> = {
  en: { refused: 'refused', sent: 'sent all the same, as the rule of its user says' },
  it: { refused: 'rifiutato', sent: 'inviato comunque, come vuole la regola del suo utente' },
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
}
