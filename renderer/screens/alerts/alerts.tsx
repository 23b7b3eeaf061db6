import { IconBell } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { AlertRow } from './alert-row.tsx'
import './alerts.css'

/** What needs a look, newest first; what was settled is folded away below. Being shown makes an alert seen. */
export default function Alerts(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const alerts = useSnapshot((snapshot) => snapshot.alerts)
  const sorted = useMemo(
    () => alerts.toSorted((left, right) => Date.parse(right.lastAt) - Date.parse(left.lastAt)),
    [alerts],
  )
  const open = sorted.filter(({ state }) => state !== 'settled')
  const settled = sorted.filter(({ state }) => state === 'settled')

  useEffect(() => {
    // On leaving: while one looks, a new alert stays marked as new.
    return () => {
      const { snapshot } = companion.getState()
      for (const { id, state } of snapshot?.alerts ?? []) {
        if (state === 'new') void companion.ask('setAlertState', { id, state: 'seen' })
      }
    }
  }, [companion])

  return (
    <Screen title={t('alerts.title')} body={t('alerts.body')}>
      {open.length === 0 ? (
        <EmptyState icon={IconBell} text={t('alerts.empty')} />
      ) : (
        <ul className="alerts">
          {open.map((alert, index) => (
            <li key={alert.id}>
              <AlertRow alert={alert} primary={index === 0} />
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 ? (
        <details>
          <summary>{t('alerts.settled')}</summary>
          <ul className="alerts">
            {settled.map((alert) => (
              <li key={alert.id}>
                <AlertRow alert={alert} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Screen>
  )
}
