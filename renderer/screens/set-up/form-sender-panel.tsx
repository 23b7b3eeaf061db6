import { Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'

/** For a website's form: the cure in the form itself, and the relay doing it instead, with its risk. */
export function FormSenderPanel({
  login,
  onClose,
}: {
  readonly login: LoginView
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [saved, setSaved] = useState(false)
  const toggle = usePress(async () => {
    const asked = await companion.ask('setFormSender', {
      name: login.name,
      rewrite: !login.rewritesFormSender,
    })
    if (!asked.ok) return
    setSaved(asked.value.ok)
    setProblems(asked.value.ok ? [] : asked.value.problems)
  })
  return (
    <SidePanel title={t('setUp.form.title', { login: login.name })} onClose={onClose}>
      <p>{t('setUp.form.body')}</p>
      <p>{t('trySender.form.cure')}</p>
      <Checkbox
        checked={login.rewritesFormSender}
        disabled={toggle.busy}
        onChange={toggle.start}
        label={t('setUp.form.rewrite')}
        description={t('setUp.form.rewriteHint')}
      />
      <Notice tone="attention">{t('setUp.form.risk')}</Notice>
      {saved ? <InForce /> : null}
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </SidePanel>
  )
}
