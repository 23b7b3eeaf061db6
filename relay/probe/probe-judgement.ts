import type { PeerCertificate } from 'node:tls'
import { type ProbeEvidence, seen } from '../domain/probe-evidence.ts'
import type { ProbeStage, ProbeVerdict } from '../domain/probe-report.ts'

/** What a server answered: `code` 220, `lines` without code and line ends, `text` the whole on one line. */
export type SmtpReply = { readonly code: number; readonly lines: readonly string[]; readonly text: string }

/** Texts by which servers say "too much in too short a time", where they have no enhanced code for it. */
const tooMuch =
  /rate.?limit|too many|too fast|exceed(?:ed|s)|limit(?:ed)? (?:reached|exceeded)|quota|throttl|slow down/i
const inactive =
  /(?:account|user|mailbox|login)\b.{0,40}\b(?:disabled|inactive|not active|suspended|blocked|locked|deactivated|expired)/i

/** What a reply means at a stage; null when it lets the check go on (RFC 5321 4.2, RFC 4954 6, RFC 3463). */
export function judgeReply(stage: ProbeStage, { code, text }: SmtpReply): ProbeVerdict | null {
  if (code >= 200 && code < 400) return null
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(text)?.[1]
  if (code === 525 || enhanced === '5.7.13') return 'account-inactive'
  if (code < 500) {
    // 454 4.7.0 at AUTH is a sign-in service that is down (RFC 4954 6); elsewhere 4.7.x is policy: too much.
    const limited = tooMuch.test(text) || enhanced === '4.7.28' || enhanced === '4.3.2'
    return limited ? 'rate-limited' : 'server-busy'
  }
  if (stage === 'auth') {
    // The command or mechanism isn't known (RFC 5321 4.2.2, RFC 4954 4): nothing was said about the password.
    if (code === 500 || code === 502 || code === 503 || code === 504) return 'auth-not-offered'
    return inactive.test(text) ? 'account-inactive' : 'credentials-refused'
  }
  if (stage === 'mail-from') {
    // 530, 534 and 535 speak of the sign-in, not of the sender (RFC 4954 6).
    if (code === 530 || code === 534 || code === 535) return 'credentials-refused'
    if (inactive.test(text)) return 'account-inactive'
    return tooMuch.test(text) ? 'rate-limited' : 'sender-refused'
  }
  if (stage === 'greeting') return tooMuch.test(text) ? 'rate-limited' : 'server-busy'
  return 'not-smtp'
}

/** What was heard in place of a greeting: a web page means a log-in page between here and the server. */
export function judgeForeignWords(seen: string): ProbeVerdict {
  return /^\s*(?:HTTP\/\d|<!doctype html|<html|<head|<\?xml)/i.test(seen) ? 'captive-portal' : 'not-smtp'
}

/** Programs that stand between a program and its server, by the words of their greetings. */
const proxyGreeting =
  /\b(?:avast|avg|kaspersky|eset|bitdefender|norton|symantec|mcafee|sophos|smtp.?proxy|mail.?(?:shield|scanner|guard)|virus)/i
// Cisco's mail inspection writes asterisks over the greeting and Xs over what it takes out.
const maskedGreeting = /^220[ -][*20 ]{6,}$/

/** Whether a greeting is that of a scanner in between; servers of the same makers greet with their host's name first. */
export function isProxyGreeting(text: string): boolean {
  return maskedGreeting.test(text) || proxyGreeting.test(text.split(/\s+/)[1] ?? '')
}

/** Whether something took STARTTLS out of this EHLO answer: Cisco's mail inspection leaves Xs of the same length. */
export function isStartTlsMasked(lines: readonly string[]): boolean {
  return lines.some((line) => /^X{7}[A-Z]$/i.test(line.trim()))
}

/** Makers of scanners, filters and debugging proxies, as they name themselves in the certificates they issue. */
const interceptingIssuer =
  /avast|avg technologies|web\/mail shield|kaspersky|eset\b|bitdefender|norton|symantec web|mcafee|trellix|skyhigh|sophos|zscaler|fortinet|fortigate|palo ?alto|netskope|cisco umbrella|blue ?coat|untangle|watchguard|check ?point|barracuda|sonicwall|mitmproxy|squid|portswigger|do_not_trust|fiddler|charles proxy|dr\.? ?web|g ?data|trend ?micro|f-secure|panda security|adguard|forcepoint|websense|smoothwall|lightspeed|securly|cyberoam|contentkeeper|iboss/i

/** What is wrong with a certificate, by Node's code for it (nodejs.org/api/tls.html#x509-certificate-error-codes). */
export function judgeCertificate(code: string, certificate: PeerCertificate): ProbeVerdict {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'certificate-expired'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-name-mismatch'
  return interceptingIssuer.test(nameOf(certificate.issuer)) ? 'intercepted' : 'certificate-untrusted'
}

/** What a certificate says of itself; `fault`: what is wrong with it, by Node's code, or null. */
export function certificateEvidence(certificate: PeerCertificate, fault: string | null): ProbeEvidence {
  const names = certificate.subjectaltname?.replaceAll(/DNS:|IP Address:/g, '') ?? nameOf(certificate.subject)
  const said = {
    names,
    issuer: nameOf(certificate.issuer),
    from: day(certificate.valid_from),
    to: day(certificate.valid_to),
  }
  return fault === null ? seen('certificate', said) : seen('bad-certificate', { fault, ...said })
}

/** Why a TLS handshake failed, by OpenSSL's code: versions below 1.2 are not spoken (RFC 8996). */
export function judgeHandshake(code: string): ProbeVerdict {
  const tooOld = [
    'ERR_SSL_UNSUPPORTED_PROTOCOL',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'ERR_SSL_VERSION_TOO_LOW',
    'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
  ]
  return tooOld.includes(code) ? 'tls-too-old' : 'tls-failed'
}

/** Why no connection came about, by the system's code. */
export function judgeConnect(codes: readonly string[]): ProbeVerdict {
  if (codes.includes('ECONNREFUSED') || codes.includes('ECONNRESET')) return 'connection-refused'
  if (codes.includes('ETIMEDOUT')) return 'connection-timeout'
  return 'network-unreachable'
}

type Name = PeerCertificate['issuer'] | undefined

function nameOf(name: Name): string {
  if (!name) return ''
  return [name.O, name.CN].filter((part) => part !== undefined).join(', ')
}

function day(text: string): string {
  const time = Date.parse(text)
  return Number.isNaN(time) ? text : new Date(time).toISOString().slice(0, 10)
}
