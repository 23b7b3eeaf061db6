import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GoButton } from './go-button.tsx'
import { Notice } from './notice.tsx'

/** A visitor's address in From: what an online form does wrong, and the cure. `login`: the form's, where it is known. */
export function FormHint({ login }: { readonly login: string | null }): ReactNode {
  const { t } = useTranslation()
  return (
    <Notice
      tone="busy"
      action={
        <GoButton
          label={t('trySender.form.rewrite')}
          to={login === null ? { screen: 'set-up' } : { screen: 'set-up', panel: { kind: 'form', login } }}
        />
      }
    >
      <p>
        <strong>{t('trySender.form.title')}.</strong> {t('trySender.form.body')}
      </p>
      <p>{t('trySender.form.cure')}</p>
    </Notice>
  )
}
