import { type MessageSummary, messageState } from '../../relay/domain/message-state.ts'
import type { CompanionStore } from './companion-store.ts'

export type TrafficCount = { readonly count: number; readonly exact: boolean }

/** What a sign-in handed over, by the relay's journal. */
export type LoginTraffic = {
  readonly today: TrafficCount
  readonly month: TrafficCount
  readonly refused: TrafficCount
  readonly last: MessageSummary | null
}

const monthMs = 30 * 24 * 60 * 60_000
/** A long journal is looked through page by page; older messages than these pages hold are not looked for. */
const mostPages = 10

/** Asks the journal; null when the relay doesn't answer. `nowMs`: milliseconds since 1970; today begins at midnight here. */
export async function readLoginTraffic(
  companion: Pick<CompanionStore, 'ask'>,
  login: string,
  nowMs: number,
): Promise<LoginTraffic | null> {
  const count = (states: [...typeof messageState.options] | ['refused'], sinceMs: number) =>
    companion.ask('countEntries', { filter: { login, states, since: new Date(sinceMs).toISOString() } })
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0)
  const [today, month, refused, last] = await Promise.all([
    count([...messageState.options], midnight),
    count([...messageState.options], nowMs - monthMs),
    count(['refused'], nowMs - monthMs),
    lastMessage(companion, login),
  ])
  if (!today.ok || !month.ok || !refused.ok || last === 'no-answer') return null
  return { today: today.value, month: month.value, refused: refused.value, last }
}

async function lastMessage(
  companion: Pick<CompanionStore, 'ask'>,
  login: string,
): Promise<MessageSummary | null | 'no-answer'> {
  let before: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const filter = { login, states: [...messageState.options] }
    const asked = await companion.ask('listEntries', { filter, limit: 1, ...(before ? { before } : {}) })
    if (!asked.ok) return 'no-answer'
    const [entry] = asked.value.entries
    if (entry) return entry.kind === 'message' ? entry.message : null
    if (asked.value.next === null) return null
    before = asked.value.next
  }
  return null
}
