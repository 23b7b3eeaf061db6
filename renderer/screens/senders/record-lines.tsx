import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DomainRecordsRead } from '../../../relay/domain/domain-records.ts'
import { CopyValues } from '../../parts/copy-value.tsx'
import { StatusLine } from '../../parts/status-line.tsx'

/** Each record: whether it is there, what stands there now, and what to publish. */
export function RecordLines({ records }: { readonly records: DomainRecordsRead }): ReactNode {
  const { t } = useTranslation()
  const { domain, spf, dkim, dmarc } = records
  const dmarcIsThere = dmarc.status === 'ok' || dmarc.status === 'inherited'
  return (
    <ul className="record-lines">
      <RecordLine
        good={spf.status === 'ok'}
        words={t(`domainRecords.spf.${spf.status}`)}
        now={spf.status === 'ok' ? [] : spf.records}
        name={domain}
        type="TXT"
        publish={spf.publish}
      />
      {dkim.map(({ name, status, target, expected }) => (
        <RecordLine
          key={name}
          good={status === 'ok'}
          words={t(`domainRecords.dkim.${status}`, { target: target ?? '' })}
          now={[]}
          name={name}
          type="CNAME"
          publish={status === 'ok' ? null : expected}
        />
      ))}
      <RecordLine
        good={dmarcIsThere}
        words={t(`domainRecords.dmarc.${dmarc.status}`)}
        now={dmarcIsThere || dmarc.record === null ? [] : [dmarc.record]}
        name={dmarc.name}
        type="TXT"
        publish={dmarc.publish}
        note={dmarcIsThere ? t(dmarc.aligned ? 'domainRecords.aligned' : 'domainRecords.notAligned') : null}
      />
    </ul>
  )
}

function RecordLine({
  good,
  words,
  now,
  name,
  type,
  publish,
  note = null,
}: {
  readonly good: boolean
  readonly words: string
  /** what is there and isn't right */
  readonly now: readonly string[]
  readonly name: string
  readonly type: 'TXT' | 'CNAME'
  readonly publish: string | null
  readonly note?: string | null
}): ReactNode {
  const { t } = useTranslation()
  const value = t(type === 'TXT' ? 'verification.domain.fields.value' : 'verification.domain.fields.points')
  return (
    <li>
      <StatusLine tone={good ? 'good' : 'attention'} text={words} />
      {publish === null ? <p className="findings-name">{name}</p> : null}
      {note === null ? null : <p className="dimmed">{note}</p>}
      {now.map((record) => (
        <p key={record} className="dimmed">
          {t('domainRecords.now')}: <span className="mono record-now">{record}</span>
        </p>
      ))}
      {publish === null ? null : (
        <CopyValues
          values={[
            { label: t('verification.domain.fields.name'), value: name },
            { label: t('verification.domain.fields.type'), value: type },
            { label: value, value: publish },
          ]}
        />
      )}
    </li>
  )
}
