import type { Decision } from '../domain/decision.ts'
import { fitReply, longestLine, type Reply } from './smtp-reply.ts'

/** What a sender's refusal says: who, through which user, and who may (the list it is missing from). */
export type SenderRefusal = {
  readonly decision: Decision
  readonly user: string
  /** entries of the list that lacks the address */
  readonly authorized: readonly string[]
}

/** `550 5.7.1`: names the address and the list; the list is shortened first, the address only when it must be. */
export function senderRefused({ decision, user, authorized }: SenderRefusal): Reply {
  const address = decision.address ?? ''
  const who =
    decision.identity === 'mail-from'
      ? address
      : `${address} (${fieldNames[decision.identity ?? 'mail-from']})`
  const through = shorten(user, 40)
  if (decision.reason === 'null-sender-not-allowed') {
    const text = `A receipt or bounce must come From an address authorized for SMTP+ user ${through}; ${address} is not.`
    return fitReply(550, '5.7.1', text)
  }
  if (decision.reason === 'sender-not-verified') {
    const text = `${who} is on the list of SMTP+ user ${through} but not verified yet. To verify it, open SMTP+ Companion, Senders.`
    return fitReply(550, '5.7.1', text)
  }
  const sentence = (name: string, list: string): string =>
    `${name} may not send through SMTP+ user ${through}. Authorized: ${list}. To allow it, open SMTP+ Companion, Alerts.`
  const room = longestLine - '550 5.7.1 '.length
  for (const list of everShorterLists(authorized)) {
    if (sentence(who, list).length <= room) return fitReply(550, '5.7.1', sentence(who, list))
  }
  const list = `${authorized.length} others`
  const excess = sentence(who, list).length - room
  return fitReply(550, '5.7.1', sentence(shorten(who, Math.max(20, who.length - excess)), list))
}

const fieldNames = {
  'mail-from': 'envelope sender',
  'header-from': 'in From',
  sender: 'in Sender',
  'resent-from': 'in Resent-From',
  'resent-sender': 'in Resent-Sender',
} as const

function* everShorterLists(entries: readonly string[]): Generator<string> {
  yield entries.join(', ')
  for (let shown = Math.min(entries.length - 1, 8); shown > 0; shown -= 1) {
    yield `${entries.slice(0, shown).join(', ')} and ${entries.length - shown} more`
  }
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`
}
