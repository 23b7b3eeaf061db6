import type { Snapshot, WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { loginView } from '../login-views.ts'
import { type PageData, saved } from './page-data.ts'

const shownOnce = 'k7Rw4tYm9PxE3hNd6JqVb2Zc'

type LoginView = Snapshot['logins'][number]

/** Sign-ins of programs; a new password is always the same one. */
export function loginsDouble({ snapshot, put }: PageData) {
  const add = (login: LoginView): void => put({ part: 'logins', value: [...snapshot().logins, login] })
  const change = (name: string, part: Partial<LoginView>): typeof saved => {
    const changed = (login: LoginView): LoginView => (login.name === name ? { ...login, ...part } : login)
    put({ part: 'logins', value: snapshot().logins.map(changed) })
    return saved
  }
  return {
    addLogin({ name, user, kind = null }) {
      if (snapshot().logins.some((login) => login.name === name)) {
        return { ok: false, problems: [{ field: 'name', reason: 'name-taken' }] }
      }
      add(loginView(name, { user, kind }))
      return { ok: true, name, password: shownOnce }
    },
    addAddressLogin({ name, user, kind = null, addresses }) {
      if (addresses.trim() === '')
        return { ok: false, problems: [{ field: 'addresses', reason: 'required' }] }
      add(loginView(name, { user, kind, auth: 'none', addresses: addresses.split(/\s+/) }))
      return saved
    },
    updateLogin: ({ name, addresses, ...part }) =>
      change(name, { ...part, addresses: addresses.split(/\s+/).filter(Boolean) }),
    keepLogin: ({ name }) => change(name, { until: null }),
    resetLogin: ({ name }) => ({ ok: true, name, password: shownOnce }),
    removeLogin({ name }) {
      put({ part: 'logins', value: snapshot().logins.filter((login) => login.name !== name) })
      return saved
    },
    setLoginStatus: ({ name, status }) => change(name, { status }),
    setFormSender: ({ name, rewrite }) => change(name, { rewritesFormSender: rewrite }),
  } satisfies Partial<Handlers<WindowContract>>
}
