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
  const places = new Map(read.map((row, index) => [row.id, index]))
  const changed: (ActivityRow | null)[] = [...read]
  const arrived: ActivityRow[] = []
  let leaves = false
  for (const row of live) {
    const place = places.get(row.id)
    const fits = rowFits(row, filter)
    const known = place === undefined ? undefined : read[place]
    if (place !== undefined && known !== undefined && !isOlder(row, known)) {
      changed[place] = fits ? row : null
      leaves ||= !fits
    } else if (place === undefined && fits && (readTo === null || row.at >= readTo)) arrived.push(row)
  }
  const rows = leaves ? changed.filter((row) => row !== null) : changed.flatMap((row) => row ?? [])
  return arrived.length === 0 ? rows : merged(arrived, rows)
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
