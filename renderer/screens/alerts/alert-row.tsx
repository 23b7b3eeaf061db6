import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { StatusLine } from '../../parts/status-line.tsx'
import type { Tone } from '../../parts/tone.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'
import { alertWords } from '../../words/sentences.ts'
import { AlertCure } from './alert-cure.tsx'

type Alert = Snapshot['alerts'][number]

const tones: Record<Alert['state'], Tone> = { new: 'trouble', seen: 'attention', settled: 'good' }

/** One cause, however often it came: what it is, how often, and its cure. */
export function AlertRow({
  alert,
  primary = false,
}: {
  readonly alert: Alert
  readonly primary?: boolean
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const words = alertWords(t, alert)
  const settle = usePress(async () => {
    await companion.ask('setAlertState', { id: alert.id, state: 'settled' })
  })
  return (
    <article className="alert-row card">
      <div className="alert-row-head">
        <h2>{words.title}</h2>
        <StatusLine tone={tones[alert.state]} text={t(`alerts.states.${alert.state}`)} />
      </div>
      <p>{words.body}</p>
      <p className="dimmed">
        {t('alerts.times', { count: alert.count, time: formatTime(alert.lastAt, i18n.language) })}
      </p>
      {alert.state === 'settled' ? null : (
        <div className="buttons">
          <AlertCure alert={alert} primary={primary} />
          <Button variant="default" loading={settle.busy} onClick={settle.start}>
            {t('alerts.settle')}
          </Button>
        </div>
      )}
    </article>
  )
}
