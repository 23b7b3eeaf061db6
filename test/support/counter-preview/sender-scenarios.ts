import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import { alertKind } from '../../../relay/domain/relay-event.ts'
import { recordsView } from '../domain-records-views.ts'
import { entriesAfterEdit, entryView, verifiedBy, waitingForCode } from '../entry-views.ts'
import { everydaySnapshot, message, minutesAgo } from '../window-scenarios.ts'

const withOffice = (part: Partial<UserView>): Snapshot => {
  const everyday = everydaySnapshot()
  return {
    ...everyday,
    users: everyday.users.map((user) => (user.practice ? user : Object.assign({}, user, part))),
  }
}

const codeMail = message('code-1', 'sent', {
  login: 'SMTP+ Companion',
  recipients: ['info@partner.example'],
  subject: 'Your code',
})

/** Every state an entry can be in, and as many of one list as a large firm has. */
function unverified(): Snapshot {
  const authorizedDomains = 'yourcompany.example;shop.yourcompany.example'
  const authorizedSenders = 'info@partner.example;anna@bureau.example;old@partner.example'
  const snapshot = withOffice({
    authorizedDomains,
    authorizedSenders,
    open: false,
    entries: [
      { ...entryView('yourcompany.example'), ...verifiedBy('smtp-plus-dns') },
      entryView('shop.yourcompany.example'),
      { ...entryView('info@partner.example'), ...waitingForCode('code-1', 24, 4) },
      entryView('anna@bureau.example'),
      { ...entryView('old@partner.example'), state: 'carried-over', dnsRecord: null },
    ],
  })
  const domainRecords = [recordsView('yourcompany.example'), recordsView('shop.yourcompany.example')]
  return { ...snapshot, app: { ...snapshot.app, domainRecords }, messages: [codeMail, ...snapshot.messages] }
}

function manyEntries(): Snapshot {
  const lists = {
    authorizedDomains: Array.from({ length: 200 }, (_, index) => `branch-${index}.example`).join(';'),
    authorizedSenders: Array.from({ length: 1800 }, (_, index) => `person.${index}@firm.example`).join(';'),
  }
  const entries = entriesAfterEdit([], lists, verifiedBy('confirmed-in-mailup')).map((entry, index) =>
    index % 7 === 0 ? entryView(entry.entry) : entry,
  )
  return withOffice({ ...lists, entries, open: false })
}

function heldByRules(): Snapshot {
  const everyday = everydaySnapshot()
  const held = ['2044', '2043'].map((id) =>
    message(id, 'held', { holdReason: 'sender-not-authorized', mailFrom: 'anna@sub.yourcompany.example' }),
  )
  return {
    ...everyday,
    counts: { ...everyday.counts, held: 2 },
    messages: [...held, ...everyday.messages],
  }
}

const alert = (id: string, part: Partial<AlertView>): AlertView => ({
  id,
  kind: 'unauthorized-sender',
  reason: null,
  login: 'accounting',
  user: 'office',
  about: 'boss@bank.example',
  count: 1,
  firstAt: minutesAgo(Number(id) * 10),
  lastAt: minutesAgo(Number(id)),
  state: 'seen',
  note: null,
  actions: [],
  ...part,
})

function manyAlerts(): Snapshot {
  const everyday = everydaySnapshot()
  const alerts = [
    alert('1', {
      about: 'anna@sub.yourcompany.example',
      count: 12,
      state: 'new',
      actions: [
        { action: 'authorize-address', user: 'office', address: 'anna@sub.yourcompany.example' },
        { action: 'authorize-domain', user: 'office', domain: 'sub.yourcompany.example' },
        { action: 'pause-login', login: 'accounting' },
        { action: 'ignore' },
      ],
    }),
    alert('2', {
      reason: 'form-sender',
      about: 'maria.bianchi@gmail.com',
      count: 43,
      actions: [
        { action: 'rewrite-form-sender', login: 'accounting' },
        { action: 'pause-login', login: 'accounting' },
      ],
    }),
    alert('3', {
      kind: 'sender-not-verified',
      about: 'info@partner.example',
      note: 'not-mailed-to-its-sender',
      actions: [
        { action: 'ask-for-verification', user: 'office', entry: 'info@partner.example' },
        { action: 'ignore' },
      ],
    }),
    ...alertKind.options.slice(2).map((kind, index) =>
      alert(String(4 + index), {
        kind,
        login: null,
        about: kind === 'queue-growing' ? '312' : '535 5.7.8 Error: authentication failed',
        actions: [{ action: 'check-connection', user: 'office' }],
      }),
    ),
    alert('40', { state: 'settled' }),
  ]
  return {
    ...everyday,
    alerts,
    alertSettings: {
      ...everyday.alertSettings,
      ignored: [
        { kind: 'unauthorized-sender', about: 'noreply@old-shop.example' },
        { kind: 'queue-growing', about: '' },
      ],
    },
  }
}

export const senderScenarios: Record<string, () => Snapshot> = {
  unverified,
  manyEntries,
  heldByRules,
  manyAlerts,
  openLists: () => withOffice({ authorizedDomains: '', authorizedSenders: '', entries: [], open: true }),
  suggestActive: () => withOffice({ status: 'inactive', suggestActive: true }),
  newAlert: () => {
    const everyday = everydaySnapshot()
    return {
      ...everyday,
      alerts: [
        alert('1', {
          kind: 'delivery-failing',
          reason: 'gave-up',
          state: 'new',
          about: '451 4.3.0 Try later',
        }),
      ],
    }
  },
}
