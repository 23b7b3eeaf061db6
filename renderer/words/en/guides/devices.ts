import type { deviceGuides } from '../../../guides/device-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const from =
  'Set the device’s own address, or the administrator’s, to an authorized one: scans are sent from it.'
const certificate =
  'The relay’s certificate was made on this computer. Switch the check of the server’s certificate off for this server, or import the certificate’s file into the device.'
const port465 = 'SSL from the first byte, with port 465, is spoken by neither the relay nor SMTP+.'

export const devices: WordsOfGuides<typeof deviceGuides> = {
  hp: {
    name: 'HP printer or scanner',
    about:
      'LaserJet, OfficeJet, PageWide with scan to e-mail. Set up in the browser, on the printer’s own page.',
    labels: { server: 'SMTP server', encryption: 'Always use secure connection (SSL/TLS)' },
    starttls: 'ticked',
    choose: `There is no word STARTTLS here: with the port given here, a tick at “Always use secure connection” or “Enable SMTP SSL Protocol” means it. ${port465}`,
    steps: {
      open: 'Type the printer’s IP address into a browser and sign in. Scan (or Scan/Digital Send) › Email Setup › Outgoing Email Servers: Add. On smaller models: Scan › Scan to Email › Outgoing Email Profiles.',
      server: 'Type these values, and tick “SMTP server requires authentication”.',
      from,
      certificate,
    },
    check: 'Press Test at the end of the set-up, or scan a page to your own address.',
  },
  canon: {
    name: 'Canon printer or scanner',
    about:
      'imageRUNNER, i-SENSYS and relatives with scan to e-mail. Set up in the browser, in the Remote UI.',
    labels: { server: 'SMTP Server', encryption: 'Allow TLS (SMTP TX)', username: 'User Name' },
    starttls: 'on',
    choose: `There is no word STARTTLS here: “Allow TLS (SMTP TX)” or “Use TLS for SMTP”, on older devices “Allow SSL (SMTP Send)”, means it. ${port465}`,
    steps: {
      open: 'Type the printer’s IP address into a browser and sign in as administrator. Settings/Registration › Send › E-Mail/I-Fax Settings (or TX Settings › E-Mail/I-Fax Settings).',
      server:
        'Type the server, and under authentication (Set Authentication/Encryption) tick “Use SMTP Authentication” and type user name and password. The port is under Network › TCP/IP Settings › Port Number Settings: SMTP TX. Restart the device.',
      from,
      certificate,
    },
    check: 'Scan a page to your own address.',
  },
  ricoh: {
    name: 'Ricoh printer or scanner',
    about:
      'Ricoh, Lanier, Nashuatec, Savin with scan to e-mail. Set up in the browser, in Web Image Monitor.',
    labels: {
      server: 'SMTP Server Name',
      port: 'SMTP Port No.',
      encryption: 'Use Secure Connection (SSL)',
      username: 'SMTP Auth. User Name',
      password: 'SMTP Auth. Password',
    },
    starttls: 'On, then set the port again',
    choose: `“Use Secure Connection (SSL)” changes the port to 465: type the port given here again afterwards, and the device uses STARTTLS. ${port465}`,
    steps: {
      open: 'Type the printer’s IP address into a browser and sign in as administrator. Device Management › Configuration › Device Settings › Email.',
      server: 'Type these values; SMTP Authentication: On. SMTP Auth. Email Address: the authorized address.',
      from,
      certificate,
    },
    check: 'Scan a page to your own address.',
  },
  brother: {
    name: 'Brother printer or scanner',
    about: 'MFC, DCP and ADS with scan to e-mail server. Set up in the browser, in Web Based Management.',
    labels: {
      server: 'Server Settings: address',
      encryption: 'SSL/TLS',
      username: 'Account Name',
      password: 'Account Password',
    },
    starttls: 'TLS',
    choose: `Choose TLS: here it means STARTTLS. Look at the port once more afterwards. ${port465}`,
    steps: {
      open: 'Type the printer’s IP address into a browser and sign in. Network › Protocol, tick SMTP, and open its Advanced Settings.',
      server: 'Type these values. Server Authentication Method: SMTP-AUTH.',
      from,
      certificate,
    },
    check: 'On the same page: Submit, then Send Test E-mail.',
  },
  kyocera: {
    name: 'Kyocera printer or scanner',
    about: 'ECOSYS and TASKalfa, Utax and Triumph-Adler too. Set up in the browser, in Command Center RX.',
    labels: {
      server: 'SMTP Server Name',
      port: 'SMTP Port Number',
      encryption: 'SMTP Security',
      username: 'Login User Name',
      password: 'Login Password',
    },
    starttls: 'STARTTLS',
    choose: `Choose STARTTLS. ${port465}`,
    steps: {
      open: 'Type the printer’s IP address into a browser and sign in as Admin. Network Settings › Protocol: SMTP (E-mail TX) On, SMTP Security as below.',
      server:
        'Then Function Settings › E-mail: type the rest. Authentication Protocol: On, Authenticate as: Other.',
      from,
      certificate,
    },
    check: 'On the same page: Connection Test, then scan a page to your own address.',
  },
  'other-printer': {
    name: 'Another printer, scanner or device',
    about:
      'Xerox, Epson, Konica Minolta, Sharp, Lexmark, cameras, power supplies: whatever sends mail by itself. Nearly all are set up in the browser, at the device’s IP address.',
    starttls: 'STARTTLS',
    choose: `Choose STARTTLS; where only SSL and TLS are offered, TLS. ${port465}`,
    steps: {
      open: 'Type the device’s IP address into a browser and sign in; look for SMTP, E-mail, Scan to e-mail or Notifications.',
      server: 'Type these values. Authentication: on, as Login or Plain.',
      from,
      certificate,
    },
    check: 'Press the device’s test button, or scan a page to your own address.',
  },
  synology: {
    name: 'Synology',
    about: 'Notifications of DSM 6 and 7.',
    labels: {
      server: 'SMTP server',
      port: 'SMTP port',
      encryption: 'Secure connection (SSL/TLS) is required',
      from: 'Sender email',
    },
    starttls: 'ticked',
    choose: `There is no word STARTTLS here: with a port other than 465, the tick means it. ${port465}`,
    steps: {
      open: 'Control Panel › Notification › Email. In DSM 7: Sender, Setup; service provider: Custom SMTP server.',
      values: 'Type these values; tick “Authentication required”.',
      certificate,
      recipients: 'Under Recipients, say who gets the notifications, and Apply.',
    },
    check: 'On the same page: Send Test Email.',
  },
  qnap: {
    name: 'QNAP',
    about: 'Notifications of QTS and QuTS hero.',
    labels: { server: 'SMTP server', port: 'Port number', encryption: 'Secure connection', from: 'Email' },
    starttls: 'TLS',
    choose: `Choose TLS: here it means STARTTLS. ${port465}`,
    steps: {
      open: 'Control Panel › System › Notification Center › Service Account and Device Pairing › Email › Add SMTP Service. Email account: Custom.',
      values: 'Type these values, and choose the secure connection.',
      certificate,
      rule: 'System Notification Rules: make a rule, so that something is sent at all.',
    },
    check: 'In the list of the services, press the envelope: Send a test message.',
  },
  erp: {
    name: 'Accounting, ERP or other business program',
    about:
      'Invoices, orders and reminders. Such programs often run on a server: what counts is the computer that sends, not the one you sit at.',
    starttls: 'STARTTLS',
    choose: `Choose STARTTLS; where only SSL and TLS are offered, TLS; a plain box “use TLS/SSL” with the port given here means it too. ${port465}`,
    steps: {
      find: 'Look for E-mail, SMTP or Mail server, under Settings, Company, Administration or the user’s own profile. There may be one set-up for each user.',
      values: 'Type these values. Kind of authentication: Login, Plain or Basic; not OAuth or NTLM.',
      from: 'The sender must be an authorized address, for each company and each user of the program.',
      'server-runs':
        'This works where the program itself runs on this computer. On another server, go straight to SMTP+.',
    },
    check: 'Send a document from the program to your own address, or press its test button.',
  },
}
