import type { TransferProblem } from '../../../electron/ipc/window-transfer.ts'

export const transfer = {
  title: 'Move and keep',
  hint: 'A file with everything you set: users, lists with what is verified, sign-ins, alerts. Passwords are never in it.',
  exportPress: 'Save the settings to a file',
  importPress: 'Bring in settings from a file',
  written:
    'Saved as {{path}}. It has no passwords in it, but names your addresses: keep it where only you can read it.',
  notWritten: 'Nothing was saved: {{path}} could not be written. Choose another folder. ({{message}})',
  failed: 'That could not be done now, and nothing was changed. Try again.',
  refusedTitle: 'Nothing was changed.',
  refused: {
    unreadable: 'The file could not be read. Choose a file that this account may open.',
    'too-large':
      'The file has {{found}} MB, and settings never have more than 8. Choose the file that was saved by this app.',
    'cut-off':
      'The file ends in the middle, as after a broken-off copy. Copy it again from where it was saved.',
    'not-json':
      'The file is no file of settings, or was damaged (place: {{path}}). Save it again on the other computer.',
    'not-ours':
      'That is not a file of settings saved by this app. Choose one that was made with “Save the settings to a file”.',
    'newer-version':
      'The file was made by a newer version of this app (form {{found}}, this one knows {{expected}}). Update the app here first.',
    'unknown-key':
      'At {{path}} the file has something this version doesn’t know. Update the app here, or take it out of the file.',
    'wrong-value':
      'At {{path}} the file has {{found}}, where this is wanted: {{expected}}. Correct that, or save the file again.',
  } satisfies Record<TransferProblem['reason'], string>,
  wholeFile: 'the whole file',
  differs_one: 'One thing would change. Nothing has changed yet.',
  differs_other: '{{count}} things would change. Nothing has changed yet.',
  same: 'The file has the same settings as this computer. There is nothing to bring in.',
  added: '{{thing}}: new.',
  removed: '{{thing}}: removed.',
  removedNote: 'Mail of users that are removed stays on hold in the queue until you decide about it.',
  more_one: 'and one more',
  more_other: 'and {{count}} more',
  needUsers: 'Afterwards enter the password of: {{names}}. It can’t leave the computer it was entered on.',
  needSignIns: 'Afterwards make a new password, shown once, for the sign-in of: {{names}}.',
  take: 'Bring these settings in',
  taken: 'The settings are brought in, all of them.',
  toUsers: 'Enter the passwords',
  toSignIns: 'Make new passwords',
  'changed-meanwhile':
    'Nothing was brought in: the settings here have changed since the file was read. Read it again and look at what would change.',
  'settings-not-saved':
    'Nothing was brought in: the settings could not be saved. Free some disk space, then try again.',
}
