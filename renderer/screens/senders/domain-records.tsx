import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DomainRecordsView } from '../../../electron/ipc/window-domain-records.ts'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'
import { RecordLines } from './record-lines.tsx'

/**
 * What the DNS of a domain (A-labels) says about sending through SMTP+, and what to publish. Looks when it is opened;
 * after that main looks by itself until everything is there.
 */
export function DomainRecords({
  domain,
  isProof,
}: {
  readonly domain: string
  /** the records would verify the domain as well */
  readonly isProof: boolean
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const view = useSnapshot(({ app }) => app.domainRecords.find((one) => one.domain === domain))
  const look = usePress(async () => {
    await companion.ask('lookAtDomain', { domain })
  })
  useEffect(() => {
    void companion.ask('lookAtDomain', { domain })
  }, [companion, domain])
  return (
    <section className="way">
      <h3>{t('domainRecords.title')}</h3>
      <p>{t(isProof ? 'verification.domain.ownBody' : 'domainRecords.body')}</p>
      {view ? <Found view={view} /> : <p className="dimmed">{t('domainRecords.looking')}</p>}
      <div className="buttons">
        <Button size="sm" variant="default" loading={look.busy} onClick={look.start}>
          {t('domainRecords.look')}
        </Button>
      </div>
      {view ? <WhenLooked view={view} /> : null}
    </section>
  )
}

function Found({ view }: { readonly view: DomainRecordsView }): ReactNode {
  const { t } = useTranslation()
  const { domain, found } = view
  const isComplete = found.reason === 'read' && found.complete
  const code = found.reason === 'dns-refused' ? found.code : ''
  return (
    <>
      <div aria-live="polite">
        <Notice tone={isComplete ? 'good' : 'attention'}>
          {t(`domainRecords.found.${isComplete ? 'complete' : found.reason}`, { domain, code })}
        </Notice>
      </div>
      {found.reason === 'read' ? <RecordLines records={found} /> : null}
    </>
  )
}

function WhenLooked({ view: { at, nextAt } }: { readonly view: DomainRecordsView }): ReactNode {
  const { t, i18n } = useTranslation()
  const seen = t('domainRecords.seen', { time: formatTime(at, i18n.language) })
  const next = nextAt ? t('domainRecords.next', { time: formatTime(nextAt, i18n.language) }) : ''
  return <p className="dimmed">{`${seen} ${next}`}</p>
}
