import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'

type Props = { readonly login: string; readonly onClose: () => void }

/** A new password for a sign-in, in a panel of its own. */
export function ResetSignInPanel({ login, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('setUp.resetFor', { login })} onClose={onClose}>
      <ResetSignIn login={login} onClose={onClose} />
    </SidePanel>
  )
}

/** A new password for a sign-in, after one question: the old one stops working. */
export function ResetSignIn({ login, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const isFirst = useSnapshot(({ logins }) => logins.some((one) => one.name === login && one.needsPassword))
  const [password, setPassword] = useState<string | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const press = usePress(async () => {
    const asked = await companion.ask('resetLogin', { name: login })
    if (!asked.ok) return
    if (asked.value.ok) setPassword(asked.value.password)
    else setProblems(asked.value.problems)
  })
  if (password !== null) return <ShownOnce login={login} password={password} onCopied={onClose} />
  return (
    <>
      <p>{t(isFirst ? 'setUp.resetFirst' : 'setUp.resetSure', { login })}</p>
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      <div className="buttons">
        <Button loading={press.busy} onClick={press.start}>
          {t('setUp.reset')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  )
}
