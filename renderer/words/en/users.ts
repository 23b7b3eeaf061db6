import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { KeychainState } from '../../../electron/ipc/window-users.ts'
import type { UserHealth } from '../../state/user-health.ts'
import { comparison } from './comparison.ts'

type PasswordPlace = UserView['password']

const health = {
  good: { word: 'Works', reason: 'Nothing is wrong that the app knows of.' },
  inactive: { word: 'Inactive', reason: 'What programs send for it is refused. Set it to active to send.' },
  'password-missing': {
    word: 'Password missing',
    reason: 'Its mail waits safely. Enter the password, and it goes.',
  },
  'password-changed': {
    word: 'Password changed',
    reason:
      'Another program put a new password into the keychain. Mail goes out with it; replace it if it is wrong.',
  },
  'password-unavailable': {
    word: 'Password not at hand',
    reason: 'The keychain did not give it. Its mail waits: unlock the keychain, or enter the password.',
  },
  'credentials-refused': {
    word: 'Password refused',
    reason: 'The server refused user name or password. Its mail waits: replace the password.',
  },
  'account-blocked': {
    word: 'Blocked',
    reason: 'SMTP+ has blocked this user. Its mail waits: see its settings at MailUp.',
  },
  'upstream-unreachable': {
    word: 'Server not reached',
    reason: 'Its mail waits and is tried again by itself. Check server, port and your connection.',
  },
  certificate: {
    word: 'Certificate in doubt',
    reason: 'The server could not prove who it is, so nothing was sent. Alerts say what to do.',
  },
  'delivery-failing': {
    word: 'Messages refused',
    reason: 'The server refused some of its messages for good. Alerts say which and why.',
  },
  'nothing-verified': {
    word: 'Nothing verified',
    reason: 'No entry of its lists authorizes anybody yet. Verify one, and mail can go.',
  },
  anyone: {
    word: 'Open to everyone',
    reason: 'Both lists are empty: every sender may send. Better add your domain.',
  },
} satisfies Record<UserHealth, { word: string; reason: string }>

type Closed = Exclude<KeychainState, 'available'>

/** How a closed keychain is opened, on each system. */
const keychain = {
  mailWaits: 'Mail that needs a password from it waits and is not lost.',
  absent: {
    title: 'This computer has no keychain that is running.',
    linux:
      'Install and start GNOME Keyring or KDE Wallet, then try again. Until then a password can be kept only until you quit.',
    darwin:
      'Log in to this Mac with your own account, then try again. Until then a password can be kept only until you quit.',
    win32:
      'Start the Windows service “Credential Manager”, then try again. Until then a password can be kept only until you quit.',
  },
  locked: {
    title: 'The keychain is locked.',
    linux: 'Unlock it in “Passwords and Keys” or “KWalletManager” with your log-in password, then try again.',
    darwin: 'Unlock the log-in keychain in “Keychain Access”, then try again.',
    win32: 'Log in to Windows again, then try again.',
  },
  denied: {
    title: 'The keychain refused this app.',
    linux: 'Allow SMTP+ Companion in “Passwords and Keys” or “KWalletManager”, then try again.',
    darwin:
      'In “Keychain Access” open the item “SMTP+ Companion”, allow this app under Access Control, then try again.',
    win32:
      'Ask whoever administers this computer whether a policy forbids storing credentials, then try again.',
  },
  'not-answering': {
    title: 'The keychain does not answer.',
    linux:
      'Look whether it asks something in another window. If not, log out and in again to restart it, then try again.',
    darwin: 'Look whether it asks something in another window. If not, restart the Mac, then try again.',
    win32:
      'Look whether Windows asks something in another window. If not, restart the computer, then try again.',
  },
} satisfies Record<Closed, { title: string; linux: string; darwin: string; win32: string }> & {
  mailWaits: string
}

