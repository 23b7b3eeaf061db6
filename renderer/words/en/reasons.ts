import type { AlertProblemReason } from '../../../electron/ipc/window-alerts.ts'
import type { RelayView } from '../../../electron/ipc/window-contract.ts'
import type { KeychainState } from '../../../electron/ipc/window-users.ts'
import type { DecisionReason } from '../../../relay/domain/decision.ts'
import type { HoldReason } from '../../../relay/domain/message-state.ts'
import type { RefusalReason, SenderIdentity } from '../../../relay/domain/relay-event.ts'
import type { ListProblemReason } from '../../../relay/domain/sender-list.ts'
import { form, passwordForm } from './form-reasons.ts'

type RelayProblemReason = RelayView['problems'][number]['reason']

/** `title`: what happened and what became of the message. `body`: why, and what to do now. */
type Sentence = { title: string; body: string }

const refusal = {
  'sender-not-authorized': {
    title: 'Not sent: {{address}} may not send through “{{user}}”.',
    body: '{{program}} used that address as the sender. {{authorized}} Authorize the address, or change the sender in the program.',
  },
  'sender-not-verified': {
    title: 'Not sent: {{address}} is on the list of “{{user}}” but not verified yet.',
    body: 'An entry that is not verified authorizes nothing. Verify it, then send the message again.',
  },
  'address-malformed': {
    title: 'Not sent: {{address}} is not one mailbox in plain form.',
    body: '{{program}} gave an address the relay can’t read in just one way. Correct it in the program, for example info@yourcompany.com, and send again.',
  },
  'headers-malformed': {
    title: 'Not sent: the head of the message can be read in two ways.',
    body: 'The relay never guesses who the sender is. The reply below names the field: correct it in the program and send again.',
  },
  'user-inactive': {
    title: 'Not sent: the SMTP+ user “{{user}}” is inactive.',
    body: 'Nothing goes out for it until you set it to active. Then send the message again.',
  },
  'login-inactive': {
    title: 'Not sent: the sign-in “{{login}}” is paused.',
    body: 'Let it send again if you trust that program, then send the message again.',
  },
  'sign-in-failed': {
    title: 'A program could not sign in as “{{login}}”.',
    body: 'Name or password is wrong, so no message was taken. Compare them with what you copied, or make a new password.',
  },
  'too-large': {
    title: 'Not sent: the message is too large.',
    body: 'Send it with smaller attachments, or put the file somewhere and send a link.',
  },
  'too-many-recipients': {
    title: 'Not taken for every recipient: there are too many in one message.',
    body: 'Send it to fewer recipients at a time.',
  },
  'too-many-connections': {
    title: 'Turned away: {{program}} opened too many connections at once, or failed to sign in too often.',
    body: 'Well-behaved programs try again by themselves. If it goes on, lower the number of connections in the program.',
  },
  'too-many-messages': {
    title: 'Not taken: “{{login}}” has sent as many messages this hour as it may.',
    body: 'The program was told when to try again. If it really has so much to send, raise the limit of the sign-in; if not, look for what makes it send.',
  },
  'address-not-allowed': {
    title: 'Turned away: {{address}} is on no list of devices that may send here.',
    body: 'If it is a device or computer of yours, add its address in Settings. If you don’t know it, leave it out.',
  },
  'implicit-tls': {
    title: 'A program could not connect: it is set to SSL/TLS, and this port wants STARTTLS.',
    body: 'In the program’s settings for outgoing mail choose STARTTLS (some call it “TLS if available”), keep the port, and send again.',
  },
  storage: {
    title: 'Not taken: the disk is full or can’t be written.',
    body: 'The program was told to try later. Free some disk space; it then goes by itself.',
  },
} satisfies Record<RefusalReason, Sentence>

const decision = {
  'address-authorized': '{{address}} may send: the address is on the list.',
  'domain-authorized': '{{address}} may send: its domain is on the list.',
  'everyone-authorized':
    '{{address}} may send, as everybody may: both lists are empty. Better add your own domain.',
  'sender-not-authorized':
    '{{address}} may not send through “{{user}}”. Authorize it, or use another sender.',
  'sender-not-verified':
    '{{address}} is on the list of “{{user}}” but not verified, and authorizes nothing until it is. Verify it first.',
  'null-sender-awaits-header': 'Without an envelope sender the From decides: it has to be authorized.',
  'null-sender-not-allowed':
    'A message without an envelope sender needs an authorized From. Give it one and try again.',
  'address-malformed':
    '{{address}} is not one mailbox in plain form. {{fault}} Write it like info@yourcompany.com.',
  'headers-malformed':
    'The head of the message can be read in two ways, and the relay never guesses. {{fault}}',
  'user-inactive': 'The SMTP+ user “{{user}}” is inactive. Set it to active and try again.',
  'login-inactive': 'This sign-in is paused. Let it send again and retry.',
} satisfies Record<DecisionReason, string>

