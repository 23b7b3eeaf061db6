import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { RowTable } from '../../parts/row-table.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { entryStateWords, entryTones } from '../../words/verification-words.ts'

const columns = ['entry', 'covers', 'state'] as const

type Props = {
  readonly entries: readonly EntryView[]
  readonly practice: boolean
  readonly open: string | null
  readonly onOpen: (entry: string) => void
}

/** The entries of both lists. */
export const EntriesTable = memo(function EntriesTable(props: Props): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <RowTable
      label={t('verification.table')}
      className="entries"
      titles={columns.map((column) => t(`verification.columns.${column}`))}
      rows={props.entries}
      rowHeightPx={46}
      keyOf={({ entry }) => entry}
      nameOf={({ entry }) => entry}
      renderCells={(entry, opener) => (
        <>
          <td className="cut">{opener}</td>
          <td className="cut dimmed">{t(`verification.covers.${entry.list}`)}</td>
          <td className="cut">
            <StatusLine
              tone={entryTones[entry.state]}
              text={entryStateWords(t, entry, props.practice, i18n.language)}
            />
          </td>
        </>
      )}
      open={props.open}
      onOpen={props.onOpen}
    />
  )
})
