import { casesOf } from '../domain/letter-case.ts'
import type { SqlValue } from './sql.ts'

/** A condition that a searched text stands in one of the columns, capitals or not, and the values bound to it. */
export function searchCondition(
  columns: readonly string[],
  term: string,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const { operator, pattern } = patternOf(term)
  return {
    sql: `(${columns.map((column) => `${column} ${operator}`).join(' OR ')})`,
    values: columns.map(() => pattern),
  }
}

/** LIKE is the quicker, but tells capitals from small letters beyond A to Z; GLOB has classes of characters for those. */
function patternOf(term: string): { readonly operator: string; readonly pattern: string } {
  const letters = Array.from(term)
  const isPlain = letters.every((letter) => letter < '\u{80}' || casesOf(letter).length === 1)
  if (isPlain) {
    const escaped = term.replaceAll(/[\\%_]/g, String.raw`\$&`)
    return { operator: `LIKE ? ESCAPE '\\'`, pattern: `%${escaped}%` }
  }
  return { operator: 'GLOB ?', pattern: `*${letters.map(globOf).join('')}*` }
}

function globOf(letter: string): string {
  const cases = casesOf(letter)
  return cases.length > 1 || '*?['.includes(letter) ? `[${cases.join('')}]` : letter
}
