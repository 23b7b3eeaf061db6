import type { ActivityRow } from './activity-rows.ts'

/**
 * Which messages somebody has chosen. `anchor`: where a range begins. `all`: every message that matches, also those
 * that weren't read yet. Refusals can't be chosen: there is nothing to do to them.
 */
export type Selection =
  | { readonly kind: 'rows'; readonly ids: ReadonlySet<string>; readonly anchor: string | null }
  | { readonly kind: 'all' }

export const nothingSelected: Selection = { kind: 'rows', ids: new Set(), anchor: null }

export function isSelected(selection: Selection, row: ActivityRow): boolean {
  return row.kind === 'message' && (selection.kind === 'all' || selection.ids.has(row.id))
}

/** The chosen rows of those that are there now. */
export function selectedRows(
  selection: Selection,
  rows: readonly ActivityRow[],
): readonly (ActivityRow & { readonly kind: 'message' })[] {
  if (selection.kind === 'rows' && selection.ids.size === 0) return []
  return rows.flatMap((row) => (row.kind === 'message' && isSelected(selection, row) ? [row] : []))
}

/** One row more or one less. From "all that match" one less leaves those that were read. */
export function toggled(selection: Selection, id: string, rows: readonly ActivityRow[]): Selection {
  const ids = idsOf(selection, rows)
  const isMessage = rows.some((row) => row.id === id && row.kind === 'message')
  if (!ids.delete(id) && isMessage) ids.add(id)
  return { kind: 'rows', ids, anchor: id }
}

/** Everything between the anchor and this row, both included, and nothing else. */
export function extendedTo(
  selection: Selection,
  id: string,
  from: string,
  rows: readonly ActivityRow[],
): Selection {
  const anchor = (selection.kind === 'rows' && selection.anchor) || from
  const ends = [anchor, id].map((end) => rows.findIndex((row) => row.id === end))
  const first = Math.min(...ends)
  const last = Math.max(...ends)
  if (first < 0) return toggled(selection, id, rows)
  const between = rows.slice(first, last + 1).filter((row) => row.kind === 'message')
  return { kind: 'rows', ids: new Set(between.map((row) => row.id)), anchor }
}

function idsOf(selection: Selection, rows: readonly ActivityRow[]): Set<string> {
  if (selection.kind === 'rows') return new Set(selection.ids)
  return new Set(rows.filter((row) => row.kind === 'message').map((row) => row.id))
}
