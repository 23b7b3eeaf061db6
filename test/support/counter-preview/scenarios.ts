import type { RelayView, Snapshot } from '../../../electron/ipc/window-contract.ts'
import { loginKind } from '../../../electron/ipc/window-logins.ts'
import { loginView } from '../login-views.ts'
import { crowdedSnapshot, everydaySnapshot, freshSnapshot, message, minutesAgo } from '../window-scenarios.ts'
import { activityScenarios } from './activity-scenarios.ts'
import { senderScenarios } from './sender-scenarios.ts'
import { userScenarios } from './user-scenarios.ts'

const withRelay = (part: Partial<RelayView>): Snapshot => {
  const everyday = everydaySnapshot()
  return { ...everyday, relay: { ...everyday.relay, ...part } }
}

const withApp = (part: Partial<Snapshot['app']>): Snapshot => {
  const everyday = everydaySnapshot()
  return { ...everyday, app: { ...everyday.app, ...part } }
}

/** What the page can be shown with: a name in the address → the snapshot it starts from. */
export const scenarios: Record<string, () => Snapshot> = {
  fresh: freshSnapshot,
  everyday: everydaySnapshot,
  crowded: crowdedSnapshot,
  paced: () => ({
    ...everydaySnapshot(),
    counts: { ...everydaySnapshot().counts, waiting: 240 },
    paces: [{ user: 'office', ratePerHour: 600, boughtPerHour: 600, waiting: 240, doneAt: minutesAgo(-24) }],
  }),
  practising: () => ({
    ...freshSnapshot(),
    app: { ...freshSnapshot().app, setUpDone: true },
    logins: [loginView('accounting', { user: 'practice', kind: 'accounting', lastSeenAt: minutesAgo(3) })],
    counts: { ...freshSnapshot().counts, sentToday: 1 },
    messages: [message('1', 'sent', { user: 'practice', reply: '250 2.0.0 Kept in the practice mailbox' })],
    practice: {
      listen: { address: '127.0.0.1', port: 40_025 },
      messages: [
        {
          id: 'p1',
          at: minutesAgo(3),
          mailFrom: 'info@yourcompany.example',
          recipients: ['anna@example.com'],
          from: 'info@yourcompany.example',
          subject: 'A first message',
          bytes: 812,
        },
      ],
    },
  }),
  manySignIns: () => ({
    ...everydaySnapshot(),
    logins: [
      loginView('scanner', {
        kind: 'device',
        auth: 'none',
        addresses: ['192.168.1.20'],
        authorizedSenders: 'gone@old.example',
        ineffective: ['gone@old.example'],
      }),
      ...Array.from({ length: 2_000 }, (_, index) =>
        loginView(`program-${index}`, {
          kind: loginKind.options[index % loginKind.options.length] ?? null,
          status: index % 9 === 0 ? 'inactive' : 'active',
          lastSeenAt: index % 4 === 0 ? null : minutesAgo(index * 7),
        }),
      ),
    ],
  }),
  ...senderScenarios,
  ...userScenarios,
  ...activityScenarios,
  starting: () => withRelay({ status: 'starting', listen: [] }),
  restarting: () => withRelay({ status: 'restarting', listen: [], restarts: 1 }),
  stopped: () => withRelay({ status: 'stopped-for-good', listen: [], restarts: 5 }),
  portInUse: () =>
    withRelay({
      status: 'not-listening',
      listen: [],
      problems: [{ reason: 'port-in-use', address: '127.0.0.1', port: 2525, freePort: 2526 }],
    }),
  databaseSetAside: () =>
    withRelay({
      problems: [
        { reason: 'database-set-aside', path: '/home/anna/.config/SMTP+ Companion/queue.db.unreadable-1' },
      ],
    }),
  settingsSetAside: () =>
    withApp({ settingsSetAside: '/home/anna/.config/SMTP+ Companion/settings.unreadable-1.json' }),
  wrongPassword: () => {
    const everyday = everydaySnapshot()
    return {
      ...everyday,
      counts: { ...everyday.counts, waiting: 3 },
      messages: [
        ...['2044', '2043', '2042'].map((id) =>
          message(id, 'waiting', {
            holdReason: 'credentials-refused',
            reply: '535 5.7.8 Error: authentication failed',
            attempts: 1,
          }),
        ),
        ...everyday.messages,
      ],
    }
  },
}
