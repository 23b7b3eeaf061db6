import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import type { RequestOutput } from '../../state/bridge.ts'

type Answer = RequestOutput<'checkDomain'>
type Findings = Extract<Extract<Answer, { ok: true }>['check'], { reason: 'records-missing' }>['findings']

/** What the DNS said: that it is proven, what is missing of it, or why nothing could be seen. */
export function DomainFindings({ answer }: { readonly answer: Answer }): ReactNode {
  const { t } = useTranslation()
  if (!answer.ok) {
    return (
      <Notice tone="trouble" announce>
        {t(`verification.notChecked.${answer.reason}`)}
      </Notice>
    )
  }
  const { check } = answer
  const code = check.reason === 'dns-refused' ? check.code : ''
  return (
    <>
      <Notice tone={check.reason === 'verified' ? 'good' : 'attention'} announce>
        {t(`verification.check.${check.reason}`, { code })}
      </Notice>
      {check.reason === 'records-missing' ? <FindingsList findings={check.findings} /> : null}
    </>
  )
}

function FindingsList({ findings }: { readonly findings: Findings }): ReactNode {
  const { t } = useTranslation()
  const lines = [
    { name: t('verification.domain.txt'), status: findings.txt, target: '' },
    { name: t('verification.domain.spf'), status: findings.spf, target: '' },
    ...findings.dkim.map(({ name, status, target }) => ({ name, status, target: target ?? '' })),
  ]
  return (
    <ul className="findings card" aria-label={t('verification.domain.result')}>
      {lines.map(({ name, status, target }) => (
        <li key={name}>
          <span className="findings-name">{name}</span>
          <StatusLine
            tone={status === 'found' ? 'good' : 'attention'}
            text={t(`verification.found.${status}`, { target })}
          />
        </li>
      ))}
    </ul>
  )
}
