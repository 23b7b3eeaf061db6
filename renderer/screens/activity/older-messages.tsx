import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'

type Older = {
  readonly messages: readonly MessageSummary[]
  readonly canAsk: boolean
  readonly busy: boolean
  readonly ask: () => void
}

/** Rows asked for at a time, and the number the snapshot brings: with fewer there is nothing older. */
const pageSize = 200

/** The live messages, and below them the older ones that were asked for. */
export function useOlderMessages(live: readonly MessageSummary[]): Older {
  const companion = useCompanion()
  const [older, setOlder] = useState<readonly MessageSummary[]>([])
  const [exhausted, setExhausted] = useState(false)
  const messages = useMemo(() => {
    const known = new Set(live.map(({ id }) => id))
    return [...live, ...older.filter(({ id }) => !known.has(id))]
  }, [live, older])
  const press = usePress(async () => {
    const before = oldestId(messages)
    const asked = await companion.ask(
      'listMessages',
      before === null ? { limit: pageSize } : { before, limit: pageSize },
    )
    if (!asked.ok) return
    setOlder((known) => [...known, ...asked.value])
    setExhausted(asked.value.length < pageSize)
  })
  return { messages, canAsk: messages.length >= pageSize && !exhausted, busy: press.busy, ask: press.start }
}

export function OlderMessages({ older }: { readonly older: Older }): ReactNode {
  const { t } = useTranslation()
  if (!older.canAsk) return null
  return (
    <Button variant="default" size="xs" loading={older.busy} onClick={older.ask}>
      {t('activity.older')}
    </Button>
  )
}

function oldestId(messages: readonly MessageSummary[]): string | null {
  const oldest = messages.reduce<MessageSummary | null>(
    (found, message) =>
      found && Date.parse(found.queuedAt) <= Date.parse(message.queuedAt) ? found : message,
    null,
  )
  return oldest?.id ?? null
}
