import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { createPasswordHash, generatePassword } from '../../relay/secrets/sign-in.ts'
import type { Settings } from '../settings/settings-schema.ts'
import { nameProblems } from './form-problems.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

type Login = Settings['logins'][number]

/** Sign-ins for programs here. Their passwords are made here, told once, and kept as a hash. */
export function loginsDesk(
  office: Office,
): Desk<'addLogin' | 'resetLogin' | 'removeLogin' | 'setLoginStatus'> {
  const settings = () => office.settings.current()
  const unknown = (name: string) => refuse({ field: 'name', reason: 'sign-in-unknown', found: name })
  const exists = (name: string): boolean => settings().logins.some((login) => login.name === name)
  const edit = (name: string, change: (login: Login) => Login) =>
    save(office, (before) => ({
      ...before,
      logins: before.logins.map((login) => (login.name === name ? change(login) : login)),
    }))

  return {
    addLogin({ name: written, user }) {
      const name = written.trim()
      const taken = settings().logins.map((login) => login.name)
      const problems = nameProblems('name', name, taken)
      if (problems.length > 0) return refuse(...problems)
      const isKnown = user === practiceUserId || settings().users.some(({ id }) => id === user)
      if (!isKnown) return refuse({ field: 'user', reason: 'user-unknown', found: user })
      const password = generatePassword()
      const added: Login = {
        name,
        user,
        status: 'active',
        auth: 'password',
        passwordHash: createPasswordHash(password),
      }
      const saved = save(office, (before) => ({ ...before, logins: [...before.logins, added] }))
      return saved.ok ? { ok: true, name, password } : saved
    },
    resetLogin({ name }) {
      if (!exists(name)) return unknown(name)
      const password = generatePassword()
      const saved = edit(name, (login) => ({ ...login, passwordHash: createPasswordHash(password) }))
      return saved.ok ? { ok: true, name, password } : saved
    },
    removeLogin({ name }) {
      if (!exists(name)) return unknown(name)
      return save(office, (before) => ({
        ...before,
        logins: before.logins.filter((login) => login.name !== name),
      }))
    },
    setLoginStatus({ name, status }) {
      return exists(name) ? edit(name, (login) => ({ ...login, status })) : unknown(name)
    },
  }
}
