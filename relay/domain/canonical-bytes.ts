/**
 * Makes line ends canonical while a message streams in (RFC 5321, 2.3.8), so that what is checked is what is stored
 * and sent. `fault` is set once and stays: the caller refuses the message at the end of its data.
 */
export type Canonicalizer = {
  /** Bytes with every bare LF as CRLF. The same chunk comes back when there is nothing to change. */
  push(chunk: Uint8Array): Uint8Array
  /** To be called after the last chunk: a CR may still wait for its LF. */
  end(): void
  readonly fault: 'bare-cr' | 'nul' | null
}

const carriageReturn = 13
const lineFeed = 10

/** State is carried across chunks: a CR at the end of one and its LF at the start of the next are one line end. */
export function createCanonicalizer(): Canonicalizer {
  let fault: 'bare-cr' | 'nul' | null = null
  let afterCarriageReturn = false

  return {
    push(chunk) {
      let bareLineFeeds = 0
      let previousIsReturn = afterCarriageReturn
      for (const byte of chunk) {
        if (byte === lineFeed) {
          if (!previousIsReturn) bareLineFeeds += 1
        } else if (previousIsReturn) fault ??= 'bare-cr'
        if (byte === 0) fault ??= 'nul'
        previousIsReturn = byte === carriageReturn
      }
      const canonical = bareLineFeeds === 0 ? chunk : withReturns(chunk, bareLineFeeds, afterCarriageReturn)
      afterCarriageReturn = previousIsReturn
      return canonical
    },
    end() {
      if (afterCarriageReturn) fault ??= 'bare-cr'
      afterCarriageReturn = false
    },
    get fault() {
      return fault
    },
  }
}

function withReturns(chunk: Uint8Array, missing: number, startsAfterReturn: boolean): Uint8Array {
  const output = new Uint8Array(chunk.length + missing)
  let length = 0
  let previousIsReturn = startsAfterReturn
  for (const byte of chunk) {
    if (byte === lineFeed && !previousIsReturn) {
      output[length] = carriageReturn
      length += 1
    }
    output[length] = byte
    length += 1
    previousIsReturn = byte === carriageReturn
  }
  return output
}
