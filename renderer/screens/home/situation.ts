import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import type { RelayView, Snapshot } from '../../../electron/ipc/window-contract.ts'
import type { KeychainState } from '../../../electron/ipc/window-users.ts'
import type { HoldReason, MessageSummary } from '../../../relay/domain/message-state.ts'
import { maySendNow } from '../../state/may-send.ts'
import { needsKeychain } from '../../state/user-health.ts'

type RelayProblem = RelayView['problems'][number]

/** How things are, as the one sentence of Home tells it. */
export type Situation =
  | { readonly kind: 'starting' | 'restarting' | 'stopped-for-good' }
  | { readonly kind: 'relay-problem'; readonly problem: RelayProblem }
  | {
      readonly kind: 'credentials-refused' | 'account-blocked'
      readonly user: string
      readonly count: number
    }
  | { readonly kind: 'password-missing'; readonly user: string }
  | { readonly kind: 'keychain-closed'; readonly user: string; readonly keychain: KeychainState }
  | { readonly kind: 'uncertain' | 'held-by-rules' | 'held' | 'failed'; readonly count: number }
  | { readonly kind: 'sender-refused' | 'sender-reported'; readonly address: string; readonly user: string }
  | { readonly kind: 'new-alert'; readonly alert: AlertView; readonly more: number }
  | { readonly kind: 'no-sign-in' | 'first-message' }
  | { readonly kind: 'practice' | 'fine'; readonly sent: number }
  | { readonly kind: 'waiting'; readonly sent: number; readonly count: number }
  | { readonly kind: 'paced'; readonly sent: number; readonly count: number; readonly doneAt: string }

/** Whether the sentence tells of something wrong, something to do, or nothing of the kind. */
export type Tone = 'good' | 'busy' | 'attention' | 'trouble'

/** Problems that leave the relay running; Home shows them beside the sentence. */
const besides: ReadonlySet<RelayProblem['reason']> = new Set(['database-set-aside'])

/**
 * The one thing that matters most right now. First what stops all mail, then what stops some of it,
 * then what waits for a person, then how far the set-up is, then the good news.
 */
export function homeSituation(snapshot: Snapshot): Situation {
  return (
    relaySituation(snapshot.relay) ??
    userSituation(snapshot) ??
    personSituation(snapshot) ??
    setUpSituation(snapshot) ??
    everydaySituation(snapshot)
  )
}

export function toneOf(situation: Situation): Tone {
  switch (situation.kind) {
    case 'starting':
    case 'restarting':
      return 'busy'
    case 'stopped-for-good':
    case 'relay-problem':
    case 'credentials-refused':
    case 'account-blocked':
      return 'trouble'
    case 'password-missing':
    case 'keychain-closed':
    case 'uncertain':
    case 'held-by-rules':
    case 'held':
    case 'failed':
    case 'sender-refused':
    case 'sender-reported':
    case 'new-alert':
      return 'attention'
    case 'no-sign-in':
    case 'first-message':
    case 'practice':
    case 'waiting':
    case 'paced':
    case 'fine':
      return 'good'
  }
}

function relaySituation(relay: RelayView): Situation | null {
  if (relay.status === 'stopped-for-good') return { kind: 'stopped-for-good' }
  const problem = relay.problems.find(({ reason }) => !besides.has(reason))
  if (problem) return { kind: 'relay-problem', problem }
  if (relay.status === 'restarting') return { kind: 'restarting' }
  if (relay.status === 'starting' || relay.status === 'not-listening') return { kind: 'starting' }
  return null
}

function userSituation({ users, messages, app }: Snapshot): Situation | null {
  const heldFor = (reason: HoldReason): readonly MessageSummary[] =>
    messages.filter((message) => message.holdReason === reason)

  for (const kind of ['credentials-refused', 'account-blocked'] as const) {
    const held = heldFor(kind)
    const user = held[0]?.user
    if (user !== undefined)
      return { kind, user, count: held.filter((message) => message.user === user).length }
  }
  const missing = users.find((user) => user.status === 'active' && user.password === 'missing')
  if (missing) return { kind: 'password-missing', user: missing.id }
  const waiting = heldFor('password-unavailable')[0]?.user
  if (app.keychain === 'available')
    return waiting === undefined ? null : { kind: 'password-missing', user: waiting }
  // Before anything waits, too: the next message would.
  const closed = waiting ?? users.find(needsKeychain)?.id
  return closed === undefined ? null : { kind: 'keychain-closed', user: closed, keychain: app.keychain }
}

/** Alerts that Home has sentences of its own for; a relay that came back by itself asks for nothing. */
const toldOtherwise: ReadonlySet<AlertView['kind']> = new Set(['unauthorized-sender', 'relay-stopped'])

function personSituation({ counts, alerts, users, messages }: Snapshot): Situation | null {
  if (counts.uncertain > 0) return { kind: 'uncertain', count: counts.uncertain }
  const byRules = messages.filter(({ holdReason }) => holdReason === 'sender-not-authorized').length
  if (byRules > 0) return { kind: 'held-by-rules', count: byRules }
  if (counts.held > 0) return { kind: 'held', count: counts.held }
  if (counts.failedToday > 0) return { kind: 'failed', count: counts.failedToday }
  const refused = alerts.find(({ kind, state, user, about }) => {
    const rules = users.find(({ id }) => id === user)
    // When too many causes came at once they are counted together, and about none by name.
    if (kind !== 'unauthorized-sender' || state !== 'new' || about === '') return false
    return rules !== undefined && !maySendNow(rules, about)
  })
  if (refused?.user) {
    const isSent = users.some(
      ({ id, unauthorizedSenders }) => id === refused.user && unauthorizedSenders === 'alert',
    )
    return {
      kind: isSent ? 'sender-reported' : 'sender-refused',
      address: refused.about,
      user: refused.user,
    }
  }
  const [newest, ...others] = alerts
    .filter(({ kind, state }) => state === 'new' && !toldOtherwise.has(kind))
    .toSorted((left, right) => Date.parse(right.firstAt) - Date.parse(left.firstAt))
  return newest ? { kind: 'new-alert', alert: newest, more: others.length } : null
}

function setUpSituation({ logins, messages, counts, practice }: Snapshot): Situation | null {
  if (logins.length === 0) return { kind: 'no-sign-in' }
  const nothingEver = messages.length === 0 && counts.sentToday === 0 && practice.messages.length === 0
  return nothingEver ? { kind: 'first-message' } : null
}

function everydaySituation({ users, counts, paces }: Snapshot): Situation {
  const doneAt = paces
    .flatMap((pace) => pace.doneAt ?? [])
    .toSorted()
    .at(-1)
  if (counts.waiting > 0 && doneAt !== undefined)
    return { kind: 'paced', sent: counts.sentToday, count: counts.waiting, doneAt }
  if (counts.waiting > 0) return { kind: 'waiting', sent: counts.sentToday, count: counts.waiting }
  const practising = users.every((user) => user.practice)
  return { kind: practising ? 'practice' : 'fine', sent: counts.sentToday }
}
