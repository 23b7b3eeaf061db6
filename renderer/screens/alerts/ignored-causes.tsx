import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertSettingsView } from '../../../electron/ipc/window-alerts.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'

type Ignored = AlertSettingsView['ignored'][number]

/** What raises no alert any more, each with the way back. */
export function IgnoredCauses(): ReactNode {
  const { t } = useTranslation()
  const ignored = useSnapshot(({ alertSettings }) => alertSettings.ignored)
  if (ignored.length === 0) return null
  return (
    <details>
      <summary>{t('alerts.ignored', { count: ignored.length })}</summary>
      <p className="dimmed">{t('alerts.ignoredNote')}</p>
      <ul className="ignored card">
        {ignored.map((cause) => (
          <li key={`${cause.kind} ${cause.about}`}>
            <IgnoredCause cause={cause} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function IgnoredCause({ cause }: { readonly cause: Ignored }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const press = usePress(async () => {
    await companion.ask('heedAgain', cause)
  })
  const kind = t(`alerts.kinds.${cause.kind}`)
  const what = cause.about === '' ? kind : `${kind}: ${cause.about}`
  return (
    <>
      <span>{what}</span>
      <Button
        size="xs"
        variant="default"
        loading={press.busy}
        aria-label={t('alerts.heedAgainOf', { what })}
        onClick={press.start}
      >
        {t('alerts.heedAgain')}
      </Button>
    </>
  )
}
