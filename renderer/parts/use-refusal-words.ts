import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import { useSnapshot } from '../state/companion-context.tsx'
import { authorizedSentence } from '../words/policy-words.ts'
import { refusalWords } from '../words/sentences.ts'

type Refusal = Snapshot['refusals'][number]

/** A refusal in words, with who may send instead. */
export function useRefusalWords(refusal: Refusal): { readonly title: string; readonly body: string } {
  const { t, i18n } = useTranslation()
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === refusal.user))
  return refusalWords(t, refusal, authorizedSentence(t, user, i18n.language))
}
