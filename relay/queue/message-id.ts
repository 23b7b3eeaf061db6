const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const epochMs = Date.UTC(2020, 0, 1)
const counterSteps = 4096
const textLength = 11

/**
 * Makes a message's number: milliseconds since 2020 (41 bits, until 2089) and a counter (12 bits) that starts at
 * random, 53 bits in all, so a JavaScript number and an SQLite row id at once. Each is larger than the one before,
 * also when the clock jumps back or 4096 come in a millisecond.
 */
export function createMessageNumbers(
  nowMs: () => number,
  lastUsed: number,
  random: () => number = Math.random,
): () => number {
  let last = lastUsed
  return () => {
    const fresh = numberOfTime(nowMs()) + Math.floor(random() * (counterSteps / 2))
    last = fresh > last ? fresh : last + 1
    return last
  }
}

/** The smallest number a message of that moment can have; milliseconds since 1970. */
export function numberOfTime(timeMs: number): number {
  return (timeMs - epochMs) * counterSteps
}

/** The moment that is in a message's number; milliseconds since 1970. */
export function timeOfNumber(number: number): number {
  return Math.floor(number / counterSteps) + epochMs
}

/** The number as people and scripts see it: 11 letters and digits (Crockford's base 32) that sort like the numbers. */
export function messageIdText(number: number): string {
  let text = ''
  for (let rest = number; text.length < textLength; rest = Math.floor(rest / 32)) {
    text = (alphabet[rest % 32] ?? '') + text
  }
  return text
}

/** The number of an id, or null when the text is no id. */
export function messageNumber(id: string): number | null {
  if (id.length !== textLength) return null
  let number = 0
  for (const letter of id) {
    const value = alphabet.indexOf(letter)
    if (value < 0) return null
    number = number * 32 + value
  }
  return Number.isSafeInteger(number) ? number : null
}
