/** The window shows at most this many rows of each kind; older ones are asked for page by page. */
export const mostRows = 200

/** Puts a row in its place by id, newest first, and drops what is beyond `mostRows`. */
export function putRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
  timeOf: (row: Row) => string,
): Row[] {
  const others = rows.filter((other) => other.id !== row.id)
  const place = others.findIndex((other) => timeOf(other) <= timeOf(row))
  others.splice(place === -1 ? others.length : place, 0, row)
  return others.slice(0, mostRows)
}

export function dropRow<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row[] {
  return rows.filter((row) => row.id !== id)
}
