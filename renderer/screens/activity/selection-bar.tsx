import { Button, CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { usePress } from '../../parts/use-press.ts'
import { actOnAll, actOnMessages, countAll } from '../../state/act-on-messages.ts'
import type { ActivityRow } from '../../state/activity-rows.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import type { MessageFilter } from '../../state/journal-wish.ts'
import { countsOf, type MessageAction, messageActions } from '../../state/message-actions.ts'
import type { Selection } from '../../state/selection.ts'

type Counts = Record<MessageAction, number>

/** What came of an action: `asked` messages at the press, `changed` in the end; null: the relay didn't answer. */
export type ActionDone = {
  readonly action: MessageAction
  readonly asked: number
  readonly changed: number | null
}

type Props = {
  readonly selection: Selection
  readonly selected: readonly (ActivityRow & { readonly kind: 'message' })[]
  /** all that match, as messages */
  readonly filter: MessageFilter
  readonly onClear: () => void
  readonly onDone: (done: ActionDone) => void
}

/** How many are selected, and what can be done to them, each with its count. */
export function SelectionBar({ selection, selected, filter, onClear, onDone }: Props): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const isAll = selection.kind === 'all'
  const ofAll = useCountsOfAll(isAll ? filter : null)
  const messages = selected.map(({ message }) => message)
  const counts = isAll ? ofAll : countsOf(messages)
  const act = async (action: MessageAction): Promise<void> => {
    const asked = counts?.[action] ?? 0
    const changed = isAll
      ? await actOnAll(companion, action, filter)
      : await actOnMessages(companion, action, messages)
    onDone({ action, asked, changed })
  }
  const possible = messageActions.filter((action) => counts !== null && counts[action] > 0)
  return (
    <section className="activity-selection card" aria-label={t('activity.selection')}>
      <output>
        {isAll ? t('activity.selectedAll') : t('activity.selected', { count: selected.length })}
        {counts !== null && possible.length === 0 ? ` ${t('activity.nothingToDo')}` : ''}
      </output>
      <div className="buttons">
        {counts === null ? <span className="dimmed">{t('activity.counting')}</span> : null}
        {possible.map((action) => (
          <ActionButton key={action} action={action} counts={counts} onPress={() => act(action)} />
        ))}
      </div>
      <CloseButton aria-label={t('activity.clearSelection')} onClick={onClear} />
    </section>
  )
}

function ActionButton({
  action,
  counts,
  onPress,
}: {
  readonly action: MessageAction
  readonly counts: Counts | null
  readonly onPress: () => Promise<void>
}): ReactNode {
  const { t } = useTranslation()
  const press = usePress(onPress)
  const count = counts?.[action] ?? 0
  const uncertain = counts?.arrived ?? 0
  const label = t('activity.actionCounted', { action: t(`activity.actions.${action}`), count })
  if (action === 'delete' || (action === 'retry' && uncertain > 0)) {
    return (
      <ConfirmButton
        size="xs"
        label={label}
        confirm={label}
        question={
          action === 'delete'
            ? t('activity.deleteManySure', { count })
            : t('activity.retryManySure', { count: uncertain })
        }
        danger={action === 'delete'}
        onConfirm={onPress}
      />
    )
  }
  return (
    <Button size="xs" variant="default" loading={press.busy} onClick={press.start}>
      {label}
    </Button>
  )
}

/** Asked of the relay, because most of them are not on the page; null while it counts. */
function useCountsOfAll(filter: MessageFilter | null): Counts | null {
  const companion = useCompanion()
  const [counts, setCounts] = useState<Counts | null>(null)
  useEffect(() => {
    let wanted = true
    const take = async (): Promise<void> => {
      const counted = filter && (await countAll(companion, filter))
      if (wanted) setCounts(counted)
    }
    void take()
    return () => {
      wanted = false
    }
  }, [companion, filter])
  return counts
}
