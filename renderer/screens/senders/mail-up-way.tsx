import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'

/** Verified where SMTP+ itself verifies: a person's word for it is enough, and recorded as such. */
export function MailUpWay({
  user,
  entry,
}: {
  readonly user: UserView
  readonly entry: EntryView
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const press = usePress(async () => {
    const asked = await companion.ask('confirmInMailUp', { id: user.id, entries: [entry.entry] })
    if (asked.ok) setProblems(asked.value.ok ? [] : asked.value.problems)
  })
  return (
    <section className="way">
      <h3>{t('verification.mailUp.title')}</h3>
      <p>{t('verification.mailUp.body')}</p>
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      <div className="buttons">
        <Button size="sm" variant="default" loading={press.busy} onClick={press.start}>
          {t('verification.mailUp.confirm')}
        </Button>
        <Button
          size="sm"
          variant="default"
          onClick={() => void companion.ask('openLink', { link: 'smtp-plus-settings' })}
        >
          {t('verification.mailUp.open')}
        </Button>
      </div>
    </section>
  )
}
