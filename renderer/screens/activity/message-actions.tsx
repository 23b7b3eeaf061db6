import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageState, MessageSummary } from '../../../relay/domain/message-state.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import type { RequestInput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'

type Action = RequestInput<'queueAction'>['action']

/** What makes sense for a message, the likeliest first. What is being sent right now is left alone. */
const actionsFor: Record<MessageState, readonly Action[]> = {
  waiting: ['retry', 'hold', 'delete'],
  sending: [],
  held: ['release', 'delete'],
  uncertain: ['retry', 'arrived', 'delete'],
  failed: ['retry', 'delete'],
  sent: [],
  deleted: [],
}

/** The buttons for a message; deleting, and sending what may have arrived, ask first. */
export function MessageActions({ message }: { readonly message: MessageSummary }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [nothingChanged, setNothingChanged] = useState(false)
  const act = async (action: Action): Promise<void> => {
    const asked = await companion.ask('queueAction', { action, ids: [message.id] })
    setNothingChanged(asked.ok && asked.value.changed === 0)
  }
  // What the rules hold only the rules let go: the queue would not release it.
  const byRules = message.holdReason === 'sender-not-authorized' || message.holdReason === 'user-inactive'
  const actions = actionsFor[message.state].filter((action) => !(action === 'release' && byRules))
  if (actions.length === 0) return null
  return (
    <>
      <div className="buttons">
        {actions.map((action, index) =>
          action === 'delete' || (action === 'retry' && message.state === 'uncertain') ? (
            <ConfirmButton
              key={action}
              label={t(`activity.actions.${action}`)}
              confirm={t(`activity.actions.${action}`)}
              question={t(action === 'delete' ? 'activity.deleteSure' : 'activity.retrySure')}
              danger={action === 'delete'}
              onConfirm={() => act(action)}
            />
          ) : (
            <ActionButton
              key={action}
              label={t(`activity.actions.${action}`)}
              primary={index === 0}
              onPress={() => act(action)}
            />
          ),
        )}
      </div>
      {nothingChanged ? (
        <Notice tone="attention" announce>
          {t('activity.nothingChanged')}
        </Notice>
      ) : null}
    </>
  )
}

function ActionButton({
  label,
  primary,
  onPress,
}: {
  readonly label: string
  readonly primary: boolean
  readonly onPress: () => Promise<void>
}): ReactNode {
  const press = usePress(onPress)
  return (
    <Button variant={primary ? 'filled' : 'default'} loading={press.busy} onClick={press.start}>
      {label}
    </Button>
  )
}
