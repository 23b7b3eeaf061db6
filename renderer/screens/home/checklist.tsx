import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  type TablerIcon,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../parts/screen.tsx'
import { type ChecklistRow, checklistOf, needsChecklist, type StepState } from '../../state/checklist.ts'
import { useCompanion, useCompanionState } from '../../state/companion-context.tsx'
import { connectionPlace } from '../../state/connection-place.ts'
import { type Place, useNavigation } from '../../state/navigation.tsx'
import './checklist.css'

const icons: Readonly<Record<StepState, TablerIcon>> = {
  open: IconCircle,
  done: IconCircleCheck,
  skipped: IconCircleDashed,
  broken: IconAlertTriangle,
}

/** What is left until the firm's mail goes out by itself; gone when nothing is, back when something breaks. */
export function Checklist(): ReactNode {
  const { t } = useTranslation()
  const snapshot = useCompanionState((state) => state.snapshot)
  const rows = useMemo(() => (snapshot ? checklistOf(snapshot) : []), [snapshot])
  // Who practises is asked for an SMTP+ user beside it already.
  const practising = snapshot?.users.every(({ practice }) => practice) ?? true
  if (practising || !needsChecklist(rows)) return null
  const next = rows.find(({ state }) => state === 'open' || state === 'broken')
  const done = rows.filter(({ state }) => state === 'done').length
  return (
    <Section
      title={t('checklist.title')}
      action={<span className="dimmed">{t('checklist.progress', { done, count: rows.length })}</span>}
    >
      <ol className="checklist card">
        {rows.map((row) => (
          <Row key={row.step} row={row} isNext={row === next} />
        ))}
      </ol>
    </Section>
  )
}

function Row({ row, isNext }: { readonly row: ChecklistRow; readonly isNext: boolean }): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const companion = useCompanion()
  const { step, state } = row
  const Icon = icons[state]
  const sentence = sentenceOf(t, row)
  const skip = (skipped: boolean): void => void companion.ask('skipStep', { step, skipped })
  return (
    <li data-state={state}>
      <Icon size={20} aria-hidden />
      <span className="checklist-sentence">
        <span className="visually-hidden">{t(`checklist.stateLabels.${state}`)}: </span>
        {sentence}
      </span>
      {isNext ? (
        <Button size="xs" variant="light" onClick={() => goTo(placeOf(row))}>
          {t(`checklist.steps.${step}.press`)}
        </Button>
      ) : null}
      {state === 'open' ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={t('checklist.skipLabel', { step: sentence })}
          onClick={() => skip(true)}
        >
          {t('checklist.skip')}
        </Button>
      ) : null}
      {state === 'skipped' ? (
        <Button size="xs" variant="subtle" color="gray" onClick={() => skip(false)}>
          {t('checklist.bringBack')}
        </Button>
      ) : null}
    </li>
  )
}

function sentenceOf(t: TFunction, row: ChecklistRow): string {
  if (row.state === 'broken') return t(`checklist.steps.${row.step}.broken`, { user: row.user })
  const { step, state } = row
  return state === 'done' ? t(`checklist.steps.${step}.done`) : t(`checklist.steps.${step}.open`)
}

function placeOf({ step, user }: ChecklistRow): Place {
  if (user === null) return { screen: 'users', panel: { kind: 'add' } }
  switch (step) {
    case 'credentials':
    case 'port':
      return connectionPlace(user)
    case 'senders':
    case 'dns':
      return { screen: 'senders', user }
    case 'program':
      return { screen: 'set-up' }
    case 'message':
      return { screen: 'set-up', panel: { kind: 'send' } }
  }
}
