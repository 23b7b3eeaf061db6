import { createCanonicalizer } from '../../relay/domain/canonical-bytes.ts'
import type { Decision } from '../../relay/domain/decision.ts'
import { type HeaderIdentities, readHeaderIdentities } from '../../relay/domain/header-identities.ts'
import { headerBlockLength, readHeaderFields, unfolded } from '../../relay/domain/header-lines.ts'
import type { HeaderProblem } from '../../relay/domain/header-problem.ts'
import { isPublicMailDomain } from '../../relay/domain/public-mail-domains.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'

/** As large as a message the relay takes by default, in bytes. */
export const largestTriedBytes = 26_214_400

/** A message as far as a decision needs it. `header`: the canonical header block as text. */
export type TriedMessage = { readonly header: string; readonly identities: HeaderIdentities }

/**
 * Reads a whole message byte by byte as the relay does while it receives one: line ends, NUL, then the header block.
 * Nothing of it leaves the page but the header block.
 */
export function readTriedMessage(message: Uint8Array): Result<TriedMessage, HeaderProblem> {
  const canonicalizer = createCanonicalizer()
  const bytes = canonicalizer.push(message)
  canonicalizer.end()
  if (canonicalizer.fault !== null) {
    const reason = canonicalizer.fault === 'nul' ? 'control-character' : 'bare-line-ending'
    return failed({ reason, field: '' })
  }
  const block = bytes.subarray(0, headerBlockLength(bytes))
  const identities = readHeaderIdentities(block)
  if (!identities.ok) return identities
  return done({
    header: new TextDecoder('utf-8', { ignoreBOM: true }).decode(block),
    identities: identities.value,
  })
}

/** What came of a try: the decision, and what is wrong with the header where that is what decides. */
export type Verdict = { readonly decision: Decision; readonly problem: HeaderProblem | null }

/**
 * The decision about a message: the envelope's where that is refused already, else the header's. `ask` puts the
 * question to the relay, which knows the rules in force; null when it gave no answer.
 */
export async function tryMessage(
  message: Result<TriedMessage, HeaderProblem> | null,
  ask: (header: string | null) => Promise<Decision | null>,
): Promise<Verdict | null> {
  const decision = await ask(message?.ok ? message.value.header : null)
  if (decision === null) return null
  if (message === null || message.ok || decision.decision === 'block') return { decision, problem: null }
  const { problem } = message
  const blocked: Decision = {
    decision: 'block',
    reason: 'headers-malformed',
    identity: null,
    address: null,
    entry: null,
    fault: problem.reason,
  }
  return { decision: blocked, problem }
}

const formPrograms = /wordpress|phpmailer|contact[- ]?form|wpforms|joomla|drupal|swiftmailer|symfony/i
const formFields = new Set(['x-mailer', 'user-agent'])

/**
 * Whether a refused message looks as if an online form had put its visitor into From: an address at a mail provider,
 * or a message written by a website's program.
 */
export function looksLikeForm({ decision }: Verdict, message: TriedMessage | null): boolean {
  if (decision.hint === 'form-sender') return true
  if (decision.reason !== 'sender-not-authorized' || decision.address === null) return false
  const refused = decision.address.toLowerCase()
  if (isPublicMailDomain(refused.slice(refused.lastIndexOf('@') + 1))) return true
  return message !== null && decision.identity === 'header-from' && isWrittenByWebsite(message.header)
}

function isWrittenByWebsite(header: string): boolean {
  const fields = readHeaderFields(new TextEncoder().encode(header))
  if (!fields.ok) return false
  return fields.value.some((field) => {
    const name = field.name.toLowerCase()
    return name.startsWith('x-php-') || (formFields.has(name) && formPrograms.test(unfolded(field)))
  })
}
