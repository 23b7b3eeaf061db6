import type { FoundView } from '../../../electron/ipc/window-take-over.ts'

export const takeOver = {
  open: 'Take over from another program',
  hint: 'Thunderbird, msmtp, Postfix or WP Mail SMTP may know it already. Choose what to fill in; nothing is changed there.',
  none: 'Nothing was found at the usual places. Choose the file, or type it in below.',
  noneInFile: 'No outgoing server was found in that file. Choose another, or type it in below.',
  choose: 'Choose a file',
  use: 'Use {{server}}',
  chosen: '{{server}} is filled in below. Look at it, then save.',
  complete: 'Its password can be taken over too.',
  failed: 'The files could not be looked at now. Type it in below.',
  passwordFound: 'Leave it empty to take over the one that was found; it goes straight to the keychain.',
  from: 'Sender: {{from}}',
  notes: {
    'was-implicit-tls': 'It used SSL/TLS; here STARTTLS is filled in, with the port that goes with it.',
    'was-clear-text': 'It sent without encryption; here STARTTLS is filled in.',
    'was-oauth': 'It signs in through the browser (OAuth2). Here a password is needed.',
    'password-by-command': 'A command fetches its password. It was not run: enter the password yourself.',
  } satisfies Record<FoundView['notes'][number], string>,
}
