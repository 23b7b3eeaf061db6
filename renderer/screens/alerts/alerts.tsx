import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasteReply } from '../../parts/paste-reply.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { SupportReport } from '../../parts/support-report.tsx'
import { useCompanion } from '../../state/companion-context.tsx'
import { AlertList } from './alert-list.tsx'
import { AlertMailForm } from './alert-mail-form.tsx'
import './alerts.css'
import { HowTold } from './how-told.tsx'

const views = ['alerts', 'told'] as const

/** Alerts, and how one is told of them. Being shown makes an alert seen. */
export default function Alerts(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [view, setView] = useState<(typeof views)[number]>('alerts')

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
      <div>
        <SegmentedControl
          aria-label={t('alerts.view')}
          value={view}
          onChange={(value) => setView(value === 'told' ? 'told' : 'alerts')}
          data={views.map((value) => ({ value, label: t(`alerts.views.${value}`) }))}
        />
      </div>
      {view === 'alerts' ? (
        <>
          <AlertList />
          <PasteReply />
          <Section title={t('support.title')}>
            <SupportReport />
          </Section>
        </>
      ) : (
        <>
          <HowTold />
          <AlertMailForm />
        </>
      )}
    </Screen>
  )
}
