// RFC 3492, section 5: the parameters of Punycode as IDNA uses them.
const base = 36
const smallestThreshold = 1
const largestThreshold = 26
const skew = 38
const damp = 700
const initialBias = 72
const initialCodePoint = 128

/**
 * Decodes one label without its `xn--` (RFC 3492, 6.2). Needed because the URL standard offers only the way to
 * A-labels, and whether a name was written canonically shows only on the way back. Null when it isn't Punycode.
 */
export function decodePunycode(encoded: string): string | null {
  const lastDelimiter = encoded.lastIndexOf('-')
  const codePoints = Array.from(encoded.slice(0, Math.max(lastDelimiter, 0)), (c) => c.charCodeAt(0))
  let position = lastDelimiter > 0 ? lastDelimiter + 1 : 0
  let codePoint = initialCodePoint
  let bias = initialBias
  let index = 0

  while (position < encoded.length) {
    const indexBefore = index
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitValue(encoded.charCodeAt(position))
      position += 1
      if (digit === null) return null
      index += digit * weight
      const threshold = Math.min(Math.max(k - bias, smallestThreshold), largestThreshold)
      if (digit < threshold) break
      weight *= base - threshold
    }
    const count = codePoints.length + 1
    bias = adapt(index - indexBefore, count, indexBefore === 0)
    codePoint += Math.floor(index / count)
    if (codePoint > 0x10_ffff) return null
    index %= count
    codePoints.splice(index, 0, codePoint)
    index += 1
  }
  return String.fromCodePoint(...codePoints)
}

function digitValue(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26
  return null
}

function adapt(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : Math.floor(delta / 2)
  rest += Math.floor(rest / count)
  let k = 0
  while (rest > ((base - smallestThreshold) * largestThreshold) / 2) {
    rest = Math.floor(rest / (base - smallestThreshold))
    k += base
  }
  return k + Math.floor(((base - smallestThreshold + 1) * rest) / (rest + skew))
}
