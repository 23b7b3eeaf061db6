import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OneSentence } from '../../parts/one-sentence.tsx'
import type { AdoptPort } from '../../parts/use-adopt-port.ts'
import { usePress } from '../../parts/use-press.ts'
import { type CheckFinding, findingOf } from '../../state/check-finding.ts'
import type { ConnectionCheck } from '../../state/use-connection-check.ts'
import { evidenceWords } from '../../words/evidence-words.ts'
import { fieldWords } from '../../words/sentences.ts'

/** What the check came to, in one sentence of cause and one of cure, with one button. */
export function CheckSentence({
  user,
  check,
  adopt,
}: {
  readonly user: UserView
  readonly check: ConnectionCheck
  readonly adopt: AdoptPort
}): ReactNode {
  const { t } = useTranslation()
  const { running, rows, problem, answer, reports } = check
  if (problem !== null) return <OneSentence tone="trouble" sentence={t(`probe.notChecked.${problem}`)} />
  if (running || answer === null) {
    const done = rows.filter(({ state }) => state === 'done').length
    const sentence = t('probe.running', { server: user.server, done, count: rows.length })
    return <OneSentence tone="busy" sentence={sentence} />
  }
  const finding = findingOf(user.server, user.port, reports)
  return (
    <>
      {answer.cancelled ? <Notice tone="attention">{t('probe.cancelled')}</Notice> : null}
      {adopt.problems.map((one) => (
        <Notice key={one.reason} tone="trouble" announce>
          {fieldWords(t, one)}
        </Notice>
      ))}
      {finding ? <Finding user={user} finding={finding} adopt={adopt} /> : null}
    </>
  )
}

function Finding({
  user,
  finding,
  adopt,
}: {
  readonly user: UserView
  readonly finding: CheckFinding
  readonly adopt: AdoptPort
}): ReactNode {
  const { t } = useTranslation()
  switch (finding.kind) {
    case 'fine': {
      const isNew = adopt.adopted === finding.port
      const words = { user: user.id, port: finding.port }
      return (
        <OneSentence tone="good" sentence={t(isNew ? 'probe.adopted' : 'probe.fine', words)}>
          {isNew ? <InForce /> : null}
        </OneSentence>
      )
    }
    case 'use-port': {
      const { port, reason } = finding.advice
      const cause = t(`probe.verdicts.${finding.verdict}.cause`)
      return (
        <OneSentence
          tone="attention"
          sentence={t('probe.usePort', { port, user: user.id, old: user.port, cause })}
        >
          <p className="dimmed">{t(`probe.why.${reason}`)}</p>
          <UseButton port={port} onUse={adopt.use} />
        </OneSentence>
      )
    }
    case 'refused':
    case 'nothing': {
      const { verdict } = finding
      const cause = t(`probe.verdicts.${verdict}.cause`)
      const sentence =
        finding.kind === 'refused'
          ? t('probe.refused', { cause })
          : t('probe.nothing', { server: user.server, cause })
      const seen = evidenceWords(t, finding.evidence)
      return (
        <OneSentence tone="trouble" sentence={sentence}>
          <p>{t(`probe.verdicts.${verdict}.cure`)}</p>
          {/* That nothing came is said already; everything else is the server's or the system's own word. */}
          {seen === '' || verdict === 'connection-timeout' ? null : <p className="word-for-word">{seen}</p>}
          <CureButton user={user} verdict={verdict} />
        </OneSentence>
      )
    }
  }
}

function UseButton({
  port,
  onUse,
}: {
  readonly port: number
  readonly onUse: (port: number) => Promise<void>
}): ReactNode {
  const { t } = useTranslation()
  const press = usePress(() => onUse(port))
  return (
    <Button loading={press.busy} onClick={press.start}>
      {t('probe.use', { port })}
    </Button>
  )
}

/** The way to where it is put right, where that is in this app. */
function CureButton({
  user,
  verdict,
}: {
  readonly user: UserView
  readonly verdict: Extract<CheckFinding, { kind: 'nothing' }>['verdict']
}): ReactNode {
  const { t } = useTranslation()
  if (verdict === 'credentials-refused') {
    const to = { screen: 'users', panel: { kind: 'password', user: user.id } } as const
    return <GoButton primary label={t('users.replacePassword')} to={to} />
  }
  if (verdict === 'sender-refused') {
    return <GoButton primary label={t('users.seeSenders')} to={{ screen: 'senders', user: user.id }} />
  }
  if (verdict === 'dns-failure' || verdict === 'certificate-name-mismatch' || verdict === 'not-smtp') {
    const to = { screen: 'users', panel: { kind: 'edit', user: user.id } } as const
    return <GoButton primary label={t('probe.changeServer')} to={to} />
  }
  return null
}
