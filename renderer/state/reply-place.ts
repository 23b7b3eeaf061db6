import type { ReplyCause } from '../../relay/domain/reply-causes.ts'
import { connectionPlace } from './connection-place.ts'
import type { Place } from './navigation.tsx'

type PlaceOfCure = Extract<Place, { screen: 'check' | 'senders' | 'set-up' | 'users' }>

const screens: Readonly<Partial<Record<ReplyCause, PlaceOfCure['screen']>>> = {
  'server-not-listening': 'check',
  'port-blocked': 'check',
  'server-name-unknown': 'check',
  'connection-cut': 'check',
  'encryption-not-working': 'check',
  'sender-not-authorized': 'senders',
  'sender-not-verified': 'senders',
  'spf-failed': 'senders',
  'dkim-failed': 'senders',
  'dmarc-failed': 'senders',
  'credentials-wrong': 'set-up',
  'sign-in-required': 'set-up',
  'sign-in-kind-refused': 'set-up',
  'encryption-needed': 'set-up',
  'encryption-choice-wrong': 'set-up',
  'certificate-not-trusted': 'set-up',
  'relaying-denied': 'set-up',
  'line-ends-wrong': 'set-up',
  'greeting-name-refused': 'set-up',
  'no-reverse-name': 'set-up',
  'account-inactive': 'users',
  'sending-too-fast': 'users',
}

/** Where in this app the cause of an answer is put right; null where it isn't. `user`: whose connection to check. */
export function replyPlace(cause: ReplyCause, user: string | null): PlaceOfCure | null {
  const screen = screens[cause]
  if (screen === undefined) return null
  if (screen !== 'check') return { screen }
  return user === null ? null : connectionPlace(user)
}
