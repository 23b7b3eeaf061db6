import type { NotComparedReason } from '../../../electron/ipc/window-comparison.ts'

const notCompared = {
  'not-reached': 'MailUp could not be reached. Check your internet connection, then compare again.',
  'not-answering': 'MailUp did not answer within 10 seconds. Try again later.',
  certificate:
    'The server could not prove that it is MailUp, so it was told nothing. Try again from another network.',
  refused:
    'MailUp refused to answer for this user. Check user name and password, or compare by eye in MailUp.',
  unavailable: 'MailUp cannot answer right now. Try again later.',
  changed:
    'MailUp answered in a form this app does not know: the interface may have changed. Compare by eye in MailUp.',
  'keychain-absent': 'There is no keychain, so there was no password to ask with. Enter it again.',
  'keychain-locked': 'The keychain is locked, so MailUp was not asked. Unlock it, then compare again.',
  'keychain-denied':
    'The keychain refused the password, so MailUp was not asked. Allow it, then compare again.',
  'keychain-not-answering': 'The keychain does not answer, so MailUp was not asked. Try again in a minute.',
  'item-missing': 'No password is kept for this user, so MailUp was not asked. Enter it, then compare again.',
  'user-unknown': 'This user was removed meanwhile. Choose another one.',
  'not-at-smtp-plus':
    'This user’s server is not SMTP+, so its password is not shown to MailUp. There is nothing to compare.',
  'username-missing': 'This user has no user name yet. Enter it, save, then compare.',
  'relay-not-answering': 'The relay did not answer, so MailUp was not asked. Try again.',
} satisfies Record<NotComparedReason, string>

/** Comparing with the service; nothing was changed by any of it. */
export const comparison = {
  title: 'Compare “{{user}}” with MailUp',
  open: 'Compare with MailUp',
  body: 'Asks MailUp, with this user’s name and password, what it has about the user. Nothing is sent or changed.',
  unconfirmed:
    'This interface is not confirmed by the service’s documentation, so it is asked only when you press.',
  start: 'Ask MailUp now',
  again: 'Ask MailUp again',
  notCompared,
  unchanged: 'Nothing was changed.',
  same: 'MailUp and this app have the same, as far as MailUp says.',
  differs: 'MailUp and this app differ.',
  blockedUntil:
    'MailUp has blocked this user until {{time}}. Mail waits until then; ask MailUp for the reason.',
  adminBlock: 'MailUp’s administration has blocked this user. Ask MailUp’s support; mail that waits is kept.',
  status: 'Status: {{there}} in MailUp, {{here}} here.',
  statusWord: { active: 'active', inactive: 'inactive' },
  priority: 'Priority: {{there}} in MailUp, {{here}} here.',
  note: 'Note in MailUp: {{there}}',
  lists: { domains: 'Authorized domains', senders: 'Authorized senders' },
  notTold: 'MailUp did not say.',
  sameList: 'The same on both sides.',
  onlyThere: 'Only in MailUp: choose what to take over',
  onlyHere:
    'Only here: {{entries}}. SMTP+ may refuse mail from senders it does not list: add them in MailUp.',
  more: '{{count}} more',
  all: 'All {{count}}',
  unreadable: 'Not understood, and left alone: {{entries}}.',
  takeOver_one: 'Take over {{count}} entry',
  takeOver_other: 'Take over {{count}} entries',
  takenOver: 'Taken over. The two lists are saved.',
}
