import type { Snapshot, UserView } from '../../electron/ipc/window-contract.ts'
import { authorizesMail } from './entries.ts'

/** How a user is, as one word; each has its reason in renderer/words. What stops its mail comes first. */
export type UserHealth =
  | 'inactive'
  | 'credentials-refused'
  | 'account-blocked'
  | 'password-missing'
  | 'password-changed'
  | 'password-unavailable'
  | 'upstream-unreachable'
  | 'certificate'
  | 'delivery-failing'
  | 'nothing-verified'
  | 'anyone'
  | 'good'

type Told = Pick<Snapshot, 'messages' | 'alerts' | 'app'>

/** Troubles of a connection that an alert tells of until it has settled, the worst first. */
const troubles = [
  'credentials-refused',
  'account-blocked',
  'upstream-unreachable',
  'certificate',
  'delivery-failing',
] as const

/** The health of every user, by id. */
export function healthOfUsers(users: readonly UserView[], told: Told): ReadonlyMap<string, UserHealth> {
  const reasons = reasonsOf(told)
  const closed = told.app.keychain !== 'available'
  return new Map(
    users.map((user) => {
      const own = reasons.get(user.id) ?? new Set<string>()
      return [
        user.id,
        healthOf(user, closed && needsKeychain(user) ? new Set([...own, 'password-unavailable']) : own),
      ]
    }),
  )
}

/** Whether nothing of an active user can leave while the keychain is closed. */
export function needsKeychain({ status, password }: Pick<UserView, 'status' | 'password'>): boolean {
  return status === 'active' && (password === 'keychain' || password === 'changed-outside')
}

function healthOf(user: UserView, reasons: ReadonlySet<string>): UserHealth {
  if (user.status === 'inactive') return 'inactive'
  const trouble = troubles.find((reason) => reasons.has(reason))
  if (trouble === 'credentials-refused' || trouble === 'account-blocked') return trouble
  if (user.password === 'missing') return 'password-missing'
  if (reasons.has('password-unavailable')) return 'password-unavailable'
  if (trouble) return trouble
  if (user.password === 'changed-outside') return 'password-changed'
  if (user.practice) return 'good'
  if (user.open) return 'anyone'
  return user.entries.some(authorizesMail) ? 'good' : 'nothing-verified'
}

/** Why mail of each user is held, and which of its alerts haven't settled. */
function reasonsOf({ messages, alerts }: Told): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (user: string, reason: string): void => {
    const known = found.get(user)
    if (known) known.add(reason)
    else found.set(user, new Set([reason]))
  }
  for (const { user, holdReason } of messages) if (holdReason !== null) add(user, holdReason)
  for (const { user, kind, state } of alerts) if (user !== null && state !== 'settled') add(user, kind)
  return found
}
