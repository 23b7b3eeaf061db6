import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReplyReader, maxReplyBytes, type Reply } from '../../../relay/delivery/upstream-replies.ts'

/** Everything that was read of these pieces, and the fault that ended it. */
function read(pieces: readonly Buffer[]): { replies: readonly Reply[]; fault: string | null } {
  const replies: Reply[] = []
  const take = createReplyReader((reply) => replies.push(reply))
  for (const piece of pieces) {
    const fault = take(piece)
    if (fault) return { replies, fault }
  }
  return { replies, fault: null }
}

const whole = (text: string, charset: BufferEncoding = 'utf8') => read([Buffer.from(text, charset)])

const word = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ' ').trimEnd())
const reply = fc.record({
  code: fc.integer({ min: 200, max: 599 }),
  lines: fc.array(word, { minLength: 1, maxLength: 4 }),
})

describe('the answers of a server', () => {
  it('are the same however their bytes are cut', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 4 }), cuts, (sent, places) => {
        const bytes = Buffer.concat(sent.map(wire))
        const pieces: Buffer[] = []
        const sorted = places.map((place) => Math.min(place, bytes.length)).toSorted((a, b) => a - b)
        let from = 0
        for (const place of [...sorted, bytes.length]) {
          pieces.push(bytes.subarray(from, place))
          from = place
        }
        const told = read(pieces)
        expect(told.fault).toBeNull()
        expect(told.replies).toEqual(read([bytes]).replies)
        expect(told.replies.map(({ code }) => code)).toEqual(sent.map(({ code }) => code))
      }),
    )
  })

  it('are understood byte by byte', () => {
    const bytes = Buffer.from('250-first\r\n250-2.0.0 jürgen\r\n250\r\n354 go on\r\n')
    const told = read([...bytes].map((byte) => Buffer.of(byte)))
    expect(told).toEqual({
      fault: null,
      replies: [
        { code: 250, text: '250-first\n250-2.0.0 jürgen\n250' },
        { code: 354, text: '354 go on' },
      ],
    })
  })

  it('may be in any charset, end with a bare LF, and have blank lines between them', () => {
    expect(whole('550 caf\u00e9\n', 'latin1').replies).toEqual([{ code: 550, text: '550 caf\u00e9' }])
    expect(whole('\r\n\r\n250 ok\r\n').replies).toEqual([{ code: 250, text: '250 ok' }])
  })

  it.each([
    'hello\r\n',
    '25 short\r\n',
    '2500 long\r\n',
    '150 one\r\n',
    '600 six\r\n',
    '250+ok\r\n',
    '250-a\r\n550 b\r\n',
    '250-a\r\n\r\n',
  ])('are not %j', (text) => {
    expect(whole(text)).toEqual({ fault: 'garbage', replies: [] })
  })

  it('have an end: neither a line nor an answer of ever more lines is kept', () => {
    expect(whole('2'.repeat(maxReplyBytes + 1)).fault).toBe('too-long')
    expect(whole('250-and\r\n'.repeat(maxReplyBytes / 7)).fault).toBe('too-long')
    const long = whole(`550 ${'x'.repeat(60_000)}\r\n`)
    expect(long.fault).toBeNull()
    expect(long.replies[0]?.text).toHaveLength(2000)
  })
})

function wire({ code, lines }: { code: number; lines: readonly string[] }): Buffer {
  const last = lines.length - 1
  return Buffer.from(lines.map((line, index) => `${code}${index === last ? ' ' : '-'}${line}\r\n`).join(''))
}
