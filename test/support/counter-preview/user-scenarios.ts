import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import type { KeychainState } from '../../../electron/ipc/window-users.ts'
import type { AlertKind } from '../../../relay/domain/relay-event.ts'
import { entriesAfterEdit } from '../entry-views.ts'
import { userView } from '../user-views.ts'
import { everydaySnapshot, message, minutesAgo, verifiedLists } from '../window-scenarios.ts'

const working = (id: string, part: Partial<UserView> = {}): UserView => ({
  ...userView(id),
  ...verifiedLists('yourcompany.example', 'info@partner.example'),
  password: 'keychain',
  ...part,
})

function withUsers(users: readonly UserView[], part: Partial<Snapshot> = {}): Snapshot {
  const everyday = everydaySnapshot()
  const practice = everyday.users.filter((user) => user.practice)
  return { ...everyday, users: [...users, ...practice], ...part }
}

const alertOf = (user: string, kind: AlertKind): Snapshot['alerts'][number] => ({
  id: `${user} ${kind}`,
  kind,
  reason: null,
  login: null,
  user,
  about: 'in.smtpok.com',
  count: 1,
  firstAt: minutesAgo(20),
  lastAt: minutesAgo(20),
  state: 'new',
  note: null,
  actions: [],
})

/** One user for each way a user can be. */
const healths = (): Snapshot =>
  withUsers(
    [
      working('office', { note: 'front desk', messagesPerHour: 600 }),
      working('accounting', { status: 'inactive' }),
      working('orders'),
      working('branch-naples'),
      working('newsletter', { password: 'missing' }),
      working('scanner', { password: 'changed-outside' }),
      working('shop'),
      working('website'),
      { ...userView('fresh'), password: 'until-quit' },
      working('unverified', {
        entries: entriesAfterEdit([], { authorizedDomains: 'new.example', authorizedSenders: '' }, {}),
      }),
    ],
    {
      alerts: [alertOf('orders', 'credentials-refused'), alertOf('shop', 'upstream-unreachable')],
      messages: [message('2050', 'waiting', { user: 'branch-naples', holdReason: 'account-blocked' })],
      lastDeliveries: [
        { user: 'office', at: minutesAgo(12) },
        { user: 'orders', at: minutesAgo(4_000) },
      ],
    },
  )

const twoHundred = (): Snapshot => {
  const users = Array.from({ length: 200 }, (_, index) =>
    working(`branch-${String(index + 1).padStart(3, '0')}`, { username: `s12345_${index + 1}` }),
  )
  const lastDeliveries = users.map(({ id }, index) => ({ user: id, at: minutesAgo(index * 90) }))
  return withUsers(users, { lastDeliveries })
}

const withKeychain = (keychain: KeychainState) => (): Snapshot => {
  const everyday = everydaySnapshot()
  return { ...everyday, app: { ...everyday.app, keychain } }
}

export const userScenarios: Record<string, () => Snapshot> = {
  healths,
  twoHundred,
  keychainLocked: withKeychain('locked'),
  keychainAbsent: withKeychain('absent'),
  keychainDenied: withKeychain('denied'),
  keychainNotAnswering: withKeychain('not-answering'),
}
