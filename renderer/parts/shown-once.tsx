import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './notice.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { SignInValues } from './sign-in-values.tsx'

/** A sign-in with its password, the only time it is shown; "I have copied it" leads on. */
export function ShownOnce({
  login,
  password,
  onCopied,
}: {
  readonly login: string
  readonly password: string
  readonly onCopied: () => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <SignInValues login={login} password={password} />
      <Notice tone="attention">{t('setUp.onceNote')}</Notice>
      <p className="dimmed">{t('setUp.certificateNote')}</p>
      <div className="buttons">
        <Button onClick={onCopied}>{t('setUp.copied')}</Button>
        <PrintSheet login={login} password={password} />
      </div>
    </>
  )
}
