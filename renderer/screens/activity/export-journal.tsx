import { Button, CloseButton } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import type { JournalFilter } from '../../state/journal-wish.ts'
import { FileOutcome } from './file-outcome.tsx'

export type Exported = Extract<RequestOutput<'exportJournal'>, { outcome: 'answered' }>

/** All lines that match, as a table for other programs. */
export function ExportButton({
  filter,
  onExported,
}: {
  readonly filter: JournalFilter
  /** null: it begins anew */
  readonly onExported: (exported: Exported | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const press = usePress(async () => {
    onExported(null)
    const asked = await companion.ask('exportJournal', { filter })
    if (asked.ok && asked.value.outcome === 'answered') onExported(asked.value)
  })
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconFileExport size={16} aria-hidden />}
      loading={press.busy}
      onClick={press.start}
    >
      {t('activity.export')}
    </Button>
  )
}

/** What came of it, until it is closed. */
export function ExportReport({
  exported: { answer, path },
  onClose,
}: {
  readonly exported: Exported
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const sentence = answer.ok ? t('activity.exported', { count: answer.entries, path }) : ''
  return (
    <div className="activity-report">
      <FileOutcome answer={answer} sentence={sentence} path={path} />
      <CloseButton aria-label={t('common.close')} onClick={onClose} />
    </div>
  )
}
