import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/companion-context.tsx'
import { StatusLine } from './status-line.tsx'

/** After a save: whether the relay already works under it. */
export function InForce(): ReactNode {
  const { t } = useTranslation()
  const waiting = useSnapshot(({ relay }) => relay.inForce < relay.saved)
  return (
    <output>
      <StatusLine
        tone={waiting ? 'busy' : 'good'}
        text={t(waiting ? 'common.savedNotInForce' : 'common.inForce')}
      />
    </output>
  )
}
