import type { DeliveryEvidence, DeliveryStage } from '../domain/delivery-outcome.ts'

/** What the mail library's errors carry beside their message. */
type LibraryError = Error & {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly response?: unknown
  readonly responseCode?: unknown
  readonly command?: unknown
  readonly host?: unknown
}

/** What is quoted of an answer that is none, in characters. */
const quotedCharacters = 200

/**
 * What an error of the mail library tells while a session is set up, with our own note of the stage: its errors name
 * the command they were waiting for, but a lost connection always looks like a failed connect.
 */
export function evidenceOfError(fault: LibraryError, stage: DeliveryStage, server: string): DeliveryEvidence {
  const code = typeof fault.originalCode === 'string' ? fault.originalCode : fault.code
  const response = typeof fault.response === 'string' ? fault.response.trim() : ''
  const refusal =
    typeof fault.responseCode === 'number' && fault.responseCode >= 400 ? fault.responseCode : null
  if (refusal !== null && stage === 'starttls') {
    const text = `${server} does not offer STARTTLS (it answered: ${response}). Nothing was sent: it would have gone unencrypted.`
    return { kind: 'starttls-missing', text }
  }
  if (refusal !== null)
    return { kind: 'reply', stage: replyStage(fault, stage), code: refusal, text: response }
  if (stage === 'starttls' || stage === 'connect') {
    const words = typeof code === 'string' ? certificateWords(code, fault, server) : null
    if (words !== null) return { kind: 'certificate', text: words }
  }
  if (stage === 'connect') return { kind: 'unreachable', text: connectWords(String(code), server) }
  if (fault.code === 'EPROTOCOL' || response !== '') {
    const said =
      response === '' ? 'its answer was too long' : `it said: ${response.slice(0, quotedCharacters)}`
    const text = `${server} does not speak SMTP as it should (${said}). Nothing was sent. Check the server's name and port.`
    return { kind: 'connection-lost', stage, text }
  }
  if (stage === 'starttls') {
    const text = `The encrypted connection to ${server} could not be set up (${fault.message}). Nothing was sent.`
    return { kind: 'connection-lost', stage, text }
  }
  const why = fault.code === 'ETIMEDOUT' ? 'no answer in time' : 'closed by the server or the network'
  return {
    kind: 'connection-lost',
    stage,
    text: `The connection to ${server} was lost (${why}). Nothing was sent.`,
  }
}

function replyStage(fault: LibraryError, stage: DeliveryStage): DeliveryStage {
  return typeof fault.command === 'string' && fault.command.startsWith('AUTH') ? 'auth' : stage
}

/** Which certificate, and what is wrong with it (nodejs.org/api/tls.html#x509-certificate-error-codes). */
function certificateWords(code: string, fault: Error, server: string): string | null {
  const whose = `The certificate of ${server}`
  const why: Readonly<Record<string, string>> = {
    ERR_TLS_CERT_ALTNAME_INVALID: `${whose} is for another name: ${'reason' in fault ? String(fault.reason) : fault.message}`,
    CERT_HAS_EXPIRED: `${whose} has expired.`,
    CERT_NOT_YET_VALID: `${whose} is not valid yet: is this computer's clock right?`,
    CERT_REVOKED: `${whose} was revoked.`,
    DEPTH_ZERO_SELF_SIGNED_CERT: `${whose} is signed by itself and not by an authority this computer trusts.`,
    SELF_SIGNED_CERT_IN_CHAIN: `${whose} comes from an authority this computer does not trust.`,
    UNABLE_TO_GET_ISSUER_CERT: `${whose} comes from an authority this computer does not know.`,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `${whose} comes from an authority this computer does not know.`,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: `${whose} came without those that lead to an authority this computer trusts.`,
    CERT_SIGNATURE_FAILURE: `${whose} has a wrong signature.`,
    CERT_UNTRUSTED: `${whose} is not trusted.`,
    CERT_REJECTED: `${whose} was rejected.`,
    INVALID_CA: `${whose} was signed by a certificate that may not sign others.`,
    INVALID_PURPOSE: `${whose} is not meant for a server.`,
    PATH_LENGTH_EXCEEDED: `${whose} stands at the end of too long a chain.`,
    HOSTNAME_MISMATCH: `${whose} is for another name.`,
  }
  const words = why[code]
  return words === undefined ? null : `${words} Nothing was sent.`
}

function connectWords(code: string, server: string): string {
  const why: Readonly<Record<string, string>> = {
    EDNS: 'there is no such server, or this computer is offline',
    ENOTFOUND: 'there is no such server, or this computer is offline',
    EAI_AGAIN: 'its name could not be looked up; this computer may be offline',
    ECONNREFUSED: 'nothing answers on that port',
    ETIMEDOUT: 'it did not answer in time; a firewall may block that port',
    EHOSTUNREACH: 'there is no way to it from here',
    ENETUNREACH: 'this computer has no network',
    ECONNRESET: 'the connection was cut',
  }
  return `${server} can't be reached: ${why[code] ?? code}.`
}
