import type { NotCheckedReason } from '../../../electron/ipc/window-probe.ts'
import type { EvidenceKind } from '../../../relay/domain/probe-evidence.ts'
import type { ProbeStage, ProbeVerdict } from '../../../relay/domain/probe-report.ts'
import type { PortAdvice } from '../../../relay/domain/recommend-port.ts'

type VerdictWords = { readonly word: string; readonly cause: string; readonly cure: string }

export const probe = {
  title: 'Check the connection',
  body: 'Looks at the server’s ports side by side, step by step. No message is sent.',
  start: 'Check the connection',
  again: 'Check again',
  cancel: 'Stop checking',
  cancelled: 'Stopped. What was found until then is below.',
  whose: 'SMTP+ user',
  noUser: 'Add an SMTP+ user first: then its server can be checked.',
  running: 'Checking {{server}}: {{done}} of {{count}} ports are done.',
  fine: 'Everything works: “{{user}}” uses port {{port}}.',
  usePort: 'Port {{port}} works from here. “{{user}}” uses port {{old}}: {{cause}}',
  refused: 'The connection is safe, and the server says no. {{cause}}',
  nothing: 'No port leads to {{server}} from here. {{cause}}',
  use: 'Use port {{port}}',
  changeServer: 'Change the server',
  adopted: '“{{user}}” uses port {{port}} from now on.',
  why: {
    suggested: 'It is the port SMTP+ suggests, and networks seldom block it.',
    submission: 'It is the usual port for programs that send mail.',
    'seldom-blocked': 'Networks seldom block it; port 25 is closed or watched more often.',
    'only-one': 'It is the only one that works from here.',
  } satisfies Record<PortAdvice['reason'], string>,
  signIn: {
    'keychain-absent': 'There is no keychain, so the sign-in was left out. Enter the password again.',
    'keychain-locked': 'The keychain is locked, so the sign-in was left out. Unlock it, then check again.',
    'keychain-denied':
      'The keychain refused the password, so the sign-in was left out. Allow it, then check again.',
    'keychain-not-answering':
      'The keychain does not answer, so the sign-in was left out. Try again in a minute.',
    'item-missing':
      'No password is kept for this user, so the sign-in was left out. Enter it, then check again.',
  },
  table: 'Ports of {{server}}',
  columns: { port: 'Port', result: 'Result', stages: 'Steps', time: 'Time' },
  inUse: 'in use',
  details: 'Details of port {{port}}',
  working: 'Checking…',
  stopped: 'Stopped',
  otherPort: 'Other ports',
  otherPortHint: 'One or several, separated by commas. SMTP+ answers on 25 and from 1025 to 5000.',
  checkPort: 'Check these ports',
  portWrong: 'Ports are numbers from 1 to 65535, eight at a time at most.',
  copyAll: 'Copy all steps',
  stages: {
    dns: 'Name looked up',
    tcp: 'Connected',
    greeting: 'Greeting',
    ehlo: 'What it can do',
    starttls: 'Encryption (STARTTLS)',
    certificate: 'Certificate',
    auth: 'Sign-in',
    'mail-from': 'Sender',
    quit: 'Goodbye',
  } satisfies Record<ProbeStage, string>,
  /** Our own word for what was seen; a server's stands as it was said. */
  evidence: {
    connected: 'Connected to {{address}}, port {{port}}.',
    'not-connected': 'No connection: {{attempts}}.',
    'no-network-card': 'No network card of this computer has the address {{address}}.',
    'name-not-found': 'The name {{server}} was not found ({{code}}).',
    'no-answer': 'No answer in time.',
    'closed-at-once': 'The connection was closed without a word ({{code}}).',
    closed: 'The server closed the connection ({{code}}).',
    cut: 'The connection was cut.',
    'tls-first': 'It expects encryption from the first byte, as port 465 does.',
    'said-too-much': 'More was sent in clear after the answer to STARTTLS than was asked for.',
    certificate: 'For {{names}}; issued by {{issuer}}; valid {{from}} to {{to}}.',
    'bad-certificate':
      'Not accepted ({{fault}}). For {{names}}; issued by {{issuer}}; valid {{from}} to {{to}}.',
    'no-auth': 'The server offers no sign-in (AUTH).',
    'no-time': 'No time was left after the sign-ins on other ports.',
    'refused-elsewhere':
      'Not tried here, since servers lock accounts after some refusals. Another port said: {{reply}}',
    'nothing-sent': 'Nothing was sent.',
  } satisfies Record<Exclude<EvidenceKind, 'verbatim'>, string>,
  nobody: 'nobody',
  verdicts: {
    ok: { word: 'Works', cause: 'Everything on the way works.', cure: 'Nothing to do.' },
    'dns-failure': {
      word: 'Name unknown',
      cause: 'The server’s name could not be looked up.',
      cure: 'Check its spelling, and whether this computer is online.',
    },
    'connection-refused': {
      word: 'Turned away',
      cause: 'The server, or a firewall, turns connections to this port away.',
      cure: 'Use another port.',
    },
    'connection-timeout': {
      word: 'No answer',
      cause: 'Nothing answered in time: a firewall or the provider probably blocks this port.',
      cure: 'Use another port, or ask whoever runs the network to open this one.',
    },
    'network-unreachable': {
      word: 'No network',
      cause: 'There is no way from this computer to the server.',
      cure: 'Check the network of this computer, and a VPN if there is one.',
    },
    'not-smtp': {
      word: 'No mail server',
      cause: 'What answers on this port is no mail server that can be used with STARTTLS.',
      cure: 'Check server and port. 465, for one, expects encryption from the first byte, which SMTP+ does not offer.',
    },
    'captive-portal': {
      word: 'Log-in page',
      cause: 'A web page answered in place of the mail server: this network wants a log-in first.',
      cure: 'Open a browser, log in to the network, then check again.',
    },
    'starttls-not-offered': {
      word: 'Not encrypted',
      cause: 'The server offers no encryption on this port.',
      cure: 'Use a port where it does: a password must not go over this one.',
    },
    'starttls-stripped': {
      word: 'Encryption removed',
      cause: 'The server offers encryption, and something on the way to this port takes the offer out.',
      cure: 'Use another port, and tell whoever runs the network or the firewall (often “SMTP inspection”).',
    },
    'tls-failed': {
      word: 'Encryption failed',
      cause: 'The encrypted connection could not be set up.',
      cure: 'Try another port. If none works, a firewall or a virus scanner may be interfering.',
    },
    'tls-too-old': {
      word: 'Encryption too old',
      cause: 'The server speaks only versions of TLS that are no longer safe (before 1.2).',
      cure: 'Whoever runs the server has to update it. SMTP+ itself speaks newer ones.',
    },
    'certificate-untrusted': {
      word: 'Certificate not trusted',
      cause: 'Nobody this computer trusts vouches for the server’s certificate.',
      cure: 'Check the server’s name. If it is right, ask whoever runs the server or this network.',
    },
    'certificate-name-mismatch': {
      word: 'Other name',
      cause: 'The server’s certificate is for another name.',
      cure: 'Type the name the certificate is for, if it is the right server: it stands under “Certificate”.',
    },
    'certificate-expired': {
      word: 'Certificate expired',
      cause: 'The server’s certificate is not valid today.',
      cure: 'Check this computer’s date. If it is right, whoever runs the server has to renew the certificate.',
    },
    intercepted: {
      word: 'Somebody in between',
      cause:
        'Something between here and the server answers in its place: a virus scanner, a filter or the provider.',
      cure: 'Switch off mail scanning in the virus scanner, or use another port. No password was shown to it.',
    },
    'auth-not-offered': {
      word: 'No sign-in',
      cause: 'The server offers no sign-in with a password on this port.',
      cure: 'Use another port, or check that this is the server that was meant.',
    },
    'credentials-refused': {
      word: 'Password refused',
      cause: 'The server refuses the user name or the password.',
      cure: 'Check both. In SMTP+ a lost password can only be reset: Settings, List settings, SMTP+.',
    },
    'account-inactive': {
      word: 'User not active',
      cause: 'The server knows the user, and the user is not active or is blocked.',
      cure: 'Set its status to active in MailUp. If it is blocked, ask MailUp’s support.',
    },
    'sender-refused': {
      word: 'Sender refused',
      cause: 'The server does not take mail from one of the authorized senders.',
      cure: 'Authorize the address or its domain in MailUp too, and check that it is verified there.',
    },
    'rate-limited': {
      word: 'Too fast',
      cause: 'The server says that it had too much in too short a time.',
      cure: 'Wait a while, then check again. Fewer messages an hour help.',
    },
    'server-busy': {
      word: 'Busy',
      cause: 'The server turned the connection away for now.',
      cure: 'Check again in a few minutes. Its own answer stands in the details.',
    },
  } satisfies Record<ProbeVerdict, VerdictWords>,
  notChecked: {
    'trusted-file-unreadable':
      'Not checked: the file with this server’s own certificates cannot be read. Put it back, then check again.',
    'too-many-checks': 'Not checked: other checks are still running. Wait until they are done.',
    'user-unknown': 'Not checked: this SMTP+ user is gone.',
    'server-malformed': 'Not checked: the server’s name is not one. Correct it under Users.',
    'relay-not-answering': 'Not checked: the relay is not reachable right now. Home says why and what to do.',
  } satisfies Record<NotCheckedReason, string>,
  wizard: {
    title: 'Meanwhile: the connection to {{server}}',
    line: 'Port {{port}}: {{word}}',
  },
}
