import { DamagedBody } from '../queue/damage.ts'

const lineFeed = 10
const carriageReturn = 13
const dot = 46
const alone = 'a lone CR or LF'

/** The end of a message (RFC 5321 4.1.1.4), after a line that is complete. */
export const endOfMessage = Buffer.from('.\r\n')

/**
 * Stored bytes that must not leave: a server could read an end of the message into them (SMTP smuggling). They were in
 * order when they were accepted.
 */
export class NotCanonical extends DamagedBody {}

/**
 * Doubles the dots that begin a line (RFC 5321 4.5.2), chunk after chunk of one message. Bytes were made canonical
 * before they were judged and kept; that every line ends with CRLF is looked at once more here, at the last moment.
 */
export function createDotStuffer(): {
  /** The bytes to send for this chunk: the same ones when nothing has to be doubled. Throws `NotCanonical`. */
  push(chunk: Uint8Array): Buffer
  /** Throws `NotCanonical` when the last line isn't complete. */
  end(): void
} {
  // As if a line had just ended: the first byte of a message begins one.
  let previous = lineFeed
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      if (bytes.length === 0) return bytes
      if ((bytes[0] === lineFeed) !== (previous === carriageReturn)) throw new NotCanonical(alone)
      const dots = bytes[0] === dot && previous === lineFeed ? [0] : []
      mustHaveNoLoneReturn(bytes)
      // With the engine's own search: faster than looking at each byte.
      for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
        if (at > 0 && bytes[at - 1] !== carriageReturn) throw new NotCanonical(alone)
        if (bytes[at + 1] === dot) dots.push(at + 1)
      }
      previous = bytes[bytes.length - 1] ?? lineFeed
      return dots.length === 0 ? bytes : doubled(bytes, dots)
    },
    end() {
      if (previous !== lineFeed) throw new NotCanonical('the last line has no end')
    },
  }
}

/** A CR at the end is left to the next chunk. */
function mustHaveNoLoneReturn(bytes: Buffer): void {
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) {
    if (at + 1 < bytes.length && bytes[at + 1] !== lineFeed) throw new NotCanonical(alone)
  }
}

function doubled(bytes: Buffer, dots: readonly number[]): Buffer {
  const result = Buffer.allocUnsafe(bytes.length + dots.length)
  let from = 0
  let to = 0
  for (const index of dots) {
    to += bytes.copy(result, to, from, index)
    result[to++] = dot
    from = index
  }
  bytes.copy(result, to, from)
  return result
}
