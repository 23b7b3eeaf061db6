import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { canonicalDomain } from '../../../relay/domain/domain-name.ts'
import { CopyValues } from '../../parts/copy-value.tsx'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { DomainFindings } from './domain-findings.tsx'

type Answer = RequestOutput<'checkDomain'>

/** A domain is proven by what stands in the DNS: our own TXT record, or those SMTP+ asks for anyway (DomainRecords). */
export function DomainWays({
  user,
  entry,
}: {
  readonly user: UserView
  readonly entry: EntryView
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const check = usePress(async () => {
    const asked = await companion.ask('checkDomain', { id: user.id, domain: entry.entry })
    if (asked.ok) setAnswer(asked.value)
  })
  const domain = canonicalDomain(entry.entry) ?? entry.entry
  return (
    <section className="way">
      <h3>{t('verification.domain.txtTitle')}</h3>
      <p>{t('verification.domain.txtBody')}</p>
      <CopyValues
        values={[
          { label: t('verification.domain.fields.name'), value: domain },
          { label: t('verification.domain.fields.type'), value: 'TXT' },
          { label: t('verification.domain.fields.value'), value: entry.dnsRecord ?? '' },
        ]}
      />
      <div className="buttons">
        <Button size="sm" loading={check.busy} onClick={check.start}>
          {t('verification.domain.check')}
        </Button>
      </div>
      <p className="dimmed">{t('verification.domain.patience')}</p>
      {answer ? <DomainFindings answer={answer} /> : null}
    </section>
  )
}
