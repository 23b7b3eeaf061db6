import type { AlertTopic } from '../domain/alert-topic.ts'
import type { AlertText } from './alert-text.ts'

export const alertWordsEnglish: Record<AlertTopic, AlertText> = {
  'unauthorized-sender': {
    title: 'A sender that is not authorized',
    happened: 'The sign-in {login} used {about}, which may not send through the SMTP+ user {user}.',
    message: 'The message was {fate}.',
    cure: 'If the address is yours, authorize it in SMTP+ Companion, Alerts. If not, pause the sign-in and look at the program.',
  },
  'form-sender': {
    title: 'A form uses its visitors as senders',
    happened:
      'The sign-in {login} puts ever other addresses into From, the last one {about}: the mark of an online form.',
    message: 'Such messages were {fate}.',
    cure: 'Let the form use an authorized From and put the visitor into Reply-To; SMTP+ Companion can do that for the sign-in {login}.',
  },
  'sender-not-verified': {
    title: 'A sender that is not verified yet',
    happened: 'The sign-in {login} used {about}, which is on the list of {user} but not verified.',
    message: 'The message was {fate}.',
    cure: 'Verify it in SMTP+ Companion, Senders.',
  },
  'credentials-refused': {
    title: 'SMTP+ refused the user name or password',
    happened: 'The server refused the sign-in of the SMTP+ user {user}. It answered: {about}',
    message: 'Nothing is lost: the messages wait on the computer of the relay.',
    cure: 'Enter the password again in SMTP+ Companion, Users; reset it in MailUp if it is lost.',
  },
  'account-blocked': {
    title: 'SMTP+ has blocked a user',
    happened: 'The server says that the SMTP+ user {user} is not active. It answered: {about}',
    message: 'Nothing is lost: the messages wait on the computer of the relay.',
    cure: 'Look at the user in MailUp, Settings, SMTP+, or ask its support.',
  },
  'upstream-unreachable': {
    title: 'The mail server can not be reached',
    happened: 'Mail of the SMTP+ user {user} does not get through: {about}',
    message: 'Nothing is lost: the messages wait and are tried again by themselves.',
    cure: 'Look at the internet connection; if only this port is closed, try 2525.',
  },
  'certificate-not-trusted': {
    title: 'The certificate of the mail server is not in order',
    happened: 'The server of the SMTP+ user {user} could not prove who it is: {about}',
    message: 'Nothing was sent and nothing is lost: the messages wait.',
    cure: 'Check the name of the server. If a firewall or antivirus looks into mail, exempt this server.',
  },
  'server-certificate-expiring': {
    title: 'The certificate of a mail server ends soon',
    happened: 'The certificate of {about} ends within two weeks.',
    message: 'Mail still goes out. When the certificate has ended, messages will wait.',
    cure: 'Whoever runs that server must renew it.',
  },
  'own-certificate-expiring': {
    title: 'The certificate of the relay ends soon',
    happened: 'The certificate that programs here meet ({about}) ends within two weeks.',
    message: 'Mail still goes out. When the certificate has ended, programs will refuse to send.',
    cure: 'Quit SMTP+ Companion and start it again: it makes a new one. Programs may ask once whether they may trust it.',
  },
  'gave-up': {
    title: 'A message was given up',
    happened:
      'A message of the SMTP+ user {user} could not be delivered in the time it is tried. The last answer: {about}',
    message: 'It was not delivered, and is kept for 30 days.',
    cure: 'Open SMTP+ Companion, Activity: there it can be tried again or deleted.',
  },
  'refused-for-good': {
    title: 'A message was refused for good',
    happened:
      'A message of the SMTP+ user {user} was refused for at least one recipient. The answer: {about}',
    message: 'It was not delivered there and is not tried again; it is kept for 30 days.',
    cure: 'Open SMTP+ Companion, Activity: it shows the recipient. Put right what the answer names and send it again.',
  },
  'notice-not-delivered': {
    title: 'A sender could not be told of a failure',
    happened:
      'A notice to a sender of the SMTP+ user {user} was not taken; such notices have no envelope sender. The answer: {about}',
    message: 'The message that it was about is kept in Activity; only its sender does not know.',
    cure: 'Open SMTP+ Companion, Activity, and tell the sender. If it happens each time, let this user send no notices.',
  },
  'waiting-long': {
    title: 'Mail has been waiting for long',
    happened:
      'Messages of the SMTP+ user {user} wait for longer than the limit set for that. The last answer: {about}',
    message: 'Nothing is lost: they wait and are tried again by themselves.',
    cure: 'Open SMTP+ Companion, Activity, to see what the server answers.',
  },
  'password-unavailable': {
    title: 'A password is not at hand',
    happened: 'The relay can not get the password of the SMTP+ user {user}.',
    message: 'Nothing is lost: the messages wait on the computer of the relay.',
    cure: 'Unlock the keychain of that computer, or enter the password in SMTP+ Companion, Users.',
  },
  'message-damaged': {
    title: 'A message can not be read any more',
    happened: 'The relay found a message of the SMTP+ user {user} damaged on its disk: {about}',
    message: 'It was not sent and is kept, on hold. All other mail goes on.',
    cure: 'Send it again from the program, then delete it in SMTP+ Companion, Activity, On hold. Look whether the disk is in order.',
  },
  'database-damaged': {
    title: 'The database of the relay is damaged',
    happened: 'Part of the queue on the disk of the relay can not be read: {about}',
    message: 'Nothing was deleted. What lies in the damaged part is not sent.',
    cure: 'Look whether the disk is in order. Save what is in Activity to files, quit SMTP+ Companion, move relay.db from its data folder to another place, and start it again.',
  },
  'database-set-aside': {
    title: 'The queue of the relay could not be read',
    happened:
      'The relay found its database unreadable when it started, kept it as {about} and began a new one.',
    message: 'Nothing was deleted. Messages in the old one have not been sent.',
    cure: 'Keep that file. Send again what the programs sent last, and look whether the disk is in order.',
  },
  'queue-growing': {
    title: 'More mail comes in than goes out',
    happened: '{about} messages are waiting, and for half an hour it has been ever more.',
    message: 'Nothing is lost: they wait on the computer of the relay.',
    cure: 'See in SMTP+ Companion, Activity, which program sends so much, and pause its sign-in if that is not meant.',
  },
  'disk-nearly-full': {
    title: 'The disk is nearly full',
    happened: 'There is little room left on the disk of the relay ({about}).',
    message: 'Mail still goes out. When the disk is full, no new message is taken.',
    cure: 'Free some space on that computer now.',
  },
  'disk-refuses-mail': {
    title: 'The disk is full',
    happened: 'There is no room left on the disk of the relay ({about}).',
    message:
      'New messages are refused for now; programs keep theirs and try again. What was accepted is safe.',
    cure: 'Free some space on that computer now.',
  },
  'outcome-not-written': {
    title: 'The relay can not write to its disk',
    happened: 'The relay could not write down what became of a message: {about}',
    message: 'What was accepted is safe. Nothing more is sent until the disk can be written to.',
    cure: 'Free some space on that computer, and look whether the disk is in order.',
  },
  'ended-unexpectedly': {
    title: 'The relay had stopped',
    happened:
      'The relay ended without being told to; its last sign of life was at {about}. It is running again.',
    message: 'What was accepted is safe. Programs could not send in between.',
    cure: 'If this happens again, send the log of SMTP+ Companion to whoever looks after it.',
  },
  'kept-ending': {
    title: 'The relay has stopped',
    happened: 'The relay ended five times in five minutes and was not started again.',
    message: 'What was accepted is safe. Programs can not send.',
    cure: 'Open SMTP+ Companion and start the relay.',
  },
}
