import type { ActivityRow } from './activity-rows.ts'
import { stateOf } from './activity-rows.ts'
import type { JournalFilter } from './journal-wish.ts'

/** Whether a row is one of those a filter asks for, by the relay's own rule. */
export function rowFits(row: ActivityRow, filter: JournalFilter): boolean {
  const { states, user, login, since, until, search } = filter
  const of = row.kind === 'message' ? row.message : row.refusal
  return (
    (states === undefined || states.includes(stateOf(row))) &&
    (user === undefined || of.user === user) &&
    (login === undefined || of.login === login) &&
    (since === undefined || row.at >= since) &&
    (until === undefined || row.at < until) &&
    (search === undefined || holds(row, search.toLowerCase()))
  )
}

/**
 * The journal's rows brought up to date with what changed since they were read. `read`: in the journal's order, newest
 * first. `live`: what the app hears of by itself, newest first. `readTo`: rows older than this moment haven't been
 * read yet; null when all have. A row that no longer fits leaves.
 */
export function rowsOfNow(
  read: readonly ActivityRow[],
  live: readonly ActivityRow[],
  filter: JournalFilter,
  readTo: string | null,
): readonly ActivityRow[] {
  const places = placesOf(read)
  const changed = [...read]
  const left = new Set<ActivityRow>()
  const arrived: ActivityRow[] = []
  for (const row of live) {
    const place = places.get(row.id)
    const fits = rowFits(row, filter)
    const known = place === undefined ? undefined : read[place]
    if (place !== undefined && known !== undefined && !isOlder(row, known)) {
      changed[place] = row
      if (!fits) left.add(row)
    } else if (place === undefined && fits && (readTo === null || row.at >= readTo)) arrived.push(row)
  }
  const rows = left.size === 0 ? changed : changed.filter((row) => !left.has(row))
  return arrived.length === 0 ? rows : merged(arrived, rows)
}

const knownPlaces = new WeakMap<readonly ActivityRow[], ReadonlyMap<string, number>>()

/** Where each row stands; remembered, because news comes far more often than pages. */
function placesOf(read: readonly ActivityRow[]): ReadonlyMap<string, number> {
  const places = knownPlaces.get(read) ?? new Map(read.map((row, index) => [row.id, index]))
  knownPlaces.set(read, places)
  return places
}

/** Two lists, each newest first, as one; neither changes its order. */
function merged(arrived: readonly ActivityRow[], rows: readonly ActivityRow[]): readonly ActivityRow[] {
  const all: ActivityRow[] = []
  let next = 0
  for (const row of rows) {
    for (let one = arrived[next]; one !== undefined && one.at >= row.at; one = arrived[next]) {
      all.push(one)
      next++
    }
    all.push(row)
  }
  return [...all, ...arrived.slice(next)]
}

function isOlder(row: ActivityRow, known: ActivityRow): boolean {
  return row.kind === 'message' && known.kind === 'message' && row.message.changedAt < known.message.changedAt
}

function holds(row: ActivityRow, search: string): boolean {
  const texts =
    row.kind === 'message'
      ? [row.message.mailFrom, ...row.message.recipients, row.message.subject, row.message.reply]
      : [row.refusal.address ?? '', row.refusal.reply]
  return row.id === search || texts.some((text) => text.toLowerCase().includes(search))
}
