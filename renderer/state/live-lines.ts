import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { HoldReason, MessageSummary } from '../../relay/domain/message-state.ts'
import { addressForPrograms, writeAddress } from './relay-address.ts'

/** One step of a message on its way, as the first message is watched. */
export type LiveLine =
  | { readonly kind: 'down' }
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'waitingForProgram' | 'signedIn'; readonly login: string }
  | { readonly kind: 'refused'; readonly refusal: Snapshot['refusals'][number] }
  | { readonly kind: 'accepted'; readonly address: string }
  | { readonly kind: 'sending' | 'uncertain' }
  | { readonly kind: 'sent'; readonly reply: string; readonly practice: boolean }
  | { readonly kind: 'waiting'; readonly reply: string; readonly nextAttemptAt: string | null }
  | { readonly kind: 'held'; readonly reason: HoldReason }
  | { readonly kind: 'failed'; readonly reply: string }

/** What a program's sign-in has come to since a moment (ISO 8601), in order: the newest message is the one told of. */
export function linesForProgram(snapshot: Snapshot, login: string, since: string): readonly LiveLine[] {
  const address = addressForPrograms(snapshot.relay.listen)
  if (!address) return [{ kind: 'down' }]
  const later = (at: string | null): boolean => at !== null && Date.parse(at) >= Date.parse(since)
  const message = snapshot.messages.find((known) => known.login === login && later(known.queuedAt))
  const refusals = snapshot.refusals
    .filter((refusal) => later(refusal.at) && (refusal.login === login || refusal.login === null))
    .slice(0, 3)
    .toReversed()
  const seen = snapshot.logins.some(({ name, lastSeenAt }) => name === login && later(lastSeenAt))
  const signedIn = seen || message !== undefined
  return [
    { kind: 'listening', address: writeAddress(address) },
    { kind: signedIn ? 'signedIn' : 'waitingForProgram', login },
    ...refusals.map((refusal) => ({ kind: 'refused' as const, refusal })),
    ...(message ? linesForMessage(snapshot, message) : []),
  ]
}

/** Where one message is: accepted, then what became of it. */
export function linesForMessage(snapshot: Snapshot, message: MessageSummary): readonly LiveLine[] {
  return [{ kind: 'accepted', address: message.mailFrom }, outcomeLine(snapshot, message)]
}

function outcomeLine(snapshot: Snapshot, message: MessageSummary): LiveLine {
  const { state, reply, nextAttemptAt, holdReason } = message
  if (holdReason !== null) return { kind: 'held', reason: holdReason }
  switch (state) {
    case 'sent': {
      const practice = snapshot.users.some((user) => user.practice && user.id === message.user)
      return { kind: 'sent', reply, practice }
    }
    case 'failed':
    case 'deleted':
      return { kind: 'failed', reply }
    case 'uncertain':
      return { kind: 'uncertain' }
    case 'held':
      return { kind: 'held', reason: 'by-hand' }
    case 'sending':
      return { kind: 'sending' }
    case 'waiting':
      return reply === '' ? { kind: 'sending' } : { kind: 'waiting', reply, nextAttemptAt }
  }
}
