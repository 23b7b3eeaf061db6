import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { actionsFor, type MessageAction } from '../../state/message-actions.ts'

/** The buttons for a message; deleting, and sending what may have arrived, ask first. */
export function MessageActions({ message }: { readonly message: MessageSummary }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [nothingChanged, setNothingChanged] = useState(false)
  const act = async (action: MessageAction): Promise<void> => {
    const asked = await companion.ask('queueAction', { action, ids: [message.id] })
    setNothingChanged(asked.ok && asked.value.changed === 0)
  }
  const actions = actionsFor(message)
  if (actions.length === 0) return null
  return (
    <>
      <div className="buttons">
        {actions.map((action, index) =>
          action === 'delete' || (action === 'retry' && message.state === 'uncertain') ? (
            <ConfirmButton
              key={action}
              label={t(`activity.actions.${action === 'delete' ? action : 'sendAgain'}`)}
              confirm={t(`activity.actions.${action === 'delete' ? action : 'sendAgain'}`)}
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
