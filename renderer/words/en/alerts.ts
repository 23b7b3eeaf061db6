import type { AlertAction } from '../../../relay/domain/alert-action.ts'
import type { AlertFrequency } from '../../../relay/domain/alert-settings.ts'
import type { AlertKind, AlertNote } from '../../../relay/domain/relay-event.ts'

/** Their buttons are the same wherever a sender is refused. */
type SaidElsewhere = 'authorize-address' | 'authorize-domain'

const actions = {
  'ask-for-verification': 'Verify {{entry}}',
  'pause-login': 'Pause the sign-in “{{login}}”',
  'rewrite-form-sender': 'Let the relay put visitors into Reply-To',
  'replace-password': 'Enter the new password',
  'check-connection': 'Check the connection',
  ignore: 'Ignore from now on',
} satisfies Record<Exclude<AlertAction['action'], SaidElsewhere>, string>

const kinds = {
  'unauthorized-sender': 'A sender that is not authorized',
  'sender-not-verified': 'A sender that is not verified',
  'credentials-refused': 'User name or password refused',
  'account-blocked': 'User blocked by SMTP+',
  'upstream-unreachable': 'Server can’t be reached',
  certificate: 'Certificate not in order, or ending soon',
  'delivery-failing': 'Mail does not go out',
  'queue-growing': 'More mail comes in than goes out',
  'disk-low': 'Disk nearly full',
  'relay-stopped': 'Relay stopped',
} satisfies Record<AlertKind, string>

const frequencies = {
  'every-time': 'Every time',
  hourly: 'Once an hour',
  daily: 'Once a day, at 8',
  never: 'Never',
} satisfies Record<AlertFrequency, string>

const notes = {
  'not-mailed-to-its-sender':
    'It was not mailed: it would have gone to the very address that was refused. Choose another address for alert mail.',
  'mail-not-possible':
    'It could not be mailed: the sender or recipient of alert mail is not what it was. Look at “How you are told”.',
} satisfies Record<AlertNote, string>

export const alerts = {
  title: 'Alerts',
  body: 'What needs a look. The same cause is counted, not repeated.',
  view: 'Part of this screen',
  views: { alerts: 'Alerts', told: 'How you are told' },
  empty: 'No alerts. When something needs you, it shows here.',
  states: { new: 'New', seen: 'Seen', settled: 'Settled' },
  times_one: '{{count}} time, last {{time}}',
  times_other: '{{count}} times, last {{time}}',
  refused: 'refused',
  sentAnyway: 'sent all the same, as you chose for “{{user}}”',
  settle: 'Mark as settled',
  settled_one: '{{count}} settled alert',
  settled_other: '{{count}} settled alerts',
  seeActivity: 'Show the activity',
  seeHome: 'Show Home',
  actions,
  kinds,
  frequencies,
  notes,
  paused: '“{{login}}” is paused: it can’t send until you let it.',
  rewriting: 'From the next message on, the relay puts the visitors of “{{login}}” into Reply-To.',
  rewriteSure:
    'Let the relay change the From of messages from “{{login}}”? What its form writes there goes to Reply-To, and an authorized address takes its place. Do it only for a form of your own: whoever can use that sign-in then sends in your name.',
  ignoredNow: 'From now on this is ignored: {{what}}',
  undo: 'Undo',
  ignored_one: '{{count}} cause is ignored',
  ignored_other: '{{count}} causes are ignored',
  ignoredNote: 'They raise no alert. What was refused because of them is still under Activity.',
  heedAgain: 'Tell me again',
  heedAgainOf: 'Tell me again: {{what}}',
  told: {
    body: 'How often each kind is told while the window is closed. The first time of a kind is told at once, what follows together.',
    table: 'How often each kind of alert is told',
    kind: 'Kind',
    desktop: 'Notification',
    mail: 'Mail',
    desktopOf: 'Notification: {{kind}}',
    mailOf: 'Mail: {{kind}}',
    mailTitle: 'Alert mail',
    mailBody: 'Mail about alerts goes through SMTP+, from one of your authorized senders.',
    from: 'Sender of the mail',
    fromHint: 'An address that may send through this user.',
    to: 'Recipient',
    toHint: 'Your address, or that of whoever looks after the mail.',
    mailOff: 'No alert is mailed until you say where to.',
    mailOn: 'Alerts are mailed to {{to}}.',
    stop: 'Mail no more alerts',
  },
}
