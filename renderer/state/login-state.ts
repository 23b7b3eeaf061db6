import type { LoginView } from '../../electron/ipc/window-logins.ts'
import { splitEntries } from './saved-lists.ts'

/**
 * `noPassword`: brought in without one, so nobody can sign in · `over`: it was let in for a while, which has passed ·
 * `nobody`: its own senders are all gone from its user's lists, so the relay lets it send nothing.
 */
export type LoginState = 'active' | 'paused' | 'noPassword' | 'over' | 'nobody'

/** `nowMs`: milliseconds since 1970. */
export function loginState(login: LoginView, nowMs: number): LoginState {
  if (login.needsPassword) return 'noPassword'
  if (login.status === 'inactive') return 'paused'
  if (login.until !== null && Date.parse(login.until) <= nowMs) return 'over'
  const own = splitEntries(login.authorizedDomains).length + splitEntries(login.authorizedSenders).length
  return own > 0 && login.ineffective.length >= own ? 'nobody' : 'active'
}

/** Sign-ins with the searched text in their name, their user's or an address. */
export function filterLogins(logins: readonly LoginView[], search: string): readonly LoginView[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return logins
  return logins.filter(({ name, user, addresses }) =>
    [name, user, ...addresses].some((text) => text.toLowerCase().includes(wanted)),
  )
}
