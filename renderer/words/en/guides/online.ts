import type { onlineGuides } from '../../../guides/online-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const online: WordsOfGuides<typeof onlineGuides> = {
  iphone: {
    name: 'iPhone and iPad (Mail)',
    about:
      'Apple’s Mail on iPhone and iPad, with an IMAP or POP account. A phone is on the move, so it sends straight to SMTP+.',
    labels: { server: 'Host Name', port: 'Server Port', encryption: 'Use SSL', username: 'User Name' },
    starttls: 'Use SSL, switched on',
    choose:
      'There is no word STARTTLS here: with the port given here, “Use SSL” switched on means it. Not with port 465, which SMTP+ doesn’t speak.',
    steps: {
      open: 'Settings › Apps › Mail › Mail Accounts, choose the account, open it once more, and tap SMTP under Outgoing Mail Server.',
      add: 'Tap Add Server, and type host name, user name and password; Save.',
      advanced:
        'Open the new server once more: switch “Use SSL” on, Authentication: Password, and type the port; Done.',
      primary: 'Switch the old primary server off, so that the new one is used, or leave it as a reserve.',
    },
    check: 'Send a message from the phone. As it goes straight to SMTP+, it shows in MailUp, not here.',
  },
  'gmail-android': {
    name: 'Gmail app (Android)',
    about:
      'For an IMAP or POP account in the Gmail app. A phone is on the move, so it sends straight to SMTP+. Samsung’s e-mail app asks for the same.',
    labels: { server: 'SMTP server', encryption: 'Security type', username: 'Username' },
    starttls: 'STARTTLS',
    choose: 'Choose STARTTLS, not “SSL/TLS”, and never one with “accept all certificates”.',
    steps: {
      open: 'Gmail › Menu ≡ › Settings, choose the account, and open Outgoing settings at the bottom.',
      outgoing: 'Switch “Require sign-in” on, type these values, and choose the security type.',
      'gmail-itself':
        'A gmail.com account has no outgoing settings: it always sends through Google. For an address of yours there, take the guide “Gmail: send mail as”.',
    },
    check: 'Send a message from the phone. As it goes straight to SMTP+, it shows in MailUp, not here.',
  },
  'thunderbird-android': {
    name: 'Thunderbird and K-9 Mail (Android)',
    about: 'Both are the same program. A phone is on the move, so it sends straight to SMTP+.',
    labels: { encryption: 'Security', username: 'Username' },
    starttls: 'StartTLS',
    choose: 'Choose StartTLS. SSL/TLS is the other way of port 465, which SMTP+ doesn’t speak.',
    steps: {
      open: 'Settings, choose the account, Sending mail, Outgoing server.',
      outgoing:
        'Type these values, and choose the security; Authentication: Normal password. Look at the port once more: changing the security changes it.',
      identity: 'Under Sending mail › Manage identities, the address must be one that may send.',
    },
    check: 'Send a message from the phone. As it goes straight to SMTP+, it shows in MailUp, not here.',
  },
  'gmail-send-as': {
    name: 'Gmail: send mail as',
    about:
      'Gmail in the browser, sending with an address of yours. It is Google’s servers that connect, so they can’t reach the relay: it goes straight to SMTP+.',
    labels: {
      server: 'SMTP Server',
      username: 'Username',
      encryption: 'Secured connection',
      from: 'Email address',
    },
    starttls: 'Secured connection using TLS',
    choose:
      'Choose “Secured connection using TLS”: it means STARTTLS. “Using SSL” is port 465’s way, which SMTP+ doesn’t speak.',
    steps: {
      open: 'Gear › See all settings › Accounts and Import (in Workspace: Accounts). At “Send mail as” choose “Add another email address”.',
      address:
        'Type your name and the address; it must be one that may send. Take the tick off “Treat as an alias” if it is another person’s mailbox. Next Step.',
      server: 'Type these values; Gmail suggests others. Where the port isn’t in its list, take 25.',
      confirm: 'Add Account. Google mails a code to the address: type it, or press the link.',
    },
    check: 'Write a message in Gmail, choose the address at From, and send it. It shows in MailUp, not here.',
  },
}
