import type { MessageState } from '../domain/message-state.ts'
import { isSilent } from '../domain/own-logins.ts'
import { assertNever } from '../domain/result.ts'
import { isOpen } from './claiming.ts'
import type { Database } from './database.ts'
import { parseAddresses, parseDsn, parseRecipientStates, type RecipientState } from './message-rows.ts'
import { oweFailures, oweRelayed } from './owed-notices.ts'
import type { RecipientOutcome, Settlement } from './queue-contract.ts'
import { touch } from './search-reach.ts'
import { integerOf, rowOf, textOf, textOrNull } from './sql.ts'

/** What a settlement made of the message. */
export type Settled = {
  readonly state: MessageState
  readonly isSilent: boolean
  /** its sender may have to be told something */
  readonly owes: boolean
}

/**
 * Writes what one attempt came to: the recipients' states, the message's, the attempt, and away with the bytes when
 * nothing more will be sent. Runs inside a transaction. Null when the message is gone.
 */
export function settle(
  database: Database,
  number: number,
  settlement: Settlement,
  nowMs: number,
): Settled | null {
  const found = database
    .statement(
      'SELECT user, login, mail_from, recipients, recipient_states, attempts, dsn FROM message WHERE id = ?',
    )
    .get(number)
  if (found === undefined) return null
  const row = rowOf(found)
  const before = parseAddresses(textOf(row, 'recipients'))
  const statesBefore = parseRecipientStates(textOrNull(row, 'recipient_states'), before.length)
  const states = applyOutcomes(before, statesBefore, settlement.outcomes, settlement.ask ?? false)
  const state = messageStateOf(states)
  const reply = explainingReply(state, states)
  const attempts = integerOf(row, 'attempts') + 1
  // A user's hold is the user's (user_pause): the message itself is due as soon as that ends.
  const open = states.some((one) => isOpen(one.state))
  const nextAttemptAt = open ? (settlement.nextAttemptAtMs ?? nowMs) : null
  database
    .statement(
      `UPDATE message SET state = ?, hold_reason = NULL, recipient_states = ?, changed_at = ?, next_attempt_at = ?,
        attempts = ?, reply = ? WHERE id = ?`,
    )
    .run(
      state,
      sameForAll(states) ? null : JSON.stringify(states),
      nowMs,
      nextAttemptAt,
      attempts,
      reply,
      number,
    )
  touch(database, number)
  database
    .statement('INSERT INTO attempt (message, number, at, outcome, stage, reply) VALUES (?, ?, ?, ?, ?, ?)')
    .run(number, attempts, nowMs, settlement.hold ?? attemptOutcome(settlement), settlement.stage, reply)
  const failedNow = states.flatMap((one, index) => {
    if (one.state !== 'failed' || statesBefore[index]?.state === 'failed') return []
    const outcome = settlement.outcomes.find(({ address }) => address === before[index])
    return [{ index, reply: one.reply, reason: outcome?.reason ?? null }]
  })
  const who = { user: textOf(row, 'user'), login: textOf(row, 'login'), mailFrom: textOf(row, 'mail_from') }
  const owesFailures = oweFailures(database, { number, ...who }, failedNow, nowMs)
  const dsn = parseDsn(textOrNull(row, 'dsn'))
  const relayedNow = states.flatMap((one, index) => {
    if (one.state !== 'delivered' || statesBefore[index]?.state === 'delivered') return []
    if (!dsn?.recipients[index]?.notify?.includes('SUCCESS')) return []
    const outcome = settlement.outcomes.find(({ address }) => address === before[index])
    return outcome?.dsnPassedOn ? [] : [{ index, reply: one.reply, reason: null }]
  })
  const owesRelayed = oweRelayed(database, { number, ...who }, relayedNow, nowMs)
  if (state === 'sent') database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
  return { state, isSilent: isSilent(who), owes: owesFailures || owesRelayed }
}

/** Each outcome goes to the first open recipient of that address: the same address twice is two recipients. */
function applyOutcomes(
  recipients: readonly string[],
  before: readonly RecipientState[],
  outcomes: readonly RecipientOutcome[],
  ask: boolean,
): readonly RecipientState[] {
  const left = new Map<string, RecipientOutcome[]>()
  for (const outcome of outcomes) left.set(outcome.address, [...(left.get(outcome.address) ?? []), outcome])
  return recipients.map((address, index) => {
    const state = before[index] ?? { state: 'pending', reply: '' }
    const outcome = isOpen(state.state) ? left.get(address)?.shift() : undefined
    return outcome ? { state: stateAfter(outcome.outcome, ask), reply: outcome.reply } : state
  })
}

function stateAfter(outcome: RecipientOutcome['outcome'], ask: boolean): RecipientState['state'] {
  switch (outcome) {
    case 'delivered':
      return 'delivered'
    case 'failed':
      return 'failed'
    case 'uncertain':
      return ask ? 'asking' : 'uncertain'
    case 'deferred':
      return 'pending'
    default:
      return assertNever(outcome)
  }
}

function messageStateOf(states: readonly RecipientState[]): MessageState {
  if (states.some(({ state }) => state === 'uncertain' || state === 'asking')) return 'uncertain'
  if (states.some(({ state }) => state === 'pending')) return 'waiting'
  return states.some(({ state }) => state === 'failed') ? 'failed' : 'sent'
}

/** Of several answers the one that explains why the message is where it is. */
function explainingReply(state: MessageState, states: readonly RecipientState[]): string {
  return states.find((one) => explaining(state).includes(one.state) && one.reply !== '')?.reply ?? ''
}

function explaining(state: MessageState): readonly RecipientState['state'][] {
  if (state === 'uncertain') return ['uncertain', 'asking']
  if (state === 'waiting') return ['pending']
  return [state === 'failed' ? 'failed' : 'delivered']
}

function attemptOutcome(settlement: Settlement): string {
  return [...new Set(settlement.outcomes.map(({ outcome }) => outcome))].join(', ')
}

function sameForAll(states: readonly RecipientState[]): boolean {
  return (
    states.every(({ state }) => state === 'pending') || states.every(({ state }) => state === 'delivered')
  )
}
