import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'

/** One practice message, read as plain text: nothing in it can run or fetch. */
export function PracticePanel({
  id,
  onClose,
}: {
  readonly id: string
  readonly onClose: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const [read, setRead] = useState<RequestOutput<'readPracticeMessage'> | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    const take = async (): Promise<void> => {
      const asked = await companion.ask('readPracticeMessage', { id })
      if (wanted && asked.ok) setRead(asked.value)
    }
    void take()
    return () => {
      wanted = false
    }
  }, [companion, id])
  return (
    <SidePanel title={read?.message.subject || t('practice.read')} onClose={onClose}>
      {read === undefined ? <p className="dimmed">{t('common.loading')}</p> : null}
      {read === null ? <Notice tone="attention">{t('practice.notFound')}</Notice> : null}
      {read ? (
        <>
          <dl className="facts">
            <dt>{t('practice.from')}</dt>
            <dd>{read.message.from || read.message.mailFrom}</dd>
            <dt>{t('practice.to')}</dt>
            <dd>{read.message.recipients.join(', ')}</dd>
            <dt>{t('practice.arrived')}</dt>
            <dd>{formatTime(read.message.at, i18n.language)}</dd>
          </dl>
          <pre className="word-for-word">{read.text}</pre>
        </>
      ) : null}
    </SidePanel>
  )
}
