import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompanion } from '../../state/companion-context.tsx'
import { type LoginTraffic, readLoginTraffic, type TrafficCount } from '../../state/login-traffic.ts'
import { formatTime } from '../../words/format.ts'
import type { Words } from '../../words/sentences.ts'

/** What a program handed over, from the relay's journal, as it was when the panel opened. */
export function SignInTraffic({ login }: { readonly login: string }): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const [traffic, setTraffic] = useState<LoginTraffic | null | 'asking'>('asking')
  useEffect(() => {
    let gone = false
    const show = async (): Promise<void> => {
      const read = await readLoginTraffic(companion, login, Date.now())
      if (!gone) setTraffic(read)
    }
    void show()
    return () => {
      gone = true
    }
  }, [companion, login])
  if (traffic === 'asking') return null
  const last = traffic?.last
  return (
    <section>
      <h3>{t('signIns.sent')}</h3>
      {traffic === null ? (
        <p className="dimmed">{t('signIns.traffic.unknown')}</p>
      ) : (
        <dl className="facts">
          <dt>{t('signIns.traffic.today')}</dt>
          <dd>{countWords(t, traffic.today, i18n.language)}</dd>
          <dt>{t('signIns.traffic.month')}</dt>
          <dd>{countWords(t, traffic.month, i18n.language)}</dd>
          <dt>{t('signIns.traffic.refused')}</dt>
          <dd>{countWords(t, traffic.refused, i18n.language)}</dd>
          <dt>{t('signIns.traffic.last')}</dt>
          <dd>
            {last
              ? t('signIns.traffic.lastLine', {
                  time: formatTime(last.queuedAt, i18n.language),
                  subject: last.subject === '' ? t('signIns.traffic.noSubject') : last.subject,
                  to: last.recipients[0] ?? t('common.anAddress'),
                })
              : t('signIns.traffic.none')}
          </dd>
        </dl>
      )}
    </section>
  )
}

function countWords(t: Words, { count, exact }: TrafficCount, language: string): string {
  if (exact && count === 0) return t('signIns.traffic.none')
  const values = { count, formatted: new Intl.NumberFormat(language).format(count) }
  return t(exact ? 'signIns.traffic.exactly' : 'signIns.traffic.atLeast', values)
}
