/** Small letters of those beyond ASCII that were met: there are few in any mail. */
const known = new Map<number, number>()

/**
 * A UTF-16 unit as searches compare it: capitals and small letters of every alphabet count as one (`É` and `é`, `Ж` and
 * `ж`), where each is one unit; `ß` is no `SS`. A letter with an accent is another letter than the one without.
 */
export function foldedUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  const found = known.get(unit)
  if (found !== undefined) return found
  const letter = String.fromCharCode(unit)
  const folded = single(
    single(letter, letter.toUpperCase()),
    single(letter, letter.toUpperCase()).toLowerCase(),
  )
  const code = folded.charCodeAt(0)
  known.set(unit, code)
  return code
}

/** The letters that a search for this one finds, itself first; one alone where there is no other case. */
export function casesOf(letter: string): readonly string[] {
  const upper = single(letter, letter.toUpperCase())
  const lower = single(letter, letter.toLowerCase())
  return [...new Set([letter, lower, upper, single(upper, upper.toLowerCase())])]
}

function single(letter: string, changed: string): string {
  return changed.length === letter.length ? changed : letter
}
