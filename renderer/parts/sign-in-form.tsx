import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../electron/ipc/window-contract.ts'
import { useCompanion, useSnapshot } from '../state/companion-context.tsx'
import { freeName } from '../state/free-name.ts'
import { textOf } from '../state/read-form.ts'
import { userWords } from '../words/sentences.ts'
import { readKind } from './kind-select.tsx'
import { Notice } from './notice.tsx'
import { useFieldErrors } from './use-field-errors.ts'
import { usePress } from './use-press.ts'

export type NewSignIn = { readonly name: string; readonly password: string }

/**
 * Asks for a program's name and makes its sign-in. `user`: given, or asked for when there are several. `children`:
 * further fields; with one called `addresses` the sign-in gets no password, which `onMadeByAddress` is told.
 */
export function SignInForm({
  user: givenUser,
  buttons,
  children,
  submitLabel,
  suggestion,
  onMade,
  onMadeByAddress,
}: {
  readonly user: string | null
  readonly buttons?: ReactNode
  readonly children?: ReactNode
  /** what the button says; else that a sign-in is made */
  readonly submitLabel?: string
  /** the name offered, made free by a number */
  readonly suggestion?: string
  readonly onMade: (signIn: NewSignIn) => void
  readonly onMadeByAddress?: (name: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const form = useRef<HTMLFormElement>(null)
  const users = useSnapshot((snapshot) => snapshot.users)
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const { errorOf, elsewhere } = useFieldErrors(problems, ['name', 'user'])
  const likely = users.find(({ practice }) => !practice) ?? users[0]

  const press = usePress(async () => {
    if (!form.current) return
    const data = new FormData(form.current)
    const name = textOf(data, 'name')
    const user = givenUser ?? (textOf(data, 'user') || likely?.id || '')
    if (name === '') {
      setProblems([{ field: 'name', reason: 'required' }])
      return
    }
    const kind = readKind(textOf(data, 'kind'))
    const wanted = { name, user, ...(kind ? { kind } : {}) }
    if (data.has('addresses')) {
      const asked = await companion.ask('addAddressLogin', {
        ...wanted,
        addresses: textOf(data, 'addresses'),
      })
      if (!asked.ok) return
      if (asked.value.ok) onMadeByAddress?.(name)
      else setProblems(asked.value.problems)
      return
    }
    const asked = await companion.ask('addLogin', wanted)
    if (!asked.ok) return
    if (asked.value.ok) onMade({ name: asked.value.name, password: asked.value.password })
    else setProblems(asked.value.problems)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <form ref={form} className="form" onSubmit={submit}>
      <TextInput
        name="name"
        label={t('common.fields.program')}
        description={t('setUp.programHint')}
        defaultValue={freeName(
          suggestion ?? t('wizard.signIn.suggestion'),
          logins.map(({ name }) => name),
        )}
        error={errorOf('name')}
        spellCheck={false}
      />
      {givenUser === null && users.length > 1 ? (
        <NativeSelect
          name="user"
          label={t('common.fields.user')}
          defaultValue={likely?.id ?? ''}
          error={errorOf('user')}
          data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      {children}
      {elsewhere.map((sentence) => (
        <Notice key={sentence} tone="trouble" announce>
          {sentence}
        </Notice>
      ))}
      <div className="buttons">
        <Button type="submit" loading={press.busy}>
          {submitLabel ?? t('setUp.make')}
        </Button>
        {buttons}
      </div>
    </form>
  )
}
