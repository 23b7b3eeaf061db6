import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../electron/ipc/window-comparison.ts'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import { AddedEntries } from '../../parts/added-entries.tsx'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { splitEntries } from '../../state/saved-lists.ts'
import { fieldWords } from '../../words/sentences.ts'
import { ComparedList, type ListName, shortened } from './compared-list.tsx'

const listNames: readonly ListName[] = ['domains', 'senders']

/**
 * Both lists side by side; what only the service has can be taken over, through the same save as an edit by hand.
 * Whether MailUp has verified it the person says: the answer doesn't tell.
 */
export function ComparedLists({
  user,
  lists,
}: {
  readonly user: UserView
  readonly lists: Comparison['lists']
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const [chosen, setChosen] = useState<Record<ListName, readonly string[]>>({ domains: [], senders: [] })
  const [alreadyVerified, setAlreadyVerified] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[] | null>(null)
  const here = new Set([...splitEntries(user.authorizedDomains), ...splitEntries(user.authorizedSenders)])
  const count = chosen.domains.length + chosen.senders.length
  const press = usePress(async () => {
    const asked = await companion.ask('setRules', {
      id: user.id,
      alreadyVerified,
      authorizedDomains: [user.authorizedDomains, ...chosen.domains].filter(Boolean).join(';'),
      authorizedSenders: [user.authorizedSenders, ...chosen.senders].filter(Boolean).join(';'),
      unauthorizedSenders: user.unauthorizedSenders,
    })
    if (!asked.ok) return
    setProblems(asked.value.ok ? [] : asked.value.problems)
    if (asked.value.ok) setChosen({ domains: [], senders: [] })
  })
  return (
    <>
      {listNames.map((name) => (
        <ComparedList
          key={name}
          name={name}
          difference={lists[name]}
          here={here}
          chosen={chosen[name]}
          onChoose={(entries) => setChosen((before) => ({ ...before, [name]: entries }))}
        />
      ))}
      {lists.unreadable.length > 0 ? (
        <p className="dimmed">
          {t('users.comparison.unreadable', { entries: shortened(t, lists.unreadable, i18n.language) })}
        </p>
      ) : null}
      {count > 0 ? (
        <div className="form">
          <AddedEntries count={count} alreadyVerified={alreadyVerified} onChange={setAlreadyVerified} />
          <Button loading={press.busy} onClick={press.start}>
            {t('users.comparison.takeOver', { count })}
          </Button>
        </div>
      ) : null}
      {problems?.map((problem) => (
        <Notice key={`${problem.field} ${problem.reason} ${problem.found}`} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      {problems?.length === 0 && count === 0 ? (
        <Notice tone="good" announce>
          <p>{t('users.comparison.takenOver')}</p>
          <InForce />
        </Notice>
      ) : null}
    </>
  )
}
