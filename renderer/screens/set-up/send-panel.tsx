import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SendFirstMessage } from '../../parts/send-first-message.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'

/** A message from here, under the same rules as any program's. */
export function SendPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('setUp.sendFirst')} onClose={onClose}>
      <p>{t('setUp.sendFirstBody')}</p>
      <SendFirstMessage user={null} />
    </SidePanel>
  )
}
