import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import { headerProblemOf } from '../../relay/domain/header-problem.ts'
import { useSnapshot } from '../state/companion-context.tsx'
import { headerProblemWords } from '../words/decision-words.ts'
import { authorizedSentence } from '../words/policy-words.ts'
import { refusalWords } from '../words/sentences.ts'

type Refusal = Snapshot['refusals'][number]

/** A refusal in words, with who may send instead, or what is wrong with the message's head. */
export function useRefusalWords(refusal: Refusal): { readonly title: string; readonly body: string } {
  const { t, i18n } = useTranslation()
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === refusal.user))
  const words = refusalWords(t, refusal, authorizedSentence(t, user, i18n.language))
  const fault = refusal.reason === 'headers-malformed' ? headerProblemOf(refusal.reply) : null
  return fault === null
    ? words
    : { ...words, body: t('activity.headerFault', { fault: headerProblemWords(t, fault) }) }
}
