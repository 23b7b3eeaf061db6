import type { Fault } from './fault-server.ts'

const portal =
  'HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

/** Faults that show by themselves, whatever other ports do. */
export const faults = {
  fine: { verdict: 'ok', stage: 'quit' },
  'nobody there': { verdict: 'connection-refused', stage: 'tcp', listening: 'nobody' },
  'cut without a word': { verdict: 'not-smtp', stage: 'greeting', behaviour: { greeting: 'drop' } },
  'an SSH server': {
    verdict: 'not-smtp',
    stage: 'greeting',
    seen: /OpenSSH/,
    speak: (socket) => void socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
  },
  'an endless line': { verdict: 'not-smtp', stage: 'greeting', behaviour: { greeting: 'flood:A' } },
  'a log-in page at once': {
    verdict: 'captive-portal',
    stage: 'greeting',
    speak: (socket) => void socket.end(portal),
  },
  'too many connections': {
    verdict: 'rate-limited',
    stage: 'greeting',
    behaviour: { greeting: '421 4.7.0 Too many connections from your address' },
  },
  'busy at the greeting': {
    verdict: 'server-busy',
    stage: 'greeting',
    behaviour: { greeting: '421 4.3.0 try again later' },
  },
  'turned away at the greeting': {
    verdict: 'server-busy',
    stage: 'greeting',
    behaviour: { greeting: '554 5.7.1 no service for you' },
  },
  'a scanner greets': {
    verdict: 'intercepted',
    stage: 'greeting',
    behaviour: { greeting: '220 avast.smtp.proxy ready' },
  },
  'no EHLO': { verdict: 'not-smtp', stage: 'ehlo', behaviour: { ehlo: '500 5.5.1 what?' } },
  'EHLO later': { verdict: 'server-busy', stage: 'ehlo', behaviour: { ehlo: '451 4.3.0 not now' } },
  'STARTTLS masked by a firewall': {
    verdict: 'starttls-stripped',
    stage: 'starttls',
    behaviour: { ehlo: '250-upstream.test\n250-XXXXXXXA\n250 SIZE 1000' },
  },
  'STARTTLS refused for now': {
    verdict: 'server-busy',
    stage: 'starttls',
    behaviour: { starttls: '454 4.7.0 TLS not available' },
  },
  'an answer from before the encryption': {
    verdict: 'intercepted',
    stage: 'starttls',
    seen: /clear/,
    behaviour: { starttls: '220 go ahead\n250 injected' },
  },
  'the handshake cut': { verdict: 'tls-failed', stage: 'starttls', behaviour: { handshake: 'drop' } },
  'TLS of yesterday': { verdict: 'tls-too-old', stage: 'starttls', tls: 'old' },
  'an expired certificate': {
    verdict: 'certificate-expired',
    stage: 'certificate',
    seen: /valid .* to \d{4}-/,
    tls: 'expired',
  },
  'a scanner’s certificate': {
    verdict: 'intercepted',
    stage: 'certificate',
    seen: /Avast Web\/Mail Shield Root/,
    tls: 'scanner',
  },
  'no AUTH': {
    verdict: 'auth-not-offered',
    stage: 'auth',
    behaviour: { secureEhlo: '250-upstream.test\n250 SIZE 1000' },
  },
  'only CRAM-MD5': {
    verdict: 'auth-not-offered',
    stage: 'auth',
    seen: /CRAM-MD5/,
    behaviour: { secureEhlo: '250-upstream.test\n250 AUTH CRAM-MD5' },
  },
  'sign-in down': {
    verdict: 'server-busy',
    stage: 'auth',
    behaviour: { auth: '454 4.7.0 Temporary authentication failure' },
  },
  'cut at the sign-in': { verdict: 'server-busy', stage: 'auth', behaviour: { auth: 'drop' } },
  'the sender refused': {
    verdict: 'sender-refused',
    stage: 'mail-from',
    seen: /550 5\.7\.1/,
    behaviour: { mail: '550 5.7.1 sender not authorized' },
  },
  'too fast': {
    verdict: 'rate-limited',
    stage: 'mail-from',
    behaviour: { mail: '450 4.7.28 Rate limit exceeded' },
  },
  'no room for now': {
    verdict: 'server-busy',
    stage: 'mail-from',
    behaviour: { mail: '452 4.3.1 Insufficient system storage' },
  },
} as const satisfies Readonly<Record<string, Fault>>

/** Those that say nothing, or too little, until the time is over. */
export const slowFaults = {
  silence: { verdict: 'connection-timeout', stage: 'greeting', behaviour: { greeting: 'hang' } },
  'a tarpit': {
    verdict: 'connection-timeout',
    stage: 'greeting',
    speak: (socket) => dripping(socket, '220-please hold the line '),
  },
  'a log-in page after our word': {
    verdict: 'captive-portal',
    stage: 'greeting',
    speak: (socket) => void socket.once('data', () => socket.end(portal)),
  },
  'TLS from the first byte': {
    verdict: 'not-smtp',
    stage: 'greeting',
    listening: 'tls-from-the-first-byte',
  },
  'silence at EHLO': { verdict: 'connection-timeout', stage: 'ehlo', behaviour: { ehlo: 'hang' } },
  'silence in the handshake': { verdict: 'tls-failed', stage: 'starttls', behaviour: { handshake: 'hang' } },
  'silence at the sign-in': { verdict: 'connection-timeout', stage: 'auth', behaviour: { auth: 'hang' } },
} as const satisfies Readonly<Record<string, Fault>>

/** Each alone: beside a port that is fine they would mean something else, and one refused sign-in is enough. */
export const lonelyFaults = {
  'no STARTTLS': { verdict: 'starttls-not-offered', stage: 'starttls', tls: 'none' },
  'another name in the certificate': {
    verdict: 'certificate-name-mismatch',
    stage: 'certificate',
    seen: /other\.example/,
    tls: 'other-name',
  },
  'an authority nobody knows': {
    verdict: 'certificate-untrusted',
    stage: 'certificate',
    tls: 'unknown-authority',
  },
  'the password refused': {
    verdict: 'credentials-refused',
    stage: 'auth',
    seen: /535 5\.7\.8/,
    behaviour: { auth: '535 5.7.8 Authentication credentials invalid' },
  },
  'the account disabled': {
    verdict: 'account-inactive',
    stage: 'auth',
    behaviour: { auth: '525 5.7.13 User account is disabled' },
  },
} as const satisfies Readonly<Record<string, Fault>>

/** The server's own host, and a provider's on another port in its place. `mail.firm.example` has to lead here. */
export const foreignHost = {
  'the host itself': { verdict: 'ok', stage: 'quit', behaviour: { greeting: '220 mail.firm.example ESMTP' } },
  'another host greets': {
    verdict: 'intercepted',
    stage: 'greeting',
    seen: /220 smtp\.provider\.example/,
    behaviour: { greeting: '220 smtp.provider.example ESMTP' },
    tls: 'unknown-authority',
  },
} as const satisfies Readonly<Record<string, Fault>>

function dripping(socket: NodeJS.WritableStream & { readonly destroyed?: boolean }, text: string): void {
  if (socket.destroyed) return
  socket.write(text.charAt(0))
  const timer = setTimeout(() => dripping(socket, text.slice(1) || ' '), 90)
  timer.unref()
}