export const users = {
  comparison,
  title: 'Users',
  body: 'SMTP+ users: where mail leaves, with which password, and under whose rules.',
  add: 'Add an SMTP+ user',
  empty: 'No SMTP+ user yet. Until you add one, mail stays on this computer in the practice mailbox.',
  editPractice: 'The practice user belongs to the app; only who may send through it can be changed.',
  seeSenders: 'Who may send',
  newPassword: 'Replace the password of “{{user}}”',
  replacePassword: 'Replace password',
  passwordNote: 'What is stored is never shown. A new password replaces it at once.',
  passwordSaved: 'The new password is stored.',
  remove: 'Remove “{{user}}”',
  removeSure: 'This removes “{{user}}” and its password from this computer. At SMTP+ nothing changes.',
  port: 'Port {{port}}',
  practiceWhere: 'on this computer',
  clearText:
    'Without encryption anybody on the way can read mail and password. Only for a server inside your own network.',
  portHint: '25, or 1025 to 5000.',
  portUnusual: 'This is an unusual port for mail. Save it if the people of that server gave it to you.',
  usernameUnusual: 'SMTP+ user names look like s12345_6. Save this one if MailUp shows it just so.',
  serverUse: 'Use {{server}}',
  priorities: {
    veryHigh: '1, very high',
    high: '2, high',
    normal: '3, normal',
    low: '4, low',
    veryLow: '5, very low',
  },
  priorityShort: 'Priority {{priority}}',
  priorityHint: 'The higher of this and the message’s own counts.',
  statusHint: 'An inactive user sends nothing.',
  more: 'More: unauthorized senders, speed, notices, campaign',
  unauthorized: 'Unauthorized senders',
  unauthorizedHint: 'Mail from an address that is on neither list.',
  block: 'Block it, and raise an alert',
  alert: 'Send it, and raise an alert',
  perHour: 'Messages an hour',
  perHourHint: 'The speed you bought. Empty: as fast as the server takes them.',
  uncertain: 'When it is uncertain whether a message arrived',
  uncertainHint: 'The connection was lost while it was handed over.',
  uncertainRetry: 'Send it again: it may arrive twice',
  uncertainAsk: 'Wait until I decide',
  notices: 'Notices of failure',
  noticesHint: 'Mail to the sender of a message that was given up.',
  noticesOnRequest: 'When the program asked for one',
  noticesAlways: 'Always',
  separateList:
    'MailUp advises a separate List just for SMTP+: its messages and statistics then stay apart from newsletters.',
  smtpApi: {
    title: 'Campaign (X-SMTPAPI)',
    hint: 'For messages that don’t bring an X-SMTPAPI of their own. Leave all of it empty to put none in.',
    campaignName: 'Campaign name',
    campaignCode: 'Campaign code',
    header: 'Header',
    footer: 'Footer',
    'as-set': 'As set in MailUp',
    on: 'On',
    off: 'Off',
  },
  columns: {
    user: 'User',
    status: 'Status',
    entries: 'May send',
    lastDelivery: 'Last delivery',
    health: 'How it is',
  },
  entries_zero: 'No entry',
  entries_one: '{{count}} entry',
  entries_other: '{{count, number}} entries',
  entriesAll: 'Every sender',
  entriesVerified: '{{count}} verified',
  never: 'Never yet',
  search: 'Search users',
  shown_one: '{{count}} user',
  shown_other: '{{count}} users',
  health,
  keychain,
  checkNow: 'Check now',
  checkFine: 'It works: {{server}} took user name and password on port {{port}}. No message was sent.',
  checkFineOpen:
    'It works: {{server}} answers on port {{port}} and asks for no sign-in. No message was sent.',
  allPorts: 'Look at all ports',
  duplicate: 'Duplicate',
  duplicateOf: 'A duplicate of “{{user}}”',
  mailWaits_one: '{{count}} message is waiting. What becomes of it?',
  mailWaits_other: '{{count}} messages are waiting. What becomes of them?',
  noMailWaits: 'No mail of it is waiting.',
  keepMail: 'Keep it on hold, until a user of this name is here again',
  moveTo: 'Move to “{{user}}”',
  movedMailRules: 'What that user may not send is put on hold there, and shown in Activity.',
  deleteMail: 'Delete it',
  signInsBound_one: 'One sign-in belongs to it ({{names}}). What becomes of it?',
  signInsBound_other: '{{count}} sign-ins belong to it ({{names}}). What becomes of them?',
  noSignIns: 'No sign-in belongs to it.',
  removeSignIns: 'Remove: those programs can’t send any more',
  serverHint: 'SMTP+ is in.smtpok.com.',
  keepUntilQuit: 'Keep it only until I quit',
  untilQuitNote: 'The password is kept until you quit. After that, enter it again.',
  userSavedPasswordNot: 'The user is saved; its password is not stored yet.',
  passwordNotReplaced: 'The new password is not stored; if there was one before, it is still kept.',
  userGone: 'This user was removed meanwhile, so the password was not stored. Add the user again.',
  trimmed: 'What you pasted ends in a space or a line break, which is hardly part of the password.',
  severalLines:
    'You pasted several lines, and they were joined. See that the password alone is in the field.',
  trimmedUse: 'Use it without',
  password: {
    keychain: 'Password in the keychain',
    'changed-outside': 'Password in the keychain, changed by another program',
    'until-quit': 'Password kept until you quit',
    missing: 'Password missing',
    'not-needed': 'No password needed',
  } satisfies Record<PasswordPlace, string>,
}
