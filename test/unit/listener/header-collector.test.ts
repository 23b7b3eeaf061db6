import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHeaderCollector } from '../../../relay/listener/header-collector.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('the header collector', () => {
  it('cuts at the first blank line, however the bytes are cut into chunks', () => {
    const header = 'From: a@b.example\r\nSubject: long\r\n folded\r\n\r\n'
    const message = bytes(`${header}body\r\n\r\nmore\r\n`)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sizes) => {
        const collector = createHeaderCollector()
        let at = 0
        for (let turn = 0; at < message.length; turn += 1) {
          const chunk = message.subarray(at, at + (sizes[turn % sizes.length] ?? 1))
          at += chunk.length
          const collected = collector.push(chunk)
          if (collected === null) continue
          if (typeof collected === 'string') throw new Error(collected)
          expect(Buffer.from(collected.block).toString('latin1')).toBe(header)
          expect(Buffer.from(collected.rest)).toEqual(message.subarray(header.length, at))
          return
        }
        throw new Error('no end was found')
      }),
    )
  })

  it('gives what there is when a message has no body, and an empty block when it begins with a blank line', () => {
    const headerOnly = createHeaderCollector()
    expect(headerOnly.push(bytes('From: a@b.example\r\n'))).toBeNull()
    expect(Buffer.from(headerOnly.end().block).toString()).toBe('From: a@b.example\r\n')
    expect(createHeaderCollector().push(bytes('\r\nbody'))).toMatchObject({ block: bytes('\r\n') })
  })

  it('stops at 256 KB and at 2,000 lines, and not before', () => {
    const line = `X: ${'x'.repeat(121)}\r\n`
    expect(line).toHaveLength(126)
    const tooLarge = createHeaderCollector()
    expect(tooLarge.push(bytes(`X: ${'x'.repeat(262_141)}`))).toBeNull()
    expect(tooLarge.push(bytes('x'))).toBe('too-large')
    expect(createHeaderCollector().push(bytes('X: 1\r\n'.repeat(2_000)))).toBeNull()
    expect(createHeaderCollector().push(bytes('X: 1\r\n'.repeat(2_001)))).toBe('too-many-lines')
    expect(createHeaderCollector().push(bytes(`${line.repeat(2_000)}\r\nbody`))).toMatchObject({
      rest: bytes('body'),
    })
  })

  it('costs a byte-by-byte sender no more than any other', () => {
    const collector = createHeaderCollector()
    const one = bytes('x')
    const began = performance.now()
    for (let sent = 0; sent < 262_144; sent += 1) collector.push(one)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
