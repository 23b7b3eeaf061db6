import { headerLimits } from '../domain/header-lines.ts'

export type CollectedHeader = {
  /** the header block with the blank line that ends it, if there was one */
  readonly block: Uint8Array
  /** what of the body came with the same chunk */
  readonly rest: Uint8Array
}

export type HeaderCollector = {
  /** Null while the block goes on; a problem as soon as it has passed 256 KB or 2,000 lines. */
  push(bytes: Uint8Array): CollectedHeader | 'too-large' | 'too-many-lines' | null
  /** The message ended without a body. */
  end(): CollectedHeader
}

const lineFeed = 10
const carriageReturn = 13

/** Holds back a message's header block (RFC 5322 2.1) until its blank line; lines must end in CRLF already. */
export function createHeaderCollector(): HeaderCollector {
  let buffer = Buffer.alloc(8_192)
  let length = 0
  let lines = 0
  let lineStart = 0

  return {
    push(bytes) {
      const scanFrom = length
      buffer = withRoom(buffer, length, bytes.length)
      buffer.set(bytes, length)
      length += bytes.length
      const filled = buffer.subarray(0, length)
      for (let at = filled.indexOf(lineFeed, scanFrom); at >= 0; at = filled.indexOf(lineFeed, at + 1)) {
        const blank = at - lineStart === 1 && filled[lineStart] === carriageReturn
        lineStart = at + 1
        if (lineStart > headerLimits.bytes) return 'too-large'
        if (blank) return { block: filled.subarray(0, lineStart), rest: filled.subarray(lineStart) }
        lines += 1
        if (lines > headerLimits.lines) return 'too-many-lines'
      }
      return length > headerLimits.bytes ? 'too-large' : null
    },
    end: () => ({ block: buffer.subarray(0, length), rest: buffer.subarray(length, length) }),
  }
}

/** Doubles, so that a client that sends byte by byte costs no more than one that sends all at once. */
function withRoom(buffer: Buffer<ArrayBuffer>, length: number, more: number): Buffer<ArrayBuffer> {
  if (length + more <= buffer.length) return buffer
  const larger = Buffer.alloc(Math.max(buffer.length * 2, length + more))
  buffer.copy(larger, 0, 0, length)
  return larger
}
