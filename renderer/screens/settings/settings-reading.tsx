import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { changeWords } from '../../words/change-words.ts'

type Reading = Extract<RequestOutput<'readSettingsFile'>, { outcome: 'read' }>
type Outcome = 'taken' | 'changed-meanwhile' | 'settings-not-saved' | 'failed'

/** What is listed of a long difference; the rest is counted. */
const mostLines = 100
const mostNames = 10

/** What a file of settings would change, and the press that brings all of it in. */
export function SettingsReading({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = usePress(async () => {
    const asked = await companion.ask('importSettings', { reading: reading.reading })
    if (!asked.ok) setOutcome('failed')
    else setOutcome(asked.value.ok ? 'taken' : asked.value.reason)
  })
  const { changes, usersWithout, signInsWithout } = reading
  if (changes.length === 0) return <Notice tone="good">{t('transfer.same')}</Notice>
  if (outcome !== null) return <Taken outcome={outcome} reading={reading} />
  const lines = changes.slice(0, mostLines).map((change) => {
    const thing = t(`history.things.${change.thing}`, { name: change.name })
    return change.what === 'changed' ? changeWords(t, change) : t(`transfer.${change.what}`, { thing })
  })
  return (
    <section className="settings-reading" aria-label={t('transfer.importPress')}>
      <p className="mono">{reading.path}</p>
      <p>
        <strong>{t('transfer.differs', { count: changes.length })}</strong>
      </p>
      <ul className="can-select">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {changes.length > lines.length ? (
          <li>{t('transfer.more', { count: changes.length - lines.length })}</li>
        ) : null}
      </ul>
      {changes.some(({ thing, what }) => thing === 'user' && what === 'removed') ? (
        <Notice tone="attention">{t('transfer.removedNote')}</Notice>
      ) : null}
      {usersWithout.length > 0 ? (
        <Notice tone="attention">{t('transfer.needUsers', { names: namesIn(usersWithout) })}</Notice>
      ) : null}
      {signInsWithout.length > 0 ? (
        <Notice tone="attention">{t('transfer.needSignIns', { names: namesIn(signInsWithout) })}</Notice>
      ) : null}
      <div className="buttons">
        <Button loading={take.busy} onClick={take.start}>
          {t('transfer.take')}
        </Button>
      </div>
    </section>
  )
}

function Taken({ outcome, reading }: { readonly outcome: Outcome; readonly reading: Reading }): ReactNode {
  const { t } = useTranslation()
  if (outcome !== 'taken') {
    return (
      <Notice tone="trouble" announce>
        {t(`transfer.${outcome}`)}
      </Notice>
    )
  }
  return (
    <Notice
      tone="good"
      announce
      action={
        <>
          {reading.usersWithout.length > 0 ? (
            <GoButton label={t('transfer.toUsers')} to={{ screen: 'users' }} />
          ) : null}
          {reading.signInsWithout.length > 0 ? (
            <GoButton label={t('transfer.toSignIns')} to={{ screen: 'set-up' }} />
          ) : null}
        </>
      }
    >
      {t('transfer.taken')}
    </Notice>
  )
}

function namesIn(names: readonly string[]): string {
  const more = names.length > mostNames ? ', …' : ''
  return `${names.slice(0, mostNames).join(', ')}${more}`
}
