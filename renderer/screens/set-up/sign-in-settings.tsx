import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { InForce } from '../../parts/in-force.tsx'
import { KindSelect } from '../../parts/kind-select.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useFieldErrors } from '../../parts/use-field-errors.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { userWords } from '../../words/sentences.ts'
import { AddressFields } from './address-fields.tsx'
import { OwnSenders } from './own-senders.tsx'
import { loginFields, readLoginForm } from './read-login-form.ts'

/** Whose rules bind a sign-in, and what it may do less. */
export function SignInSettings({ login }: { readonly login: LoginView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const form = useRef<HTMLFormElement>(null)
  const users = useSnapshot((snapshot) => snapshot.users)
  const [user, setUser] = useState(login.user)
  const [saved, setSaved] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const { errorOf, elsewhere } = useFieldErrors(problems, loginFields)

  const press = usePress(async () => {
    if (!form.current) return
    setSaved(false)
    const asked = await companion.ask('updateLogin', readLoginForm(new FormData(form.current), login))
    if (!asked.ok) return
    setSaved(asked.value.ok)
    setProblems(asked.value.ok ? [] : asked.value.problems)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }
  const hidden = problems.some(({ field }) => field === 'messagesPerHour' || field === 'recipients')

  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <h3>{t('signIns.rules')}</h3>
      <KindSelect kind={login.kind} />
      <NativeSelect
        name="user"
        label={t('common.fields.user')}
        value={user}
        onChange={(event) => setUser(event.currentTarget.value)}
        error={errorOf('user')}
        data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
      />
      {login.auth === 'none' ? (
        <AddressFields start={login.addresses.join('\n')} error={errorOf('addresses')} />
      ) : null}
      <OwnSenders login={login} user={userWords(t, user)} errorOf={errorOf} />
      <details open={hidden || undefined}>
        <summary>{t('signIns.limits')}</summary>
        <Limits login={login} errorOf={errorOf} />
      </details>
      {elsewhere.map((sentence) => (
        <Notice key={sentence} tone="trouble" announce>
          {sentence}
        </Notice>
      ))}
      <div className="buttons">
        <Button type="submit" loading={press.busy}>
          {t('common.save')}
        </Button>
        {saved ? <InForce /> : null}
      </div>
    </form>
  )
}

function Limits({
  login,
  errorOf,
}: {
  readonly login: LoginView
  readonly errorOf: (field: string) => string | undefined
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="sign-in-limits">
      <TextInput
        name="messagesPerHour"
        label={t('signIns.messagesPerHour')}
        description={t('signIns.messagesPerHourHint')}
        inputMode="numeric"
        defaultValue={login.messagesPerHour === null ? '' : String(login.messagesPerHour)}
        error={errorOf('messagesPerHour')}
      />
      <TextInput
        name="recipients"
        label={t('signIns.recipients')}
        description={t('signIns.recipientsHint')}
        inputMode="numeric"
        defaultValue={login.recipients === null ? '' : String(login.recipients)}
        error={errorOf('recipients')}
      />
      <NativeSelect
        name="whenUncertain"
        label={t('signIns.whenUncertain')}
        defaultValue={login.whenUncertain ?? 'user'}
        data={(['user', 'retry', 'ask'] as const).map((value) => ({
          value,
          label: t(`signIns.whenUncertainChoices.${value}`),
        }))}
      />
    </div>
  )
}
