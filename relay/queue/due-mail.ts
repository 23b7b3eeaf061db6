import { claimTurns } from '../domain/priority.ts'
import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** Whose mail, at most how many, as of when (milliseconds since 1970). */
export type DueQuestion = {
  readonly users: readonly string[]
  readonly nowMs: number
  readonly limit: number
  /** how many left before: whose turn it is (claimTurns) */
  readonly turn: number
  /** what the courier has already, or may not have yet */
  readonly taken: Pick<ReadonlySet<number>, 'has' | 'size'>
  /** what is known of the lines (`lineOf`): one whose time hasn't come need not be looked at */
  readonly known: LineTimes
  /** the first in a line that need not be looked for, one more than can be chosen; asked before its time in `known` */
  readonly fresh: (line: string) => readonly Waiting[] | undefined
}

/** line → when the next of its messages is due, null: none waits; a line that is missing must be looked at */
export type LineTimes = ReadonlyMap<string, number | null>

/** The messages, and when each line that was looked at goes on after them. */
export type DueMail = { readonly messages: readonly number[]; readonly times: LineTimes }

export type Waiting = { readonly id: number; readonly dueAtMs: number }

const priorities = [1, 2, 3, 4, 5] as const

/** Mail leaves in lines: one for each priority of a user. */
export function lineOf(user: string, priority: number): string {
  return `${priority} ${user}`
}

/** When the next message of a user is due, as far as all its lines are known; undefined: some are not. */
export function nextOfUser(times: LineTimes, user: string): number | null | undefined {
  let next: number | null = null
  for (const priority of priorities) {
    const time = times.get(lineOf(user, priority))
    if (time === undefined) return undefined
    if (time !== null && (next === null || time < next)) next = time
  }
  return next
}

/**
 * The due messages of these users by turns of their priorities, within one the longest due. Reads the index of what is
 * due and nothing else, however much waits.
 */
export function findDue(database: Database, question: DueQuestion): DueMail {
  const { users, nowMs, limit, turn, known } = question
  const times = new Map<string, number | null>()
  const lines = new Map<number, { readonly name: string; readonly waiting: Waiting[] }[]>()
  for (const priority of priorities) {
    const open = users.flatMap((user) => {
      const name = lineOf(user, priority)
      const fresh = question.fresh(name)
      if (fresh) return [{ name, waiting: [...fresh] }]
      const time = known.get(name)
      if (time === null || (time !== undefined && time > nowMs)) return []
      return [{ name, waiting: firstOf(database, question, user, priority) }]
    })
    if (open.length > 0) lines.set(priority, open)
  }
  const messages: number[] = []
  const take = (priority: number): boolean => {
    const line = lines.get(priority)?.find(({ waiting }) => (waiting[0]?.dueAtMs ?? Infinity) <= nowMs)
    const first = line?.waiting.shift()
    if (first) messages.push(first.id)
    return first !== undefined
  }
  for (let found = true; found && messages.length < limit; ) {
    found = claimTurns(turn + messages.length).order.some(take)
  }
  for (const { name, waiting } of [...lines.values()].flat()) times.set(name, waiting[0]?.dueAtMs ?? null)
  return { messages, times }
}

/** The first in line: one more than can be chosen, which says when it goes on. */
function firstOf(
  database: Database,
  { limit, taken }: DueQuestion,
  user: string,
  priority: number,
): Waiting[] {
  const first = database.statement(
    `SELECT id, next_attempt_at FROM message WHERE user = ? AND priority = ? AND next_attempt_at IS NOT NULL
      ORDER BY next_attempt_at LIMIT ?`,
  )
  return first.all(user, priority, limit + taken.size + 1).flatMap((value): Waiting[] => {
    const row = rowOf(value)
    const id = integerOf(row, 'id')
    return taken.has(id) ? [] : [{ id, dueAtMs: integerOf(row, 'next_attempt_at') }]
  })
}
