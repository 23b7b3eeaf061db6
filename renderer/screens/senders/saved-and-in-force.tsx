import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../parts/status-line.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'

/** What is typed, what is saved and what the relay works under are three things: which of them is so now. */
export function SavedAndInForce({ changed }: { readonly changed: boolean }): ReactNode {
  const { t } = useTranslation()
  const saved = useSnapshot(({ relay }) => relay.saved)
  const inForce = useSnapshot(({ relay }) => relay.inForce)
  return (
    <output>
      {changed ? (
        <StatusLine tone="attention" text={t('senders.changed')} />
      ) : inForce < saved ? (
        <StatusLine tone="busy" text={t('senders.savedWaiting', { saved, inForce })} />
      ) : (
        <StatusLine tone="good" text={t('senders.savedInForce')} />
      )}
    </output>
  )
}