const relayProblem = {
  'port-in-use': {
    title: '{{holder}} uses port {{port}}.',
    body: 'Programs can’t reach the relay until it has a port. Mail it had accepted goes on being sent.',
  },
  'permission-denied': {
    title: 'This computer does not let the relay use port {{port}}.',
    body: 'Choose a port from 1025 up, such as 2525.',
  },
  'address-not-available': {
    title: 'This computer has no address {{address}} right now.',
    body: 'Choose the port again to return to this computer’s own address, or reconnect that network.',
  },
  'data-in-use': {
    title: 'Another relay already works with the same data.',
    body: 'Stop it, then try again. The data is in {{directory}}.',
  },
  'folder-not-writable': {
    title: 'The relay can’t write to {{directory}}.',
    body: 'No message can be taken until it can. Allow writing to that folder, or free disk space, then try again.',
  },
  'database-set-aside': {
    title: 'The queue on disk could not be read.',
    body: 'It was kept as {{path}}. Keep that file: messages in it have not been sent.',
  },
  'database-newer': {
    title: 'A newer version of the app has used this queue.',
    body: 'Nothing was changed in {{path}}. Install that version again, and the mail in it goes out.',
  },
  'configuration-refused': {
    title: 'The relay refused the settings and keeps the ones before.',
    body: 'At {{path}} it expected {{expected}} and found {{found}}. Correct that, and it takes them over.',
  },
} satisfies Record<RelayProblemReason, Sentence>

const keychain = {
  available: 'Passwords are kept in the keychain of this computer.',
  absent:
    'This computer has no keychain that is running. You can keep the password only until you quit; it has to be entered again after that.',
  locked: 'The keychain is locked. Unlock it, then try again; or keep the password only until you quit.',
  denied:
    'The keychain refused this app. Allow SMTP+ Companion there, then try again; or keep the password only until you quit.',
  'not-answering':
    'The keychain does not answer. It may be asking you something in another window: look there, then try again; or keep the password only until you quit.',
} satisfies Record<KeychainState, string>

const hold = {
  'by-hand': 'You put it on hold. Release it when it may go.',
  'user-inactive': 'Its SMTP+ user is inactive. Set the user to active and it goes.',
  'sender-not-authorized':
    'The rules have changed since it was taken: its sender may not send any more. Authorize the sender and it goes by itself, or delete it.',
  'credentials-refused': 'SMTP+ refused the user name or password. Enter the new password and it goes.',
  'account-blocked': 'SMTP+ has blocked this user. Clear that up at MailUp, then try again.',
  'password-unavailable': 'The password is not at hand: unlock the keychain or enter it, and it goes.',
  unreadable:
    'Part of it can’t be read from the relay’s disk, so it was set aside. Send it again from the program, then delete it here.',
} satisfies Record<HoldReason, string>

const list = {
  comma: 'Entries are separated with “;”, not with a comma.',
  spaces: '“{{entry}}” looks like several entries. Separate them with “;”.',
  url: '“{{entry}}” is a web address. Write the domain alone.',
  www: '“{{entry}}”: mail addresses don’t have the “www.”. Write the domain without it.',
  'name-beside-address': '“{{entry}}” has a name beside the address. Write the address alone.',
  'address-among-domains': '“{{entry}}” is an address. It belongs to the authorized senders.',
  'domain-among-senders': '“{{entry}}” is a domain. It belongs to the authorized domains.',
  'public-suffix':
    '“{{entry}}” would let strangers send: anybody can register a name below it. Write your own domain.',
  'bad-domain': '“{{entry}}” is not a domain. Write it like yourcompany.com.',
  'bad-address': '“{{entry}}” is not one address. Write it like info@yourcompany.com.',
} satisfies Record<ListProblemReason, string>

const alertForm = {
  'user-unknown': form['user-unknown'],
  'user-inactive': 'This SMTP+ user is inactive. Set it to active, or choose another.',
  'address-malformed': 'This is not one address. Write it like info@yourcompany.com.',
  'from-not-authorized': 'This address may not send through that user, or is not verified. Use another.',
  'alert-unknown': 'This alert is gone. Look at the list again.',
  'cannot-be-ignored': 'This kind of alert can’t be ignored. Put right what it tells of.',
  'sign-in-unknown': form['sign-in-unknown'],
  'settings-not-saved': form['settings-not-saved'],
} satisfies Record<AlertProblemReason, string>

const identity = {
  'mail-from': 'envelope sender',
  'header-from': 'From',
  sender: 'Sender',
  'resent-from': 'Resent-From',
  'resent-sender': 'Resent-Sender',
} satisfies Record<SenderIdentity, string>

export const reasons = {
  anotherProgram: 'Another program',
  refusal,
  decision,
  relayProblem,
  keychain,
  passwordForm,
  hold,
  form,
  alertForm,
  list,
  identity,
  several: 'several, counted together',
  unknown: 'The app can’t put this into words yet: {{reason}}. The exact reply below says what to do.',
  unknownField: 'This can’t be saved as it is ({{reason}}). Correct it and save again.',
  authorizedAll: 'Every sender is authorized.',
  authorizedSome: 'Authorized are {{list}}.',
  authorizedDomain: 'all addresses at {{domain}}',
  authorizedMore_one: '{{count}} more',
  authorizedMore_other: '{{count}} more',
}
