import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasteReply } from '../../parts/paste-reply.tsx'
import { Screen } from '../../parts/screen.tsx'
import { everything, type JournalFilter, type JournalWish, messagesOf } from '../../state/journal-wish.ts'
import type { ActivityFilter } from '../../state/navigation.tsx'
import { nothingSelected, type Selection, selectedRows } from '../../state/selection.ts'
import { useJournal } from '../../state/use-journal.ts'
import { useOpenedRow } from '../../state/use-opened-row.ts'
import { ActionReport } from './action-report.tsx'
import './activity.css'
import { ActivityTable } from './activity-table.tsx'
import { ActivityTools } from './activity-tools.tsx'
import { CountedRows } from './counted-rows.tsx'
import { ExportButton, type Exported, ExportReport } from './export-journal.tsx'
import { MessagePanel } from './message-panel.tsx'
import { NoRows } from './no-rows.tsx'
import { PaceLines } from './pace-lines.tsx'
import { ReadingState } from './reading-state.tsx'
import { RefusalPanel } from './refusal-panel.tsx'
import { type ActionDone, SelectionBar } from './selection-bar.tsx'

type Chosen = { readonly filter: JournalFilter; readonly selection: Selection }

/** Messages and refusals as they happen; a press on one opens all there is to know about it. */
export default function Activity({
  filter: show = 'all',
  open: startOpen,
}: {
  readonly filter?: ActivityFilter
  readonly open?: string
}): ReactNode {
  const { t } = useTranslation()
  const [wish, setWish] = useState<JournalWish>({ ...everything, show })
  const [open, setOpen] = useState<string | null>(startOpen ?? null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [done, setDone] = useState<ActionDone | null>(null)
  const [exported, setExported] = useState<Exported | null>(null)
  const journal = useJournal(wish)
  const { rows, filter, startOver, live } = journal
  // What was selected under one filter would be something else under the next.
  const selection = chosen?.filter === filter ? chosen.selection : nothingSelected
  const setSelection = (now: Selection): void => setChosen({ filter, selection: now })
  const selected = useMemo(() => selectedRows(selection, rows), [selection, rows])
  const messages = useMemo(() => messagesOf(filter), [filter])
  const hasSelection = messages !== null && (selection.kind === 'all' || selected.length > 0)
  const opened = useOpenedRow(open, rows, live)
  const close = (): void => setOpen(null)
  const takeDone = (action: ActionDone): void => {
    setDone(action)
    // Of so many not every one is told of singly.
    if (selection.kind === 'all') startOver()
    else setSelection(nothingSelected)
  }

  return (
    <Screen
      title={t('activity.title')}
      wide
      action={
        rows.length === 0 ? undefined : (
          <span className="activity-head">
            <CountedRows journal={journal} />
            <ExportButton filter={filter} onExported={setExported} />
          </span>
        )
      }
    >
      <ActivityTools wish={wish} onWish={setWish} />
      {wish.show === 'all' || wish.show === 'waiting' ? <PaceLines /> : null}
      {exported ? <ExportReport exported={exported} onClose={() => setExported(null)} /> : null}
      {done ? <ActionReport done={done} onClose={() => setDone(null)} /> : null}
      {rows.length > 0 ? (
        <>
          <ActivityTable
            key={JSON.stringify(filter)}
            journal={journal}
            open={open}
            selection={selection}
            selectable={messages !== null}
            onSelect={setSelection}
            onOpen={setOpen}
          />
          <ReadingState journal={journal} />
        </>
      ) : (
        <NoRows journal={journal} onShowAll={() => setWish(everything)} />
      )}
      {hasSelection ? null : <PasteReply />}
      {hasSelection && messages !== null ? (
        <SelectionBar
          selection={selection}
          selected={selected}
          filter={messages}
          onClear={() => setSelection(nothingSelected)}
          onDone={takeDone}
        />
      ) : null}
      {opened?.kind === 'message' ? (
        <MessagePanel key={opened.id} message={opened.message} onClose={close} />
      ) : null}
      {opened?.kind === 'refusal' ? (
        <RefusalPanel key={opened.id} refusal={opened.refusal} onClose={close} />
      ) : null}
    </Screen>
  )
}
