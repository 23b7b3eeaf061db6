import type { FormProblemReason } from '../../../electron/ipc/window-contract.ts'
import type { PasswordFormProblem } from '../../../electron/ipc/window-users.ts'

/** Why a field can't be saved, and what to write instead. */
export const form = {
  required: 'Fill this in.',
  'too-long': 'This is too long. Shorten it.',
  'name-characters': 'Use letters, digits and simple signs, without spaces at the ends, at most 64.',
  'name-taken': 'This name is already used. Choose another.',
  'server-scheme': '“{{found}}” is a web address. Write the server’s name alone, like in.smtpok.com.',
  'server-space': 'There is a space in the server’s name. Write it like in.smtpok.com.',
  'server-port-included':
    'The port has a field of its own. Write the server’s name alone, like in.smtpok.com.',
  'server-address-instead': '“{{found}}” is a mail address. Write the server’s name, like in.smtpok.com.',
  'server-malformed': 'This is not a server name. Write it like in.smtpok.com.',
  'port-not-a-port': 'A port is a number from 1 to 65535. With SMTP+, 2525 is usual.',
  'port-implicit-tls':
    '465 is for encryption from the first byte (SSL/TLS), which SMTP+ doesn’t speak. Use 2525: STARTTLS encrypts just as well.',
  'port-submission-not-served': 'SMTP+ doesn’t answer on 587, though older guides say so. Use 2525.',
  'port-telnet-not-served': 'SMTP+ doesn’t answer on 23, though older guides say so. Use 2525.',
  'port-old-not-served': 'SMTP+ doesn’t answer on 26, though older guides say so. Use 2525.',
  'port-not-served': 'SMTP+ doesn’t answer on {{found}}. It does on 25 and on 1025 to 5000; 2525 is usual.',
  'port-out-of-range': 'This is a port the relay can’t use. Choose one from 1024 to 65535; 2525 is usual.',
  'username-characters': 'There is a sign in the user name that can’t be seen. Type it by hand.',
  'not-a-count': 'Write a whole number from 1 to 1,000,000, or leave it empty for no limit.',
  'user-unknown': 'This SMTP+ user is gone. Go back and choose another.',
  'user-has-sign-ins': 'Programs sign in for this user. Say below what becomes of their sign-ins.',
  'user-has-messages': 'Messages of this user are waiting. Say below what becomes of them.',
  'mail-left-on-hold':
    'The user is removed, but the relay did not answer: its mail is on hold. Look at it in Activity.',
  'sign-in-unknown': 'This sign-in is gone. Go back and choose another.',
  'entry-unknown': '“{{found}}” is not in the lists any more. Look at the lists again.',
  'device-address-malformed':
    '“{{found}}” is neither an address such as 192.168.1.20 nor a whole block such as 192.168.1.0/24.',
  'own-address-unknown': 'This computer doesn’t have that address now. Choose another.',
  'practice-is-fixed': 'The practice user belongs to the app: only who may send can be changed.',
  'settings-not-saved':
    'The settings could not be written to disk; nothing was changed. Free disk space or allow writing there, then save again.',
} satisfies Record<FormProblemReason, string>

/** Why a text can't be an SMTP+ password; nothing was stored. */
export const passwordForm = {
  'line-break':
    'There is a line break or another sign in the password that can’t be seen. It was not stored: paste the password alone.',
  'too-long': 'This is longer than any password of SMTP+, and was not stored. Paste the password alone.',
} satisfies Record<PasswordFormProblem, string>
