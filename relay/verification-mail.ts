import type { Language } from './domain/language.ts'
import { parseMailAddress } from './domain/mail-address.ts'
import { done, failed, type Result } from './domain/result.ts'
import { mayVerify, verificationIdentity } from './may-still-go.ts'
import { composeOwnMessage, keepOwnMessage } from './own-message.ts'
import type { Relay } from './running-relay.ts'
import { generateCode, hashCode } from './secrets/verification-code.ts'

export type VerificationMailProblem = {
  /** `not-listed`: not an entry of the user's authorized senders under the rules in force */
  readonly reason: 'no-such-user' | 'user-inactive' | 'not-listed' | 'storage'
}

/**
 * Mails a new code from an authorized sender's own address to that address, through its user's server: whoever reads
 * it there owns the address. The one message the rules don't stop although its sender isn't verified; nothing in it
 * comes from the caller but an address that stands in the list. Gives its id once it is on disk, and the code's hash:
 * the code itself is nowhere but in the mail.
 */
export async function sendVerificationMail(
  relay: Relay,
  wanted: { readonly user: string; readonly address: string; readonly language: Language },
): Promise<Result<{ readonly id: string; readonly codeHash: string }, VerificationMailProblem>> {
  const user = relay.book().user(wanted.user)
  if (!user) return failed({ reason: 'no-such-user' })
  if (user.status !== 'active') return failed({ reason: 'user-inactive' })
  const address = parseMailAddress(wanted.address)
  if (!address.ok || !mayVerify(relay.book(), user.id, address.value)) return failed({ reason: 'not-listed' })
  const { text } = address.value
  const code = generateCode()
  const bytes = composeOwnMessage({
    from: text,
    to: text,
    // RFC 3834, 5: no automatic answer to it
    fields: ['Auto-Submitted: auto-generated'],
    ...texts[wanted.language](code, text),
  })
  const identities = [verificationIdentity(address.value)]
  const kept = await keepOwnMessage(relay, { user, from: text, to: text, bytes, identities })
  return kept.ok ? done({ id: kept.value, codeHash: hashCode(code) }) : kept
}

type Text = { readonly subject: string; readonly body: readonly string[] }

// The subject is shown and kept in more places than the mail itself: the code isn't in it.
const texts: Readonly<Record<Language, (code: string, address: string) => Text>> = {
  en: (code, address) => ({
    subject: 'Your SMTP+ Companion verification code',
    body: [
      `To let ${address} send through SMTP+ Companion, type this code there:`,
      '',
      `    ${code}`,
      '',
      'The code is valid for 30 minutes.',
      '',
      'If nobody here asked for it, delete this message: nothing happens without the code.',
    ],
  }),
  it: (code, address) => ({
    subject: 'Il tuo codice di verifica di SMTP+ Companion',
    body: [
      `Per autorizzare ${address} a spedire con SMTP+ Companion, inserisci questo codice nel programma:`,
      '',
      `    ${code}`,
      '',
      'Il codice vale 30 minuti.',
      '',
      'Se nessuno lo ha chiesto, elimina questo messaggio: senza il codice non succede nulla.',
    ],
  }),
}
