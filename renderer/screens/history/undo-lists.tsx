import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../electron/ipc/window-history.ts'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'

type Outcome = 'none' | 'done' | 'refused'

/** One press puts the lists back as they were before the last change of them; it says beforehand what that does. */
export function UndoLists({ entry }: { readonly entry: HistoryEntry | null }): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const [outcome, setOutcome] = useState<Outcome>('none')
  const press = usePress(async () => {
    if (entry === null) return
    const asked = await companion.ask('undoLists', { id: entry.id })
    if (asked.ok) setOutcome(asked.value.ok ? 'done' : 'refused')
  })
  const lists =
    entry?.changes.filter(({ field }) => field === 'authorizedDomains' || field === 'authorizedSenders') ?? []
  const entries = (side: 'before' | 'after'): string => lists.flatMap((list) => list[side] ?? []).join('; ')
  return (
    <>
      {outcome === 'done' ? (
        <Notice tone="good" announce>
          {t('history.undo.done')} <InForce />
        </Notice>
      ) : null}
      {outcome === 'refused' ? (
        <Notice tone="trouble" announce>
          {t('history.undo.nothing-to-undo')}
        </Notice>
      ) : null}
      {entry ? (
        <Notice
          tone="attention"
          action={
            <Button variant="default" size="sm" loading={press.busy} onClick={press.start}>
              {t('history.undo.press')}
            </Button>
          }
        >
          <strong>{t('history.undo.title')}</strong>{' '}
          {t('history.undo.body', { time: formatTime(entry.at, i18n.language) })}{' '}
          {entries('before') === '' ? null : t('history.undo.putsBack', { entries: entries('before') })}{' '}
          {entries('after') === '' ? null : t('history.undo.takesOff', { entries: entries('after') })}
        </Notice>
      ) : null}
    </>
  )
}
