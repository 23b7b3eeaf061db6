import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCompanion } from '../state/companion-context.tsx'
import { formatMoment, inGroups } from '../words/format.ts'
import { Notice } from './notice.tsx'
import './print-sheet.css'
import { usePress } from './use-press.ts'
import { useSignInAddress } from './use-sign-in-address.ts'

type Outcome =
  | { readonly reason: 'none' | 'printed' }
  | { readonly reason: 'not-printed'; readonly detail: string }

/** The values of a new sign-in on paper, for whoever stands at the printer: large, in groups, with its warnings. */
export function PrintSheet({
  login,
  password,
}: {
  readonly login: string
  readonly password: string
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [outcome, setOutcome] = useState<Outcome>({ reason: 'none' })
  const press = usePress(async () => {
    const asked = await companion.ask('printPage', null)
    if (!asked.ok) return
    setOutcome(asked.value.ok ? { reason: 'printed' } : { reason: 'not-printed', detail: asked.value.detail })
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={press.busy}
        onClick={press.start}
      >
        {t('signIns.print')}
      </Button>
      {outcome.reason === 'printed' ? <output>{t('signIns.printed')}</output> : null}
      {outcome.reason === 'not-printed' ? (
        <Notice tone="attention" announce>
          {t('signIns.notPrinted', { detail: outcome.detail })}
        </Notice>
      ) : null}
      {createPortal(<Sheet login={login} password={password} />, document.body)}
    </>
  )
}

/** On paper only; nothing of it is drawn or read aloud on the screen. */
function Sheet({ login, password }: { readonly login: string; readonly password: string }): ReactNode {
  const { t, i18n } = useTranslation()
  const address = useSignInAddress(login)
  const [made] = useState(() => new Date().toISOString())
  const values: readonly (readonly [string, string])[] = [
    ...(address.reason === 'found'
      ? ([
          [t('common.fields.server'), address.server.address],
          ...(address.elsewhere ? ([[t('setUp.serverElsewhere'), address.elsewhere.address]] as const) : []),
          [t('common.fields.port'), String(address.server.port)],
          [t('common.fields.encryption'), t('common.encryptions.starttls')],
        ] as const)
      : []),
    [t('common.fields.username'), login],
    [t('common.fields.password'), inGroups(password)],
  ]
  return (
    <article className="print-sheet" lang={i18n.language}>
      <h1>{t('signIns.sheet.title', { login })}</h1>
      <p>{t('signIns.sheet.intro')}</p>
      <dl>
        {values.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {address.reason === 'found' ? null : <p>{t('signIns.sheet.noServer')}</p>}
      <p>{t('signIns.sheet.groups')}</p>
      <p>{t('signIns.sheet.letters')}</p>
      <p>
        <strong>{t('signIns.sheet.secret')}</strong>
      </p>
      <p>{t('signIns.sheet.made', { time: formatMoment(made, i18n.language) })}</p>
    </article>
  )
}
