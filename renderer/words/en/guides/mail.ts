import type { mailGuides } from '../../../guides/mail-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const mail: WordsOfGuides<typeof mailGuides> = {
  'outlook-classic': {
    name: 'Outlook (classic)',
    about:
      'Outlook 2016 to 2024 and classic Outlook of Microsoft 365, with an IMAP or POP account. An Exchange or Microsoft 365 mailbox always sends through Microsoft: it has no outgoing server to change.',
    labels: { server: 'Server', encryption: 'Encryption method', username: 'User Name' },
    starttls: 'STARTTLS',
    choose:
      'Choose STARTTLS. Older versions have no such word: there, TLS means it. SSL, SSL/TLS and Auto start another way, which neither the relay nor SMTP+ speaks.',
    steps: {
      open: 'File › Account Settings › Server Settings, then open “Outgoing mail”. In older versions: File › Account Settings › Account Settings, Change, More Settings, Advanced.',
      server: 'Type server and port, and choose the encryption method.',
      'sign-in':
        'Tick “My outgoing (SMTP) server requires authentication”, choose “Log on using”, and type user name and password. Leave “Secure Password Authentication (SPA)” without a tick. In older versions this is the tab “Outgoing Server”.',
      certificate:
        'When Outlook asks about the security certificate, check that it is the one of SMTP+ Companion, and say Yes.',
      close: 'Next, Done. Outlook checks the connection and sends itself a test message.',
    },
    check: 'Write a message in Outlook and press Send, then Send/Receive (F9).',
  },
  'outlook-new': {
    name: 'Outlook (new)',
    about:
      'The new Outlook can’t have an account that only sends, and it doesn’t connect from this computer: Microsoft’s servers do it. So it can’t reach the relay. With an IMAP account it can send straight through SMTP+; classic Outlook and Thunderbird can do both.',
    labels: {
      server: 'SMTP Outgoing Server',
      port: 'SMTP port',
      encryption: 'SMTP secure connection type',
      username: 'SMTP Username',
      password: 'SMTP Password',
    },
    starttls: 'StartTLS',
    choose: 'Choose StartTLS. SSL/TLS is the other way of port 465, which SMTP+ doesn’t speak.',
    steps: {
      classic:
        'The better way: go back to classic Outlook, with the switch “New Outlook” at the upper right or Help › Go to classic Outlook, and take its guide.',
      add: 'Otherwise: Settings › Accounts › Your accounts › Add Account, type the address, and open the advanced set-up with IMAP. The upper half is for your incoming mail: your mail provider tells you its values.',
      values:
        'In the half for SMTP, type these values. Your password passes through Microsoft’s servers and is kept there.',
    },
    check:
      'Write a message in Outlook and press Send. As it goes straight to SMTP+, it shows in MailUp, not here.',
  },
  'outlook-mac': {
    name: 'Outlook for Mac',
    about:
      'With an IMAP or POP account. An Exchange or Microsoft 365 mailbox always sends through Microsoft.',
    labels: { server: 'Outgoing server', username: 'User name' },
    starttls: 'Use SSL to connect, with a port other than 465',
    choose:
      'There is no word STARTTLS here: with the port given here, “Use SSL to connect (recommended)” means it. Not with port 465, which neither the relay nor SMTP+ speaks.',
    steps: {
      open: 'Outlook › Settings › Accounts (in older versions Tools › Accounts) and choose the account. In the new look, switch “New Outlook” off first if the fields for the server are missing.',
      server:
        'Under Outgoing server, type server and port, tick “Override default port” and “Use SSL to connect”.',
      'sign-in': 'More Options: under Authentication choose “User Name and Password”, and type both.',
      certificate:
        'When Outlook says that it can’t verify the server’s identity, show the certificate, choose “Always trust”, and continue.',
    },
    check: 'Write a message in Outlook and press Send.',
  },
  thunderbird: {
    name: 'Thunderbird',
    about:
      'Any version of the last years. Your accounts and incoming mail stay as they are; only an outgoing server is added.',
    labels: { server: 'Server Name', encryption: 'Connection security', username: 'User Name' },
    starttls: 'STARTTLS',
    choose:
      'Choose STARTTLS. SSL/TLS is the other way of port 465, and None would leave the password unprotected.',
    steps: {
      open: 'Menu ≡ › Account Settings, and at the bottom of the list on the left “Outgoing Server (SMTP)”. Press Add.',
      add: 'Type server name and port; choose the connection security; authentication method “Normal password”; type the user name, and press OK.',
      choose:
        'In the list on the left choose your account, and under “Outgoing Server (SMTP)”, below on the right, the new one.',
      password: 'At the first message Thunderbird asks for the password: type it, and let it be remembered.',
      certificate:
        'At the first message Thunderbird also warns of an unknown certificate: press “Confirm Security Exception”, with the tick for permanent, and send once more.',
    },
    check: 'Write a message in Thunderbird and press Send.',
  },
  'apple-mail': {
    name: 'Apple Mail (Mac)',
    about: 'Mail on macOS. Your account stays as it is; only its outgoing server changes.',
    labels: { server: 'Host Name', encryption: 'Use TLS/SSL', username: 'User Name' },
    starttls: 'Use TLS/SSL, ticked',
    choose:
      'There is no word STARTTLS here: with the port given here, a tick at “Use TLS/SSL” means it. With “Automatically manage connection settings”, Mail may change port and encryption by itself: take that tick off.',
    steps: {
      open: 'Mail › Settings › Accounts, choose the account, tab Server Settings. Under Outgoing Mail Account choose “Edit SMTP Server List”.',
      add: 'Press +, and type host name, user name and password.',
      advanced:
        'Tab Advanced (or Server Settings): take the tick off “Automatically manage connection settings”, type the port, tick “Use TLS/SSL”, Authentication: Password.',
      certificate:
        'When Mail can’t verify the server’s identity: Show Certificate, tick “Always trust”, Connect. macOS asks for your Mac’s password.',
      save: 'OK, choose the new server as Outgoing Mail Account, and Save.',
    },
    check:
      'Write a message in Mail and send it; Window › Connection Doctor shows whether the server answers.',
  },
  evolution: {
    name: 'Evolution',
    about: 'GNOME’s mail program. Only the sending side of an account changes.',
    labels: { encryption: 'Encryption method', username: 'Username' },
    starttls: 'STARTTLS after connecting',
    choose: 'Choose “STARTTLS after connecting”. “TLS on a dedicated port” is the other way of port 465.',
    steps: {
      open: 'Edit › Accounts, choose the account, Edit, and Sending Email. Server Type: SMTP.',
      server: 'Type server and port, and choose the encryption method.',
      'sign-in':
        'Tick “Server requires authentication”, choose the type PLAIN or Login, and type the user name. Evolution asks for the password at the first message.',
      certificate: 'When Evolution asks whether to trust the certificate: Accept Permanently.',
    },
    check: 'Write a message in Evolution, press Send, then Send / Receive.',
  },
  'other-program': {
    name: 'Another program',
    about:
      'For whatever isn’t in the list. Nearly every program that sends mail asks for the same few values, under “SMTP”, “Outgoing mail” or “Mail server”.',
    starttls: 'STARTTLS',
    choose:
      'Choose STARTTLS. Where only None, SSL and TLS are offered, TLS nearly always means STARTTLS. Auto works where it tries STARTTLS. SSL, SMTPS and “implicit TLS” are port 465’s way, which neither the relay nor SMTP+ speaks.',
    steps: {
      find: 'Look for SMTP, Outgoing mail, Mail server or Notifications among the program’s settings. It runs on this computer? Then take the way through the relay; otherwise straight to SMTP+.',
      values:
        'Type these values. Where it asks for a kind of authentication: Login, Plain, Normal password or Basic; not OAuth, NTLM or SPA.',
      from: 'Set an authorized address as the sender, for example this one.',
      certificate:
        'If it asks about the certificate, accept it once. If it only refuses, give it the relay’s certificate as a file to trust.',
    },
    check: 'Let the program send a message; many have a button “Send test e-mail”.',
  },
}
