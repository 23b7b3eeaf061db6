/** A chapter's index has so many bits for each of its blocks. */
export const bitCount = 131_072

/** Told each bit that a text sets. */
export type Mark = (bit: number) => void

/**
 * Marks what a text is made of: every run of one, two and three characters, two bits each (a Bloom filter: two
 * independent bits make one wrong hit in about a hundred). Capitals count as small letters where SQLite's LIKE does so
 * too: A to Z alone.
 */
export function markText(text: string, mark: Mark): void {
  let second = 0
  let first = 0
  for (let at = 0; at < text.length; at++) {
    const third = folded(text.charCodeAt(at))
    markHash(hashOf(third, 0, 0), mark)
    if (second !== 0) markHash(hashOf(second, third, 0), mark)
    if (first !== 0) markHash(hashOf(first, second, third), mark)
    first = second
    second = third
  }
}

/** Marks a whole value of a column, to be found as that only: a user, a sign-in. */
export function markValue(column: 'user' | 'login', value: string, mark: Mark): void {
  let hash = column === 'user' ? 17 : 19
  for (let at = 0; at < value.length; at++) hash = hashOf(hash, value.charCodeAt(at), 7)
  markHash(hash, mark)
}

/** The bits that every text with this term in it has set; the longest runs alone, since they say the most. */
export function bitsOfTerm(term: string): readonly number[] {
  const codes = Array.from({ length: term.length }, (_, at) => folded(term.charCodeAt(at)))
  const bits = new Set<number>()
  const mark: Mark = (bit) => bits.add(bit)
  const length = Math.min(3, codes.length)
  for (let at = 0; at + length <= codes.length; at++) {
    const [first = 0, second = 0, third = 0] = codes.slice(at, at + length)
    markHash(hashOf(first, second, third), mark)
  }
  return [...bits]
}

function folded(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

// A 32-bit mix in the manner of MurmurHash3's end.
function hashOf(first: number, second: number, third: number): number {
  let hash =
    Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a, 0x85ebca6b) ^ Math.imul(third + 11, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}

function markHash(hash: number, mark: Mark): void {
  mark(hash & (bitCount - 1))
  mark(hash >>> 15)
}
