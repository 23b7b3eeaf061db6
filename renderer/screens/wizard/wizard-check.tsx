import { Loader } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useAdoptPort } from '../../parts/use-adopt-port.ts'
import { type CheckFinding, findingOf } from '../../state/check-finding.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { portsFor, useConnectionCheck } from '../../state/use-connection-check.ts'
import { portTone, portWords } from '../../words/probe-words.ts'

/** While the person goes on: the connection is checked, its findings come line by line, and the port that works is taken. */
export default function WizardCheck({ user: id }: { readonly user: string }): ReactNode {
  const user = useSnapshot(({ users }) => users.find((one) => one.id === id))
  return user && !user.practice ? <CheckLines user={user} /> : null
}

function CheckLines({ user }: { readonly user: UserView }): ReactNode {
  const { t } = useTranslation()
  const { start, rows, answer, reports, running, problem } = useConnectionCheck()
  const adopt = useAdoptPort(user)
  const [ports] = useState(() => portsFor(user.port))
  useEffect(() => start({ kind: 'user', id: user.id }, ports), [start, user.id, ports])
  const finding = answer && !running ? findingOf(user.server, user.port, reports) : null
  const better = finding?.kind === 'use-port' ? finding.advice.port : null
  const { use } = adopt
  useEffect(() => {
    if (better !== null) void use(better)
  }, [better, use])

  return (
    <section className="wizard-check card" aria-label={t('probe.wizard.title', { server: user.server })}>
      <h2>
        {running ? <Loader size={16} aria-hidden /> : null}
        {t('probe.wizard.title', { server: user.server })}
      </h2>
      {problem === null ? null : <p>{t(`probe.notChecked.${problem}`)}</p>}
      <ul aria-live="polite">
        {rows
          .filter(({ state }) => state === 'done')
          .map((row) => (
            <li key={row.port}>
              <StatusLine
                tone={portTone(row)}
                text={t('probe.wizard.line', { port: row.port, word: portWords(t, row) })}
              />
            </li>
          ))}
      </ul>
      {finding ? <Outcome user={user} finding={finding} isNew={adopt.adopted !== null} /> : null}
    </section>
  )
}

/** What it comes to; a wrong password can be put right two steps back. */
function Outcome({
  user,
  finding,
  isNew,
}: {
  readonly user: UserView
  readonly finding: CheckFinding
  readonly isNew: boolean
}): ReactNode {
  const { t } = useTranslation()
  switch (finding.kind) {
    case 'use-port':
      return null
    case 'fine': {
      const words = { user: user.id, port: finding.port }
      return <Notice tone="good">{t(isNew ? 'probe.adopted' : 'probe.fine', words)}</Notice>
    }
    case 'refused':
    case 'nothing': {
      const cause = t(`probe.verdicts.${finding.verdict}.cause`)
      const cure = t(`probe.verdicts.${finding.verdict}.cure`)
      const sentence =
        finding.kind === 'refused'
          ? t('probe.refused', { cause })
          : t('probe.nothing', { server: user.server, cause })
      return (
        <Notice tone="trouble" announce>
          <p>
            {sentence} {cure}
          </p>
        </Notice>
      )
    }
  }
}
