import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../electron/ipc/window-contract.ts'
import { useCompanion } from '../state/companion-context.tsx'
import { fieldWords } from '../words/sentences.ts'
import { Notice } from './notice.tsx'
import { usePress } from './use-press.ts'

/** One press sets an SMTP+ user to active. */
export function MakeActiveButton({ user }: { readonly user: UserView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const press = usePress(async () => {
    const asked = await companion.ask('updateUser', { id: user.id, status: 'active' })
    if (asked.ok) setProblems(asked.value.ok ? [] : asked.value.problems)
  })
  return (
    <>
      <Button size="sm" loading={press.busy} onClick={press.start}>
        {t('activity.makeActive', { user: user.id })}
      </Button>
      {problems.map((problem) => (
        <Notice key={problem.field} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </>
  )
}
