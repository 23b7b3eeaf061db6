import type { LoginKind, LoginProblemReason } from '../../../electron/ipc/window-logins.ts'

const kinds = {
  'mail-program': 'Mail program',
  accounting: 'Accounting or ERP',
  device: 'Printer or scanner',
  website: 'Website',
  script: 'Script',
} satisfies Record<LoginKind, string>

const problems = {
  'wider-than-user':
    '“{{found}}” is not on the lists of this SMTP+ user. A sign-in can be allowed less than its user, never more: add it in Senders first, or take it out here.',
  'login-not-a-count': 'Write a whole number from 1 to 1,000,000, or leave it empty for no limit.',
  'too-many-recipients-wanted':
    'Write a whole number from 1 to 500, or leave it empty for as many as the relay takes.',
  'device-address-taken':
    '“{{found}}” already belongs to another sign-in without password. Take it out there first, or name another address.',
  'has-no-password': 'This sign-in has no password: it is recognised by its address.',
} satisfies Record<LoginProblemReason, string>

export const signIns = {
  table: 'Sign-ins',
  columns: { program: 'Program', user: 'SMTP+ user', state: 'State', seen: 'Last seen' },
  find: 'Find a sign-in',
  count_one: '{{count}} sign-in',
  count_other: '{{count}} sign-ins',
  noneFound: 'No sign-in is called so. Write less of the name.',
  kind: 'Kind of program',
  kinds,
  noKind: 'Not said',
  active: 'May send',
  paused: 'Paused',
  over: 'Its time is over',
  nobody: 'May send as nobody',
  noPassword: 'Needs a new password',
  noPasswordNote:
    'It came from another computer, and passwords never travel. No program can sign in with it here until you make a new one and enter it there.',
  makePassword: 'Make one',
  makePasswordFor: 'Make one: a new password for “{{login}}”',
  never: 'Never',
  neverSeen: 'Not seen yet',
  until: 'It may send until {{time}}, without a password.',
  untilOver: 'It could send without a password until {{time}}. Now it is refused.',
  keep: 'Let it send for good',
  pausedNote: 'It can’t send now: its messages are refused with a sentence that says so.',
  how: 'How it signs in',
  withPassword: 'With a name and a password',
  withAddress: 'By its address, without a password',
  addresses: 'Addresses it sends from',
  addressesHint:
    'One a line, such as 192.168.1.20; or a block, such as 192.168.1.0/24. Of two blocks the narrower decides.',
  addressRisk:
    'Whoever has one of these addresses can send in your name, without proving who it is. Use it only for a device that can’t sign in, with a fixed address, on a network you trust, and give it senders of its own.',
  addressDoor:
    'Only this computer can reach the relay now. For a device on the network, open “Devices on your network” in Settings.',
  toSettings: 'Open Settings',
  addressReady: '“{{login}}” is ready',
  addressReadyBody: 'Enter these in the device; leave user name and password empty, and switch sign-in off.',
  makeAddress: 'Make the sign-in without password',
  sent: 'What it sent',
  traffic: {
    today: 'Today',
    month: 'In 30 days',
    refused: 'Refused in 30 days',
    last: 'Last message',
    exactly_one: '{{formatted}} message',
    exactly_other: '{{formatted}} messages',
    atLeast_one: 'at least {{formatted}} message',
    atLeast_other: 'at least {{formatted}} messages',
    none: 'None',
    lastLine: '{{time}}, {{subject}}, to {{to}}',
    noSubject: 'no subject',
    unknown: 'The relay doesn’t answer now. Home says why.',
  },
  rules: 'What it may do',
  ownDomains: 'Only these domains',
  ownSenders: 'Only these addresses',
  ownHint:
    'Separated with “;”. Empty: whatever “{{user}}” may send as. What stands here must be on the lists of that user too.',
  ineffective_one:
    '{{list}} is not on the lists of “{{user}}” any more, so the relay leaves it out. Authorize it there again, or take it out here.',
  ineffective_other:
    '{{list}} are not on the lists of “{{user}}” any more, so the relay leaves them out. Authorize them there again, or take them out here.',
  nobodyNote:
    'Nothing is left of its own senders, so it can’t send at all. Empty the fields to let it send as whatever “{{user}}” may.',
  limits: 'Limits',
  messagesPerHour: 'Messages an hour',
  messagesPerHourHint: 'Beyond that its program is told when to try again. Empty: no limit.',
  recipients: 'Recipients a message',
  recipientsHint: 'Empty: 500.',
  whenUncertain: 'When it is uncertain whether a message arrived',
  whenUncertainChoices: {
    user: 'As its SMTP+ user has it',
    retry: 'Send it again: better twice than not at all',
    ask: 'Wait until I decide: better not at all than twice',
  },
  print: 'Print',
  printed: 'Given to the printer.',
  notPrinted:
    'Nothing was printed ({{detail}}). The values are still here: copy them, or choose a printer and press again.',
  sheet: {
    title: 'Mail settings for “{{login}}”',
    intro: 'Type these into the settings for outgoing mail (SMTP).',
    noServer:
      'Server and port are missing: nothing on the network can reach the relay yet. In SMTP+ Companion, Settings, “Devices on your network”, let it send, then write the address here.',
    groups: 'Type the password without the spaces: they only make it easier to read.',
    letters: 'There is no zero and no letter O, no one, no capital I and no small L in it.',
    secret: 'Whoever has this sheet can send in your name. Destroy it once it is typed.',
    made: 'Made {{time}} by SMTP+ Companion',
  },
  problems,
}
