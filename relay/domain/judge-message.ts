import { authorize, blockMalformedAddress, blockMalformedHeader } from './authorize.ts'
import { createCanonicalizer } from './canonical-bytes.ts'
import type { Decision } from './decision.ts'
import { readHeaderIdentities } from './header-identities.ts'
import { parseMailAddress } from './mail-address.ts'
import type { SenderPolicy } from './sender-policy.ts'

/**
 * What the relay would decide about a message, from what a person typed: `mailFrom` with or without angle brackets,
 * empty for the null reverse-path; `message` as a program would send it (lone LF is taken for CRLF), or null to
 * judge the envelope sender alone.
 */
export function judgeMessage(policy: SenderPolicy, mailFrom: string, message: Uint8Array | null): Decision {
  const path = mailFrom.trim().replace(/^<(.*)>$/, '$1')
  const sender = path === '' ? null : parseMailAddress(path)
  if (sender !== null && !sender.ok) return blockMalformedAddress(path, sender.problem)
  const envelope = { mailFrom: sender?.value ?? null, header: null }
  const atMailFrom = authorize(policy, envelope)
  if (message === null || atMailFrom.decision === 'block') return atMailFrom

  const canonicalizer = createCanonicalizer()
  const bytes = canonicalizer.push(message)
  canonicalizer.end()
  if (canonicalizer.fault !== null) {
    const reason = canonicalizer.fault === 'nul' ? 'control-character' : 'bare-line-ending'
    return blockMalformedHeader({ reason, field: '' })
  }
  const header = readHeaderIdentities(bytes)
  return header.ok
    ? authorize(policy, { ...envelope, header: header.value })
    : blockMalformedHeader(header.problem)
}
