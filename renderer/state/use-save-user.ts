import { useState } from 'react'
import type { FieldProblem, UserView } from '../../electron/ipc/window-contract.ts'
import { passwordProblem as passwordProblemOf } from '../../relay/domain/password-form.ts'
import type { RequestOutput } from './bridge.ts'
import { useCompanion } from './companion-context.tsx'
import type { ConnectionDraft } from './read-form.ts'
import type { WishesDraft } from './read-user-form.ts'

export type PasswordProblem = Extract<RequestOutput<'setPassword'>, { ok: false }>['reason']
export type Keep = 'keychain' | 'until-quit'

export type UserDraft = ConnectionDraft & WishesDraft & { readonly id: string; readonly like?: string }

type Saving = {
  readonly problems: readonly FieldProblem[]
  /** why the password is not stored, while the user itself is */
  readonly passwordProblem: PasswordProblem | null
  /** true when user and password are saved; the password goes to the front office and nowhere else. `found`: the server whose password is taken over when none is typed */
  save(draft: UserDraft, password: string, keep: Keep, found?: string): Promise<boolean>
  show(problems: readonly FieldProblem[]): void
}

/**
 * Saves an SMTP+ user, then its password. When the keychain refuses, the user stays saved and the next press
 * tries the password again. An empty password leaves the stored one alone.
 */
export function useSaveUser(existing: UserView | null): Saving {
  const companion = useCompanion()
  const [savedId, setSavedId] = useState(existing?.id ?? null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [passwordProblem, setPasswordProblem] = useState<PasswordProblem | null>(null)

  const saveUser = async (draft: UserDraft): Promise<string | null> => {
    const { id: wanted, like, ...told } = draft
    const id = savedId ?? wanted
    const asked =
      savedId === null
        ? await companion.ask('addUser', { ...told, id, ...(like === undefined ? {} : { like }) })
        : await companion.ask('updateUser', { ...told, id })
    if (!asked.ok) return null
    setProblems(asked.value.ok ? [] : asked.value.problems)
    if (!asked.value.ok) return null
    setSavedId(id)
    return id
  }

  return {
    problems,
    passwordProblem,
    show: setProblems,
    async save(draft, password, keep, found) {
      // Before anything is saved: a user without its password would be half of what was asked for.
      const unfit = passwordProblemOf(password)
      setPasswordProblem(unfit)
      if (unfit !== null) return false
      const id = await saveUser(draft)
      if (id === null) return false
      if (password === '' && found === undefined) return true
      const asked =
        password === '' && found !== undefined
          ? await companion.ask('takeOverPassword', { found, id, keep })
          : await companion.ask('setPassword', { id, password, keep })
      if (!asked.ok) return false
      setPasswordProblem(asked.value.ok ? null : asked.value.reason)
      return asked.value.ok
    },
  }
}
