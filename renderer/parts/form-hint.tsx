import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GoButton } from './go-button.tsx'
import { Notice } from './notice.tsx'

/**
 * A visitor's address as the sender: what an online form does wrong, and the cure. `login`: the form's, where it is
 * known. `canRewrite`: only From is the visitor's, so the relay could put that right.
 */
export function FormHint({
  login,
  canRewrite = true,
}: {
  readonly login: string | null
  readonly canRewrite?: boolean
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Notice tone="attention">
      <div className="form-hint">
        <p>
          <strong>{t('trySender.form.title')}.</strong> {t('trySender.form.body')}
        </p>
        <p>{t('trySender.form.cure')}</p>
        {canRewrite ? (
          <GoButton
            label={t('trySender.form.rewrite')}
            to={login === null ? { screen: 'set-up' } : { screen: 'set-up', panel: { kind: 'form', login } }}
          />
        ) : null}
      </div>
    </Notice>
  )
}
