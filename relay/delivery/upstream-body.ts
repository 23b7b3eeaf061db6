const lineFeed = 10
const carriageReturn = 13
const dot = 46

/** The end of a message (RFC 5321 4.1.1.4), after a line that is complete. */
export const endOfMessage = Buffer.from('.\r\n')

/** Stored bytes that must not leave: a server could read an end of the message into them (SMTP smuggling). */
export class NotCanonical extends Error {}

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
      const dots: number[] = []
      for (let index = 0; index < bytes.length; index++) {
        const byte = bytes[index] ?? 0
        if ((byte === lineFeed) !== (previous === carriageReturn)) throw new NotCanonical('a lone CR or LF')
        if (byte === dot && previous === lineFeed) dots.push(index)
        previous = byte
      }
      return dots.length === 0 ? bytes : doubled(bytes, dots)
    },
    end() {
      if (previous !== lineFeed) throw new NotCanonical('the last line has no end')
    },
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
