import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import { defaultAlertSettings } from '../../relay/domain/alert-settings.ts'
import type { MessageState } from '../../relay/domain/message-state.ts'
import { alertKind } from '../../relay/domain/relay-event.ts'
import { entriesAfterEdit, verifiedBy } from './entry-views.ts'
import { loginView } from './login-views.ts'
import { userView } from './user-views.ts'

/** Minutes before now, as the contract writes times. */
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

type Message = Snapshot['messages'][number]

const frequency = alertKind.options.map((kind) => {
  const { desktop, mail } = defaultAlertSettings.frequency[kind]
  return { kind, desktop, mail }
})

const noCounts = { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 }

/** First launch: the practice user alone, no sign-in. */
export function freshSnapshot(): Snapshot {
  return {
    app: {
      version: '0.1.0',
      platform: 'linux',
      preferences: { language: 'en', theme: 'light' },
      setUpDone: false,
      settingsSetAside: null,
      dataDirectory: '/home/anna/.config/SMTP+ Companion',
      keychain: 'available',
      checklist: { skipped: [], checkedUsers: [], completeDomains: [] },
      domainRecords: [],
    },
    relay: {
      status: 'running',
      listen: [
        { address: '127.0.0.1', port: 2525 },
        { address: '::1', port: 2525 },
      ],
      problems: [],
      saved: 1,
      inForce: 1,
      restarts: 0,
    },
    users: [
      {
        ...userView('practice'),
        practice: true,
        server: '127.0.0.1',
        username: 'practice',
        password: 'not-needed',
      },
    ],
    logins: [],
    counts: noCounts,
    paces: [],
    lastDeliveries: [],
    checks: [],
    messages: [],
    refusals: [],
    alerts: [],
    alertSettings: { frequency, mail: null, ignored: [] },
    practice: { listen: { address: '127.0.0.1', port: 40_025 }, messages: [] },
  }
}

/** A user's two lists, each entry verified by what a person said. */
export function verifiedLists(authorizedDomains: string, authorizedSenders: string) {
  const lists = { authorizedDomains, authorizedSenders }
  return { ...lists, entries: entriesAfterEdit([], lists, verifiedBy('confirmed-in-mailup')), open: false }
}

export function message(id: string, state: MessageState, part: Partial<Message> = {}): Message {
  return {
    id,
    state,
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@yourcompany.example',
    recipients: ['maria.bianchi@customer.example'],
    subject: `Invoice ${id}`,
    bytes: 48_213,
    attempts: state === 'waiting' ? 0 : 1,
    queuedAt: minutesAgo(12),
    changedAt: minutesAgo(11),
    nextAttemptAt: null,
    reply: state === 'sent' ? '250 2.0.0 Ok: queued as 4Z1xQ' : '',
    holdReason: null,
    ...part,
  }
}

/** A working day: one SMTP+ user, two programs, some mail, a refusal. */
export function everydaySnapshot(): Snapshot {
  const fresh = freshSnapshot()
  return {
    ...fresh,
    app: { ...fresh.app, setUpDone: true },
    users: [
      {
        ...userView('office'),
        ...verifiedLists('yourcompany.example', 'info@partner.example'),
        password: 'keychain',
        note: 'front desk',
      },
      ...fresh.users,
    ],
    logins: [
      loginView('accounting', { kind: 'accounting', lastSeenAt: minutesAgo(12) }),
      loginView('printer', { kind: 'device', status: 'inactive' }),
    ],
    counts: { ...noCounts, sentToday: 12, refusedToday: 1 },
    messages: [
      message('2041', 'sent'),
      message('2040', 'sent', { subject: 'Payment reminder', queuedAt: minutesAgo(40) }),
      message('2039', 'sent', { subject: 'Offer no. 118', queuedAt: minutesAgo(95) }),
    ],
    refusals: [
      {
        id: 'r7',
        at: minutesAgo(25),
        login: 'accounting',
        user: 'office',
        reason: 'sender-not-authorized',
        identity: 'header-from',
        address: 'boss@bank.example',
        reply:
          '550 5.7.1 boss@bank.example may not send through SMTP+ user office. Authorized: yourcompany.example. To allow it, open SMTP+ Companion, Alerts.',
      },
    ],
    alerts: [
      {
        id: 'a3',
        kind: 'unauthorized-sender',
        reason: null,
        login: 'accounting',
        user: 'office',
        about: 'boss@bank.example',
        count: 3,
        firstAt: minutesAgo(200),
        lastAt: minutesAgo(25),
        state: 'seen',
        note: null,
        actions: [
          { action: 'authorize-address', user: 'office', address: 'boss@bank.example' },
          { action: 'ignore' },
        ],
      },
    ],
  }
}

/** More of everything than fits: long names, many rows, many users. */
export function crowdedSnapshot(): Snapshot {
  const everyday = everydaySnapshot()
  const states = ['sent', 'sent', 'waiting', 'sent', 'failed', 'held', 'uncertain'] as const
  const longName = 'the-accounting-software-of-the-branch-office-in-reggio-emilia'
  return {
    ...everyday,
    users: [
      ...everyday.users,
      ...Array.from({ length: 30 }, (_, index) => ({
        ...userView(index === 0 ? longName : `branch-${index}`),
        username: `s12345_${index}`,
        password: 'keychain' as const,
        ...verifiedLists('a-rather-long-domain-name-for-a-small-firm.example;second.example', ''),
        status: index % 5 === 0 ? ('inactive' as const) : ('active' as const),
      })),
    ],
    logins: [
      ...everyday.logins,
      ...Array.from({ length: 25 }, (_, index) =>
        loginView(index === 0 ? longName : `program-${index}`, { lastSeenAt: minutesAgo(index * 700) }),
      ),
    ],
    counts: { sentToday: 12_482, refusedToday: 1043, failedToday: 28, waiting: 57, held: 28, uncertain: 28 },
    messages: Array.from({ length: 200 }, (_, index) => {
      const state = states[index % states.length] ?? 'sent'
      return message(String(9000 - index), state, {
        queuedAt: minutesAgo(index * 9),
        subject: `Your order ${9000 - index} from the spring catalogue has left our warehouse and is on its way to you`,
        recipients: [
          'a.very.long.recipient.name.indeed@department.of.a.large.customer.example',
          'second@customer.example',
        ],
        reply:
          state === 'failed'
            ? '550 5.1.1 <nobody@customer.example>: Recipient address rejected'
            : '250 2.0.0 Ok',
        holdReason: state === 'held' ? 'sender-not-authorized' : null,
        nextAttemptAt: state === 'waiting' ? new Date(Date.now() + 600_000).toISOString() : null,
      })
    }),
  }
}
