import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDotStuffer, endOfMessage, NotCanonical } from '../../../relay/delivery/upstream-body.ts'

function sent(chunks: readonly Uint8Array[]): Buffer {
  const stuffer = createDotStuffer()
  const parts = chunks.map((chunk) => Buffer.from(stuffer.push(chunk)))
  stuffer.end()
  return Buffer.concat([...parts, endOfMessage])
}

/** What a strict server reads: lines that end with CRLF and nothing else; the rest after the end of the message. */
function received(wire: Buffer): { message: string; rest: string } {
  const lines = wire.toString('latin1').split('\r\n')
  const end = lines.indexOf('.')
  const taken = lines.slice(0, end).map((line) => `${line.startsWith('.') ? line.slice(1) : line}\r\n`)
  return { message: taken.join(''), rest: lines.slice(end + 1).join('\r\n') }
}

// Bytes of which accidents are made.
const line = fc.array(fc.constantFrom('.', '..', 'a', '\u00e9', ' ', 'MAIL FROM:<a@b.example>'), {
  maxLength: 5,
})
const body = fc
  .array(line, { maxLength: 8 })
  .map((lines) => lines.map((parts) => `${parts.join('')}\r\n`).join(''))

describe('the bytes of a message on their way out', () => {
  it('arrive as they are, and nothing within them ends it, wherever they are cut', () => {
    fc.assert(
      fc.property(body, (text) => {
        const bytes = Buffer.from(text, 'latin1')
        for (let cut = 0; cut <= bytes.length; cut++) {
          const wire = sent([bytes.subarray(0, cut), bytes.subarray(cut)])
          expect(wire).toEqual(sent([bytes]))
        }
        expect(received(sent([bytes]))).toEqual({ message: text, rest: '' })
        expect(/(?:^|\r\n)\.\r\n./s.test(sent([bytes]).toString('latin1'))).toBe(false)
      }),
    )
  })

  it('are not copied when nothing has to be doubled', () => {
    const bytes = Buffer.from('Subject: x\r\n\r\nplain\r\n')
    expect(createDotStuffer().push(bytes).buffer).toBe(bytes.buffer)
  })

  it.each(['a\rb\r\n', 'a\nb\r\n', '\r\n.\n\r\n', '\r\n.\r.\r\n', '\n', '\r\r\n', 'no end', 'half\r'])(
    'never leave with a lone CR or LF or without an end: %j',
    (text) => {
      const bytes = Buffer.from(text)
      for (let cut = 0; cut <= bytes.length; cut++) {
        expect(() => sent([bytes.subarray(0, cut), bytes.subarray(cut)])).toThrow(NotCanonical)
      }
    },
  )
})
