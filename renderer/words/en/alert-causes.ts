import type { AlertTopic } from '../../../relay/domain/alert-topic.ts'

/** What happened, what became of the message, what to do. `fate`: refused, or sent all the same. */
type Words = { title: string; happened: string; message: string; cure: string }

export const alertCauses = {
  'unauthorized-sender': {
    title: 'A sender that is not authorized: {{about}}',
    happened: '“{{login}}” used that address, which may not send through “{{user}}”.',
    message: 'The message was {{fate}}.',
    cure: 'Authorize the address if it is yours. If not, pause the sign-in and look at the program.',
  },
  'form-sender': {
    title: 'A form uses its visitors as senders',
    happened:
      '“{{login}}” puts ever other addresses into From, the last one {{about}}: so does an online form.',
    message: 'Such messages were {{fate}}.',
    cure: 'Let the form write an authorized address into From and the visitor’s into Reply-To. The relay can do that for this sign-in.',
  },
  'sender-not-verified': {
    title: 'Not verified yet: {{about}}',
    happened: '“{{login}}” used that address. It is on the list of “{{user}}” but not verified.',
    message: 'The message was {{fate}}.',
    cure: 'An entry authorizes nothing until it is verified. Verify it, then send again.',
  },
  'credentials-refused': {
    title: 'SMTP+ refused the user name or password of “{{user}}”',
    happened: 'The server answered: {{about}}',
    message: 'Its mail waits safely.',
    cure: 'Enter the password again; reset it in MailUp if it is lost.',
  },
  'account-blocked': {
    title: 'SMTP+ has blocked “{{user}}”',
    happened: 'The server answered: {{about}}',
    message: 'Its mail waits safely.',
    cure: 'Look at the user in MailUp, or ask MailUp’s support.',
  },
  'upstream-unreachable': {
    title: 'The server of “{{user}}” can’t be reached',
    happened: 'Mail does not get through: {{about}}',
    message: 'It waits safely and is tried again by itself.',
    cure: 'Look at your internet connection; if only this port is closed, try 2525.',
  },
  'certificate-not-trusted': {
    title: 'The server’s certificate is not in order',
    happened: 'The server of “{{user}}” could not prove who it is: {{about}}',
    message: 'Nothing was sent; mail waits safely.',
    cure: 'Check the server’s name; if a firewall or antivirus looks into mail, exempt this server.',
  },
  'server-certificate-expiring': {
    title: 'The certificate of a mail server ends soon',
    happened: 'That of {{about}} ends within two weeks.',
    message: 'Mail still goes out. Once it has ended, mail will wait.',
    cure: 'Whoever runs that server has to renew it.',
  },
  'own-certificate-expiring': {
    title: 'The relay’s own certificate ends soon',
    happened: 'The one that programs here meet ({{about}}) ends within two weeks.',
    message: 'Mail still goes out. Once it has ended, programs will refuse to send.',
    cure: 'Quit the app and open it again: it makes a new one. Programs may ask once whether they may trust it.',
  },
  'gave-up': {
    title: 'A message of “{{user}}” was given up',
    happened: 'It could not be delivered in the time it is tried. The last answer: {{about}}',
    message: 'It was not delivered, and is kept for 30 days.',
    cure: 'Open Activity: there it can be tried again or deleted.',
  },
  'refused-for-good': {
    title: 'A message of “{{user}}” was refused for good',
    happened: 'At least one recipient was refused. The answer: {{about}}',
    message: 'It was not delivered there and is not tried again; it is kept for 30 days.',
    cure: 'Open Activity to see the recipient. Put right what the answer names and send it again.',
  },
  'notice-not-delivered': {
    title: 'A sender of “{{user}}” could not be told of a failure',
    happened: 'The notice was not taken; such notices have no envelope sender. The answer: {{about}}',
    message: 'The message that it was about is kept in Activity; only its sender does not know.',
    cure: 'Tell the sender. If it happens each time, let this user send no notices.',
  },
  'waiting-long': {
    title: 'Mail of “{{user}}” has been waiting for long',
    happened: 'The last answer: {{about}}',
    message: 'It waits safely and is tried again by itself.',
    cure: 'Open Activity to read what the server answers.',
  },
  'password-unavailable': {
    title: 'The password of “{{user}}” is not at hand',
    happened: 'The relay can’t get it: {{about}}',
    message: 'Its mail waits safely.',
    cure: 'Unlock the keychain of this computer, or enter the password.',
  },
  'message-damaged': {
    title: 'A message of “{{user}}” can’t be read any more',
    happened: 'The relay found it damaged on the disk: {{about}}',
    message: 'It was not sent and is kept, on hold. All other mail goes on.',
    cure: 'Send it again from the program, then delete it in Activity. Look whether the disk is in order.',
  },
  'database-damaged': {
    title: 'The relay’s database is damaged',
    happened: 'Part of the queue on the disk can’t be read: {{about}}',
    message: 'Nothing was deleted. What lies in the damaged part is not sent.',
    cure: 'Look whether the disk is in order. Save what is in Activity to files, quit the app, move relay.db from its data folder to another place, and open the app again.',
  },
  'database-set-aside': {
    title: 'The queue on disk could not be read',
    happened:
      'The relay found its database unreadable when it started, kept it as {{about}} and began a new one.',
    message: 'Nothing was deleted. Messages in the old one have not been sent.',
    cure: 'Keep that file. Send again what the programs sent last, and look whether the disk is in order.',
  },
  'queue-growing': {
    title: 'More mail comes in than goes out',
    happened: '{{about}} messages are waiting, and for half an hour it has been ever more.',
    message: 'They wait safely.',
    cure: 'See in Activity which program sends so much, and pause its sign-in if that is not meant.',
  },
  'disk-nearly-full': {
    title: 'The disk is nearly full',
    happened: 'There is little room left for {{about}}.',
    message: 'Mail still goes out. When the disk is full, the relay takes no more.',
    cure: 'Free some disk space now.',
  },
  'disk-refuses-mail': {
    title: 'The disk is full',
    happened: 'There is no room left for {{about}}.',
    message: 'New mail is refused for now; programs keep it and try again. What was accepted is safe.',
    cure: 'Free some disk space now.',
  },
  'outcome-not-written': {
    title: 'The relay can’t write to its disk',
    happened: 'It could not write down what became of a message: {{about}}',
    message: 'What was accepted is safe. Nothing more is sent until the disk can be written to.',
    cure: 'Free some disk space, and look whether the disk is in order.',
  },
  'ended-unexpectedly': {
    title: 'The relay had stopped',
    happened: 'It ended without being told to; its last sign of life: {{about}}. It is running again.',
    message: 'What was accepted is safe. Programs could not send in between.',
    cure: 'If it happens again, send the app’s log to whoever looks after it.',
  },
  'kept-ending': {
    title: 'The relay has stopped',
    happened: 'It ended five times in five minutes, and was not started again.',
    message: 'What was accepted is safe. Programs can’t send.',
    cure: 'Start it from Home.',
  },
} satisfies Record<AlertTopic, Words>
