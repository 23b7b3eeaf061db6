import type { RequestInput } from './bridge.ts'
import type { ActivityFilter } from './navigation.tsx'

export type JournalFilter = RequestInput<'listEntries'>['filter']
export type MessageFilter = RequestInput<'countForAction'>['filter']

/** The part of the journal's time somebody looks at. */
export const periods = ['any', 'today', 'week', 'month', 'days'] as const
export type Period = (typeof periods)[number]

/** What somebody looks for in Activity; an empty text asks for nothing. */
export type JournalWish = {
  readonly show: ActivityFilter
  readonly search: string
  readonly user: string
  readonly login: string
  readonly period: Period
  /** with `days`: the first and the last day, as a date field writes them (YYYY-MM-DD, in local time) */
  readonly firstDay: string
  readonly lastDay: string
}

export const everything: JournalWish = {
  show: 'all',
  search: '',
  user: '',
  login: '',
  period: 'any',
  firstDay: '',
  lastDay: '',
}

/** What each choice shows; null: all there is. */
const statesShown: Record<ActivityFilter, NonNullable<JournalFilter['states']> | null> = {
  all: null,
  waiting: ['waiting', 'sending'],
  attention: ['held', 'uncertain', 'failed'],
  held: ['held'],
  uncertain: ['uncertain'],
  failed: ['failed'],
  refused: ['refused'],
  sent: ['sent'],
  deleted: ['deleted'],
}

/** The wish as the relay is asked. `nowMs`: for "today" and "the last 7 days", which begin at local midnight. */
export function filterOf(wish: JournalWish, nowMs: number): JournalFilter {
  const states = statesShown[wish.show]
  const { since, until } = timesOf(wish, nowMs)
  const search = wish.search.trim()
  return {
    ...(states === null ? {} : { states }),
    ...(wish.user === '' ? {} : { user: wish.user }),
    ...(wish.login === '' ? {} : { login: wish.login }),
    ...(search === '' ? {} : { search: search.slice(0, 200) }),
    ...(since === null ? {} : { since: since.toISOString() }),
    ...(until === null ? {} : { until: until.toISOString() }),
  }
}

/** The messages of a filter, for what is done to all of them; null: it shows none. */
export function messagesOf({ states, ...filter }: JournalFilter): MessageFilter | null {
  if (states === undefined) return filter
  const ofMessages = states.filter((state) => state !== 'refused')
  return ofMessages.length === 0 ? null : { ...filter, states: ofMessages }
}

/** How many conditions stand beside what is shown and what is searched. */
export function furtherConditions(wish: JournalWish): number {
  return [wish.user !== '', wish.login !== '', wish.period !== 'any'].filter(Boolean).length
}

const daysBack = { today: 0, week: 6, month: 29 } as const

function timesOf(
  { period, firstDay, lastDay }: JournalWish,
  nowMs: number,
): { readonly since: Date | null; readonly until: Date | null } {
  if (period === 'any') return { since: null, until: null }
  if (period === 'days') return { since: midnight(firstDay, 0), until: midnight(lastDay, 1) }
  const now = new Date(nowMs)
  return {
    since: new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack[period]),
    until: null,
  }
}

// By the calendar, not by 24 hours: days on which clocks change are shorter or longer.
function midnight(day: string, laterDays: number): Date | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || year < 1000) return null
  return new Date(year, month - 1, date + laterDays)
}
