/** What the queue needs of SQLite: the part that node:sqlite and @photostructure/sqlite have in common. */
export type SqlValue = null | number | string | Uint8Array

export type SqlStatement = {
  run(...values: SqlValue[]): { readonly changes: number | bigint }
  get(...values: SqlValue[]): unknown
  all(...values: SqlValue[]): unknown[]
}

export type SqlConnection = {
  exec(sql: string): void
  prepare(sql: string): SqlStatement
  close(): void
}

export type SqlDriver = {
  readonly name: 'node:sqlite' | '@photostructure/sqlite'
  /** Opens or makes the file. Throws like SQLite does: see `sqliteCode`. */
  open(path: string, options?: { readonly readOnly?: boolean }): SqlConnection
}

/** SQLite's primary result code of a thrown error (sqlite.org/rescode.html), or null when it isn't SQLite's. */
export function sqliteCode(fault: unknown): number | null {
  if (!(fault instanceof Error) || !('errcode' in fault)) return null
  return typeof fault.errcode === 'number' ? fault.errcode & 0xff : null
}

export const sqliteResult = {
  permission: 3,
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

type Row = Readonly<Record<string, unknown>>

/** A row is `unknown` until it is one of these; a column of another kind than asked for is a fault of the file. */
export function rowOf(value: unknown): Row {
  if (!isRow(value)) throw new TypeError('expected a row')
  return value
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column}: expected text, found ${typeof value}`)
  return value
}

export function integerOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number')
    throw new TypeError(`column ${column}: expected a number, found ${typeof value}`)
  return value
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column)
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column}: expected bytes`)
  return value
}
