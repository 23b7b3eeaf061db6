import type { UserView } from '../../../electron/ipc/window-contract.ts'

type PasswordPlace = UserView['password']

export const users = {
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
  removeSure: 'Remove “{{user}}” and its password from this computer? At SMTP+ nothing changes.',
  where: '{{server}}, port {{port}}',
  practiceWhere: 'on this computer',
  clearText:
    'Without encryption anybody on the way can read mail and password. Only for a server inside your own network.',
  portHint: '25, or 1025 to 5000.',
  priorities: { highest: '1, highest', normal: '3, normal', lowest: '5, lowest' },
  serverHint: 'SMTP+ is in.smtpok.com.',
  keepUntilQuit: 'Keep it only until I quit',
  untilQuitNote: 'The password is kept until you quit. After that, enter it again.',
  userSavedPasswordNot: 'The user is saved; its password is not stored yet.',
  userGone: 'This user was removed meanwhile, so the password was not stored. Add the user again.',
  trimmed: 'What you pasted ends in a space or a line break, which is hardly part of the password.',
  trimmedUse: 'Use it without',
  password: {
    keychain: 'Password in the keychain',
    'changed-outside': 'Password in the keychain, changed by another program',
    'until-quit': 'Password kept until you quit',
    missing: 'Password missing',
    'not-needed': 'No password needed',
  } satisfies Record<PasswordPlace, string>,
}
