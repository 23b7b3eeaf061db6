import { foldedUnit } from '../domain/letter-case.ts'

/** A chapter's index has so many bits for each of its blocks. */
export const bitCount = 32_768

/** Told each bit that a text sets. */
export type Mark = (bit: number) => void

/**
 * Marks what a text is made of: every run of one to four characters, two bits each (a Bloom filter). Capitals count as
 * small letters, as they do for who searches (domain/letter-case.ts).
 */
export function markText(text: string, mark: Mark): void {
  let third = 0
  let second = 0
  let first = 0
  for (let at = 0; at < text.length; at++) {
    const last = foldedUnit(text.charCodeAt(at))
    markHash(hashOf(0, 0, 0, last), mark)
    if (at > 0) markHash(hashOf(0, 0, third, last), mark)
    if (at > 1) markHash(hashOf(0, second, third, last), mark)
    if (at > 2) markHash(hashOf(first, second, third, last), mark)
    first = second
    second = third
    third = last
  }
}

/** Marks a whole value of a column, to be found as that only: a user, a sign-in. */
export function markValue(column: 'user' | 'login', value: string, mark: Mark): void {
  let hash = column === 'user' ? 17 : 19
  for (let at = 0; at < value.length; at++) hash = hashOf(7, 0, hash, value.charCodeAt(at))
  // Few in a block, so they can have more bits each: fewer wrong hits.
  for (const part of [1, 2, 3]) markHash(hashOf(7, 1, part, hash), mark)
}

/** The bits that every text with this term in it has set; the longest runs first, since they say the most. */
export function bitsOfTerm(term: string): readonly number[] {
  const codes = Array.from({ length: term.length }, (_, at) => foldedUnit(term.charCodeAt(at)))
  const bits = new Set<number>()
  const mark: Mark = (bit) => bits.add(bit)
  const longest = Math.min(4, codes.length)
  for (let length = longest; length > 0 && length > longest - 2; length--) {
    for (let at = 0; at + length <= codes.length; at++) {
      const run = [0, 0, 0, ...codes.slice(at, at + length)]
      const [first = 0, second = 0, third = 0, last = 0] = run.slice(-4)
      markHash(hashOf(first, second, third, last), mark)
    }
  }
  return [...bits]
}

// A 32-bit mix in the manner of MurmurHash3's end.
function hashOf(first: number, second: number, third: number, last: number): number {
  let hash =
    Math.imul(first + 3, 0x9e3779b1) ^
    Math.imul(second + 5, 0x85ebca6b) ^
    Math.imul(third + 7, 0xc2b2ae35) ^
    Math.imul(last + 11, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}

function markHash(hash: number, mark: Mark): void {
  mark(hash & (bitCount - 1))
  mark(hash >>> 17)
}
