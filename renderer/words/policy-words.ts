import type { TFunction } from 'i18next'
import type { UserView } from '../../electron/ipc/window-contract.ts'
import { splitEntries } from '../state/saved-lists.ts'

const shown = 4

/** Who may send through a user, as a sentence; long lists are cut and counted. */
export function authorizedSentence(
  t: TFunction<'words'>,
  user: UserView | undefined,
  language: string,
): string {
  if (!user) return ''
  const entries = [
    ...splitEntries(user.authorizedDomains).map((domain) => t('reasons.authorizedDomain', { domain })),
    ...splitEntries(user.authorizedSenders),
  ]
  if (entries.length === 0) return t('reasons.authorizedAll')
  const rest = entries.length - shown
  const listed =
    rest > 0 ? [...entries.slice(0, shown), t('reasons.authorizedMore', { count: rest })] : entries
  return t('reasons.authorizedSome', {
    list: new Intl.ListFormat(language, { type: 'conjunction' }).format(listed),
  })
}
