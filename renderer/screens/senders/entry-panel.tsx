import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { mailDomainsOf } from '../../../relay/domain/verified-entries.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { MakeActiveButton } from '../../parts/make-active-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useCompanion } from '../../state/companion-context.tsx'
import { authorizesMail, listsWithout } from '../../state/entries.ts'
import { fieldWords } from '../../words/sentences.ts'
import { entryStateWords, entryTones } from '../../words/verification-words.ts'
import { CodeWay } from './code-way.tsx'
import { DomainRecords } from './domain-records.tsx'
import { DomainWays } from './domain-ways.tsx'
import { MailUpWay } from './mail-up-way.tsx'

/** One entry: what it authorizes, how it is or can be verified, and the way off the list. */
export function EntryPanel({
  user,
  entry,
  onClose,
}: {
  readonly user: UserView
  readonly entry: EntryView
  readonly onClose: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const verified = authorizesMail(entry)
  const [domain] = mailDomainsOf([entry])
  return (
    <SidePanel title={entry.entry} onClose={onClose}>
      <div aria-live="polite">
        <StatusLine
          tone={entryTones[entry.state]}
          text={entryStateWords(t, entry, user.practice, i18n.language)}
        />
        <p>{meaning()}</p>
      </div>
      {verified && user.suggestActive ? (
        <Notice tone="attention" announce action={<MakeActiveButton user={user} />}>
          {t('verification.notActive', { user: user.id })}
        </Notice>
      ) : null}
      {verified ? null : (
        <>
          {entry.list === 'senders' ? (
            <CodeWay user={user} entry={entry} />
          ) : (
            <DomainWays user={user} entry={entry} />
          )}
          <MailUpWay user={user} entry={entry} />
        </>
      )}
      {user.practice || domain === undefined ? null : (
        <DomainRecords domain={domain} isProof={!verified && entry.list === 'domains'} />
      )}
      <TakeOff user={user} entry={entry} onClose={onClose} />
    </SidePanel>
  )

  function meaning(): string {
    if (user.practice) return t('verification.practiceNote')
    if (!verified) {
      return t(
        user.unauthorizedSenders === 'alert'
          ? 'verification.authorizesNothingAlert'
          : 'verification.authorizesNothing',
      )
    }
    return entry.state === 'carried-over'
      ? t('verification.carriedOverNote')
      : t('verification.verifiedNote', { user: user.id })
  }
}

function TakeOff({
  user,
  entry,
  onClose,
}: {
  readonly user: UserView
  readonly entry: EntryView
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const takeOff = async (): Promise<void> => {
    const { authorizedDomains, authorizedSenders } = listsWithout(user, entry)
    const asked = await companion.ask('setRules', {
      id: user.id,
      authorizedDomains,
      authorizedSenders,
      unauthorizedSenders: user.unauthorizedSenders,
      alreadyVerified: false,
    })
    if (!asked.ok) return
    if (asked.value.ok) onClose()
    else setProblems(asked.value.problems)
  }
  // Without its last entry a list doesn't authorize nobody but everybody.
  const isLast = user.entries.length === 1
  return (
    <div>
      <ConfirmButton
        label={t('verification.remove')}
        question={
          isLast
            ? t('verification.removeLastSure', { entry: entry.entry })
            : t('verification.removeSure', { entry: entry.entry })
        }
        confirm={t('verification.remove')}
        onConfirm={takeOff}
      />
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </div>
  )
}
