import type { ProbeVerdict } from '../domain/probe-report.ts'
import type { PortAdvice } from '../domain/recommend-port.ts'

/** One sentence of cause and one of cure for each verdict, for the command line. */
export const probeWords: Readonly<Record<ProbeVerdict, { readonly cause: string; readonly cure: string }>> = {
  ok: { cause: 'Everything on the way works.', cure: 'Use this port with STARTTLS.' },
  'dns-failure': {
    cause: "The server's name could not be looked up.",
    cure: 'Check its spelling, and whether this computer is online.',
  },
  'connection-refused': {
    cause: 'The server, or a firewall, turns connections to this port away.',
    cure: 'Use another port; SMTP+ answers on 25 and on 1025 to 5000.',
  },
  'connection-timeout': {
    cause: 'Nothing answered in time: a firewall or the provider probably blocks this port.',
    cure: 'Use another port, 2525 for example, or ask whoever runs the network to open this one.',
  },
  'network-unreachable': {
    cause: 'There is no way from this computer to the server.',
    cure: 'Check the network connection of this computer, a VPN included.',
  },
  'not-smtp': {
    cause: 'What answers on this port is no mail server that can be used with STARTTLS.',
    cure: 'Check server and port; 465, for one, expects encryption from the first byte.',
  },
  'captive-portal': {
    cause: 'A web page answered in place of the mail server: this network wants a log-in first.',
    cure: 'Open a browser, log in to the network, then check again.',
  },
  'starttls-not-offered': {
    cause: 'The server offers no encryption on this port.',
    cure: 'Use a port where it does; a password must not go over this one.',
  },
  'starttls-stripped': {
    cause: 'The server offers encryption, and something on the way to this port takes the offer out.',
    cure: 'Use another port, and tell whoever runs the network or the firewall (often "SMTP inspection").',
  },
  'tls-failed': {
    cause: 'The encrypted connection could not be set up.',
    cure: 'Try another port; if none works, a firewall or virus scanner may be interfering.',
  },
  'tls-too-old': {
    cause: 'The server speaks only versions of TLS that are no longer safe (before 1.2).',
    cure: 'Whoever runs the server has to update it; SMTP+ itself speaks newer ones.',
  },
  'certificate-untrusted': {
    cause: "Nobody this computer trusts vouches for the server's certificate.",
    cure: "Check the server's name. For a firm's own server, name its authority's file with --ca.",
  },
  'certificate-name-mismatch': {
    cause: "The server's certificate is for another name.",
    cure: 'Type the name the certificate is for, if it is the right server.',
  },
  'certificate-expired': {
    cause: "The server's certificate is not valid today.",
    cure: "Check this computer's date; if it is right, whoever runs the server has to renew the certificate.",
  },
  intercepted: {
    cause:
      'Something between here and the server answers in its place: a virus scanner, a filter or the provider.',
    cure: 'Switch off mail scanning in the virus scanner, or use another port. No password was shown to it.',
  },
  'auth-not-offered': {
    cause: 'The server offers no sign-in with a password on this port.',
    cure: 'Use another port, or check that this is the server that was meant.',
  },
  'credentials-refused': {
    cause: 'The server refuses the user name or the password, or wants a sign-in.',
    cure: 'Check both. In SMTP+ a password that was lost can only be reset: Settings > List settings > SMTP+.',
  },
  'account-inactive': {
    cause: 'The server knows the user, and the user is not active or is blocked.',
    cure: 'Set its status to active in the service; if it is blocked, ask its support.',
  },
  'sender-refused': {
    cause: 'The server does not take mail from this sender.',
    cure: 'Authorize the address or its domain in the service, and check that it is verified there.',
  },
  'rate-limited': {
    cause: 'The server says that it had too much in too short a time.',
    cure: 'Wait a while and check again; send fewer messages an hour.',
  },
  'server-busy': {
    cause: 'The server turned the connection away for now.',
    cure: 'Check again in a few minutes; the evidence is its own answer.',
  },
}

/** Why this port and no other. */
export const adviceWords: Readonly<Record<PortAdvice['reason'], string>> = {
  suggested: 'It is the port SMTP+ suggests, and networks seldom block it.',
  submission: 'It is the usual port for programs that send mail.',
  'seldom-blocked': 'Networks seldom block it; port 25 is closed or watched more often.',
  'only-one': 'It is the only one that works from here.',
}
