import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import { ignoredFormOf } from '../../../relay/domain/alert-cause.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { alertWords } from '../../words/alert-words.ts'
import { AlertRow } from './alert-row.tsx'
import { IgnoredCauses } from './ignored-causes.tsx'

/** Settled alerts shown at most; older ones are found under Activity. */
const settledShown = 50

/** What needs a look, newest first; what was settled before one came here is folded away below. */
export function AlertList(): ReactNode {
  const { t } = useTranslation()
  const alerts = useSnapshot((snapshot) => snapshot.alerts)
  const [ignored, setIgnored] = useState<AlertView | null>(null)
  // What was open while one looks keeps its place, with what came of it.
  const [met] = useState(() => new Set<string>())
  useEffect(() => {
    for (const { id, state } of alerts) if (state !== 'settled') met.add(id)
  }, [alerts, met])
  const sorted = useMemo(
    () => alerts.toSorted((left, right) => Date.parse(right.firstAt) - Date.parse(left.firstAt)),
    [alerts],
  )
  const open = sorted.filter(({ id, state }) => state !== 'settled' || met.has(id))
  const settled = sorted.filter(({ id, state }) => state === 'settled' && !met.has(id))
  return (
    <>
      {ignored ? <IgnoredNow alert={ignored} onUndone={() => setIgnored(null)} /> : null}
      {open.length === 0 ? (
        <EmptyState icon={IconBell} text={t('alerts.empty')} />
      ) : (
        <ul className="alerts">
          {open.map((alert, index) => (
            <li key={alert.id}>
              <AlertRow alert={alert} primary={index === 0} onIgnored={setIgnored} />
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 ? (
        <details>
          <summary>{t('alerts.settled', { count: settled.length })}</summary>
          <ul className="alerts">
            {settled.slice(0, settledShown).map((alert) => (
              <li key={alert.id}>
                <AlertRow alert={alert} onIgnored={setIgnored} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <IgnoredCauses />
    </>
  )
}

/** Right after "ignore": what that means, and the way back. */
function IgnoredNow({
  alert,
  onUndone,
}: {
  readonly alert: AlertView
  readonly onUndone: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const undo = usePress(async () => {
    const asked = await companion.ask('heedAgain', ignoredFormOf(alert))
    if (asked.ok && asked.value.ok) onUndone()
  })
  return (
    <Notice
      tone="good"
      announce
      action={
        <Button size="sm" variant="default" loading={undo.busy} onClick={undo.start}>
          {t('alerts.undo')}
        </Button>
      }
    >
      {t('alerts.ignoredNow', { what: alertWords(t, alert).title })}
    </Notice>
  )
}
