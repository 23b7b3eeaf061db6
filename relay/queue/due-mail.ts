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
  /** what the courier has already */
  readonly inHand: ReadonlyMap<number, unknown>
}

export type DueMail = {
  readonly messages: readonly number[]
  /** user → when the next message after these is due, null: none waits */
  readonly nextAtMs: ReadonlyMap<string, number | null>
}

type Waiting = { readonly user: string; readonly id: number; readonly dueAtMs: number }

const priorities = [1, 2, 3, 4, 5] as const

/**
 * The due messages of these users by turns of their priorities, within one the longest due. Reads the index of what is
 * due and nothing else, however much waits.
 */
export function findDue(database: Database, question: DueQuestion): DueMail {
  const { users, nowMs, limit, turn } = question
  const lines = new Map(priorities.map((priority) => [priority, lineOf(database, question, priority)]))
  const chosen: Waiting[] = []
  while (chosen.length < limit) {
    const { order, count } = claimTurns(turn + chosen.length)
    const most = Math.min(chosen.length + count, limit)
    for (const priority of order) {
      const line = lines.get(priority) ?? []
      while (chosen.length < most) {
        const first = line.findIndex(({ dueAtMs }) => dueAtMs <= nowMs)
        if (first < 0) break
        chosen.push(...line.splice(first, 1))
      }
    }
    if (chosen.length < most) break
  }
  const left = [...lines.values()].flat()
  const nextOf = (user: string): number | null =>
    left.reduce<number | null>(
      (next, one) => (one.user !== user || (next !== null && next <= one.dueAtMs) ? next : one.dueAtMs),
      null,
    )
  return {
    messages: chosen.map(({ id }) => id),
    nextAtMs: new Map(users.map((user) => [user, nextOf(user)])),
  }
}

/** The first in line of one priority: one more than can be chosen, which says when it goes on. */
function lineOf(database: Database, { users, limit, inHand }: DueQuestion, priority: number): Waiting[] {
  const first = database.statement(
    `SELECT id, next_attempt_at FROM message WHERE user = ? AND priority = ? AND next_attempt_at IS NOT NULL
      ORDER BY next_attempt_at LIMIT ?`,
  )
  return users.flatMap((user) =>
    first.all(user, priority, limit + inHand.size + 1).flatMap((value): Waiting[] => {
      const row = rowOf(value)
      const id = integerOf(row, 'id')
      return inHand.has(id) ? [] : [{ user, id, dueAtMs: integerOf(row, 'next_attempt_at') }]
    }),
  )
}
