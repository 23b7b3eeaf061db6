import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageState } from '../../relay/domain/message-state.ts'
import { StatusLine } from './status-line.tsx'
import type { Tone } from './tone.ts'

const tones: Record<MessageState | 'refused', Tone> = {
  waiting: 'busy',
  sending: 'busy',
  held: 'attention',
  uncertain: 'attention',
  failed: 'trouble',
  refused: 'trouble',
  sent: 'good',
  deleted: 'attention',
}

/** Where a message is, or that it was refused: icon and word. */
export function RowState({ state }: { readonly state: MessageState | 'refused' }): ReactNode {
  const { t } = useTranslation()
  return (
    <StatusLine
      tone={tones[state]}
      text={state === 'refused' ? t('activity.refused') : t(`activity.states.${state}`)}
    />
  )
}
