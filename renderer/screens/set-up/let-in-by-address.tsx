import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { freeName } from '../../state/free-name.ts'
import { fieldWords, userWords } from '../../words/sentences.ts'

const lastings = ['hour', 'always'] as const
const trialMinutes = 60

/**
 * A sign-in of its own for a program that can't sign in or can't encrypt: recognised by its one address, for an hour or for
 * good, as the one sender it was seen to use. What each of these risks stands above the button.
 */
export function LetInByAddress({
  from,
  nearby,
  sender,
}: {
  readonly from: string
  /** it is on this computer, whose address all programs here have */
  readonly nearby: boolean
  /** null: not known */
  readonly sender: string | null
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const users = useSnapshot((snapshot) => snapshot.users)
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const [outcome, setOutcome] = useState<string | readonly FieldProblem[] | null>(null)
  const own = users.filter(({ practice }) => !practice)
  const choices = own.length > 0 ? own : users
  const [chosen, setChosen] = useState('')
  const [lasting, setLasting] = useState<(typeof lastings)[number]>('hour')
  const [onlyAs, setOnlyAs] = useState(true)
  const user = choices.find(({ id }) => id === chosen) ?? choices[0]
  const press = usePress(async () => {
    if (!user) return
    const name = freeName(
      t(nearby ? 'setUp.watch.program' : 'setUp.watch.device'),
      logins.map((login) => login.name),
    )
    const asked = await companion.ask('addAddressLogin', {
      name,
      user: user.id,
      kind: nearby ? 'script' : 'device',
      addresses: from,
      ...(lasting === 'hour' ? { minutes: trialMinutes } : {}),
      ...(onlyAs && sender !== null ? { onlySender: sender } : {}),
    })
    if (asked.ok) setOutcome(asked.value.ok ? name : asked.value.problems)
  })
  if (!user) return null
  if (typeof outcome === 'string') {
    return (
      <Notice tone="good" announce>
        {t('setUp.watch.made', { login: outcome, from })}
      </Notice>
    )
  }
  const names = { from, user: userWords(t, user.id) }
  return (
    <>
      {choices.length > 1 ? (
        <NativeSelect
          label={t('common.fields.user')}
          value={user.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={choices.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      <NativeSelect
        label={t('setUp.watch.lasting')}
        value={lasting}
        onChange={({ currentTarget }) =>
          setLasting(lastings.find((known) => known === currentTarget.value) ?? 'hour')
        }
        data={lastings.map((value) => ({ value, label: t(`setUp.watch.lastings.${value}`) }))}
      />
      {sender === null ? null : (
        <Checkbox
          label={t('setUp.watch.onlyAs', { sender })}
          checked={onlyAs}
          onChange={({ currentTarget }) => setOnlyAs(currentTarget.checked)}
        />
      )}
      <Notice tone="attention">
        {t(nearby ? 'setUp.watch.risks.here' : 'setUp.watch.risks.network', names)}
        {lasting === 'always' && !nearby ? ` ${t('setUp.watch.risks.always', names)}` : ''}
      </Notice>
      <div className="buttons">
        <Button variant="default" loading={press.busy} onClick={press.start}>
          {t('setUp.watch.byAddress', { from })}
        </Button>
      </div>
      {outcome?.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </>
  )
}
