import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { ConnectionAnswer } from '../../../electron/ipc/window-probe.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'

/**
 * Where the password is. A press signs in at the server without sending anything, and says in one sentence what is
 * wrong.
 */
export function CheckNow({ user }: { readonly user: UserView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [answer, setAnswer] = useState<ConnectionAnswer | null>(null)
  const press = usePress(async () => {
    setAnswer(null)
    const asked = await companion.ask('checkConnection', {
      check: crypto.randomUUID(),
      target: { kind: 'user', id: user.id },
      ports: [user.port],
    })
    if (asked.ok) setAnswer(asked.value)
  })
  return (
    <>
      <div className="buttons">
        <StatusLine
          tone={user.password === 'missing' || user.password === 'changed-outside' ? 'attention' : 'good'}
          text={t(`users.password.${user.password}`)}
        />
        <Button size="compact-sm" variant="default" loading={press.busy} onClick={press.start}>
          {t('users.checkNow')}
        </Button>
      </div>
      {answer ? <Found user={user} answer={answer} /> : null}
    </>
  )
}

function Found({ user, answer }: { readonly user: UserView; readonly answer: ConnectionAnswer }): ReactNode {
  const { t } = useTranslation()
  if (!answer.ok) {
    return (
      <Notice tone="trouble" announce>
        {t(`probe.notChecked.${answer.reason}`)}
      </Notice>
    )
  }
  const { signIn, report } = answer
  const verdict = report.ports[0]?.verdict ?? 'ok'
  if (verdict !== 'ok') {
    return (
      <Notice
        tone="trouble"
        announce
        action={<GoButton label={t('users.allPorts')} to={{ screen: 'check', user: user.id }} />}
      >
        <p>{t(`probe.verdicts.${verdict}.cause`)}</p>
        <p>{t(`probe.verdicts.${verdict}.cure`)}</p>
      </Notice>
    )
  }
  if (signIn !== 'tried' && signIn !== 'not-needed') {
    return (
      <Notice tone="attention" announce>
        {t(`probe.signIn.${signIn}`)}
      </Notice>
    )
  }
  return (
    <Notice tone="good" announce>
      {t(signIn === 'tried' ? 'users.checkFine' : 'users.checkFineOpen', {
        server: user.server,
        port: user.port,
      })}
    </Notice>
  )
}
