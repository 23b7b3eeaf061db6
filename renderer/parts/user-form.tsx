import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../electron/ipc/window-contract.ts'
import { textOf } from '../state/read-form.ts'
import { judgeForm, readTyped, readWishes } from '../state/read-user-form.ts'
import { type Keep, type UserDraft, useSaveUser } from '../state/use-save-user.ts'
import { hasWaysOn, KeychainHelp } from './keychain-help.tsx'
import { Notice } from './notice.tsx'
import { PasswordField } from './password-field.tsx'
import { useFieldErrors } from './use-field-errors.ts'
import { useLiveForm } from './use-live-form.ts'
import { usePress } from './use-press.ts'

type Props = {
  /** the user to change; null adds one */
  readonly existing: UserView | null
  readonly passwordRequired: boolean
  /** adds one with the lists of this user */
  readonly like?: string
  /** filled in for a new one */
  readonly username?: string
  /** the server that was found with its password, which counts while none is typed */
  readonly found?: string | undefined
  /** leaves the password field out: it is changed elsewhere */
  readonly withoutPassword?: boolean
  readonly submit: string
  /** names of the fields on the screen, so that a problem with another one is still shown */
  readonly fields: readonly string[]
  readonly onSaved: (user: string) => void
  /** the fields beside user name and password; drawn below them */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode
  /** further buttons beside the submit button */
  readonly buttons?: ReactNode
}

/** User name and password with the fields given, saved as one; asks again when the keychain refuses. */
export function UserForm(props: Props): ReactNode {
  const { existing, passwordRequired, withoutPassword = false, onSaved } = props
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const [keep, setKeep] = useState<Keep>('keychain')
  const saving = useSaveUser(existing)
  const { errorOf, elsewhere } = useFieldErrors(saving.problems, props.fields)
  const hints = useLiveForm(form, saving.show)

  const save = async (place: Keep): Promise<void> => {
    if (!form.current) return
    setKeep(place)
    const data = new FormData(form.current)
    const secret = password.current?.value ?? ''
    const missing: FieldProblem[] =
      passwordRequired && secret === '' && props.found === undefined
        ? [{ field: 'password', reason: 'required' }]
        : []
    if (passwordRequired && textOf(data, 'username') === '')
      missing.push({ field: 'username', reason: 'required' })
    const problems = [...missing, ...judgeForm(data).problems]
    saving.show(problems)
    if (problems.length > 0) return
    const draft: UserDraft = {
      ...readTyped(data),
      ...readWishes(data),
      id: existing?.id ?? textOf(data, 'id'),
      ...(props.like === undefined ? {} : { like: props.like }),
    }
    if (await saving.save(draft, secret, place, props.found)) onSaved(draft.id)
  }
  const press = usePress(() => save('keychain'))
  const pressUntilQuit = usePress(() => save('until-quit'))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <TextInput
        name="username"
        label={t('common.fields.username')}
        description={t('wizard.credentials.usernameHint')}
        defaultValue={existing?.username ?? props.username ?? ''}
        error={errorOf('username')}
        autoComplete="off"
        spellCheck={false}
      />
      {hints.includes('username-unusual') ? (
        <Notice tone="attention">{t('users.usernameUnusual')}</Notice>
      ) : null}
      {withoutPassword ? null : (
        <PasswordField
          field={password}
          hint={t(props.found === undefined ? 'wizard.credentials.passwordHint' : 'takeOver.passwordFound')}
          error={errorOf('password')}
        />
      )}
      {props.children(errorOf)}
      {hints.includes('port-unusual') ? <Notice tone="attention">{t('users.portUnusual')}</Notice> : null}
      {elsewhere.map((sentence) => (
        <Notice key={sentence} tone="trouble" announce>
          {sentence}
        </Notice>
      ))}
      {saving.passwordProblem ? (
        <KeychainHelp
          problem={saving.passwordProblem}
          busy={pressUntilQuit.busy}
          onTryAgain={press.start}
          onUntilQuit={pressUntilQuit.start}
        />
      ) : null}
      <div className="buttons">
        <Button
          type="submit"
          variant={hasWaysOn(saving.passwordProblem) ? 'default' : 'filled'}
          loading={press.busy && keep === 'keychain'}
        >
          {props.submit}
        </Button>
        {props.buttons}
      </div>
    </form>
  )
}
