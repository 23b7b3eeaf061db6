import { silentLogins } from '../../relay/domain/own-logins.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { createPasswordHash, generatePassword } from '../../relay/secrets/sign-in.ts'
import type { JustMade } from '../hand-over/just-made.ts'
import type { LoginSettings } from '../settings/settings-schema.ts'
import { nameProblems } from './form-problems.ts'
import { addressProblems, blocksIn, loginFormProblems, ownListProblems, withLoginForm } from './login-form.ts'
import { type Desk, type Office, refuse, save } from './office.ts'
import type { Desktop } from './preferences-desk.ts'

type Calls =
  | 'addLogin'
  | 'addAddressLogin'
  | 'keepLogin'
  | 'updateLogin'
  | 'resetLogin'
  | 'printPage'
  | 'removeLogin'
  | 'setLoginStatus'

/** Sign-ins for programs here. Their passwords are made here, told once, and kept as a hash. */
export function loginsDesk(
  office: Office,
  desktop: Pick<Desktop, 'print'>,
  justMade: Pick<JustMade, 'remember'>,
): Desk<Calls> {
  const settings = () => office.settings.current()
  const unknown = (name: string) => refuse({ field: 'name', reason: 'sign-in-unknown', found: name })
  const find = (name: string): LoginSettings | undefined =>
    settings().logins.find((login) => login.name === name)
  const edit = (name: string, change: (login: LoginSettings) => LoginSettings) =>
    save(office, (before) => ({
      ...before,
      logins: before.logins.map((login) => (login.name === name ? change(login) : login)),
    }))
  const add = (login: LoginSettings) =>
    save(office, (before) => ({ ...before, logins: [...before.logins, login] }))
  const userProblems = (user: string) =>
    user === practiceUserId || settings().users.some(({ id }) => id === user)
      ? []
      : [{ field: 'user', reason: 'user-unknown', found: user }]
  const newProblems = (name: string, user: string) => {
    const taken = [...silentLogins, ...settings().logins.map((login) => login.name)]
    return [...nameProblems('name', name, taken), ...userProblems(user)]
  }

  return {
    addLogin({ name: written, user, kind }) {
      const name = written.trim()
      const problems = newProblems(name, user)
      if (problems.length > 0) return refuse(...problems)
      const password = generatePassword()
      const passwordHash = createPasswordHash(password)
      const saved = add({
        name,
        user,
        status: 'active',
        auth: 'password',
        passwordHash,
        ...(kind ? { kind } : {}),
      })
      if (saved.ok) justMade.remember(name, new Secret(password))
      return saved.ok ? { ok: true, name, password } : saved
    },
    addAddressLogin({ name: written, user, kind, addresses, onlySender = '', minutes }) {
      const name = written.trim()
      const lists = { user, authorizedDomains: '', authorizedSenders: onlySender }
      const problems = [
        ...newProblems(name, user),
        ...addressProblems(settings(), name, addresses),
        ...ownListProblems(settings(), lists),
      ]
      if (problems.length > 0) return refuse(...problems)
      return add({
        name,
        user,
        status: 'active',
        auth: 'none',
        addresses: blocksIn(addresses),
        ...(minutes === undefined
          ? {}
          : { until: new Date(office.nowMs() + minutes * 60_000).toISOString() }),
        ...(onlySender === '' ? {} : { authorizedSenders: onlySender }),
        ...(kind ? { kind } : {}),
      })
    },
    keepLogin: ({ name }) => (find(name) ? edit(name, ({ until: _over, ...login }) => login) : unknown(name)),
    updateLogin(form) {
      const login = find(form.name)
      if (!login) return unknown(form.name)
      const problems = [...userProblems(form.user), ...loginFormProblems(settings(), login, form)]
      if (problems.length > 0) return refuse(...problems)
      return edit(form.name, (before) => withLoginForm(before, form))
    },
    resetLogin({ name }) {
      const login = find(name)
      if (!login) return unknown(name)
      if (login.auth === 'none') return refuse({ field: 'name', reason: 'has-no-password', found: name })
      const password = generatePassword()
      const saved = edit(name, (before) => ({ ...before, passwordHash: createPasswordHash(password) }))
      if (saved.ok) justMade.remember(name, new Secret(password))
      return saved.ok ? { ok: true, name, password } : saved
    },
    printPage: () => desktop.print(),
    removeLogin({ name }) {
      if (!find(name)) return unknown(name)
      return save(office, (before) => ({
        ...before,
        logins: before.logins.filter((login) => login.name !== name),
      }))
    },
    setLoginStatus({ name, status }) {
      return find(name) ? edit(name, (login) => ({ ...login, status })) : unknown(name)
    },
  }
}
