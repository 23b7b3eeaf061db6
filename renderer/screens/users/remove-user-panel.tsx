import { Button, NativeSelect, Radio } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'

type Wish<Kind extends string> = Kind | `moved ${string}`

/** Removes an SMTP+ user, and asks first what becomes of its waiting mail and of the sign-ins bound to it. */
export function RemoveUserPanel({
  user,
  onClose,
}: {
  readonly user: UserView
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const others = useSnapshot(({ users }) => users).filter(({ id, practice }) => id !== user.id && !practice)
  const signIns = useSnapshot(({ logins }) => logins).filter((login) => login.user === user.id)
  const waiting = useWaiting(user.id)
  const [mail, setMail] = useState<Wish<'kept' | 'deleted'>>('kept')
  const [programs, setPrograms] = useState<Wish<'removed'>>(() => {
    const heir = others.find(({ status }) => status === 'active')
    return heir ? `moved ${heir.id}` : 'removed'
  })
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const press = usePress(async () => {
    const asked = await companion.ask('removeUser', {
      id: user.id,
      mail:
        mail === 'kept' || mail === 'deleted' ? { become: mail } : { become: 'moved', user: movedTo(mail) },
      signIns: programs === 'removed' ? { become: programs } : { become: 'moved', user: movedTo(programs) },
    })
    if (!asked.ok) return
    if (asked.value.ok) onClose()
    else setProblems(asked.value.problems)
  })
  const targets = others.map(({ id }) => ({ value: `moved ${id}`, label: t('users.moveTo', { user: id }) }))
  return (
    <SidePanel title={t('users.remove', { user: user.id })} onClose={onClose}>
      <p>{t('users.removeSure', { user: user.id })}</p>
      {waiting === null ? null : waiting === 0 ? (
        <p>{t('users.noMailWaits')}</p>
      ) : (
        <Choice
          label={t('users.mailWaits', { count: waiting })}
          value={mail}
          onChange={(value) => setMail(value === 'deleted' || isMove(value) ? value : 'kept')}
          data={[
            { value: 'kept', label: t('users.keepMail') },
            ...targets,
            { value: 'deleted', label: t('users.deleteMail') },
          ]}
        />
      )}
      {isMove(mail) ? <p className="dimmed">{t('users.movedMailRules')}</p> : null}
      {signIns.length === 0 ? (
        <p>{t('users.noSignIns')}</p>
      ) : (
        <Choice
          label={t('users.signInsBound', {
            count: signIns.length,
            names: signIns
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', '),
          })}
          value={programs}
          onChange={(value) => setPrograms(isMove(value) ? value : 'removed')}
          data={[...targets, { value: 'removed', label: t('users.removeSignIns') }]}
        />
      )}
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      <div className="buttons">
        <Button color="red.8" loading={press.busy} disabled={waiting === null} onClick={press.start}>
          {t('common.remove')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </SidePanel>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly data: readonly { readonly value: string; readonly label: string }[]
}

/** A few answers stand side by side, many in a list. */
function Choice({ label, value, onChange, data }: ChoiceProps): ReactNode {
  if (data.length > 5) {
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[...data]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className="users-choice">
        {data.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** How many messages of a user are in the queue; null until that is known. */
function useWaiting(user: string): number | null {
  const companion = useCompanion()
  const [waiting, setWaiting] = useState<number | null>(null)
  useEffect(() => {
    const states = ['waiting', 'sending', 'held', 'uncertain'] as const
    const ask = async (): Promise<void> => {
      const asked = await companion.ask('countEntries', { filter: { states: [...states], user } })
      if (asked.ok) setWaiting(asked.value.count)
    }
    void ask()
  }, [companion, user])
  return waiting
}

function isMove(value: string): value is `moved ${string}` {
  return value.startsWith('moved ')
}

function movedTo(wish: `moved ${string}`): string {
  return wish.slice('moved '.length)
}
