import { describe, expect, it } from 'vitest'
import {
  createMessageNumbers,
  messageIdText,
  messageNumber,
  numberOfTime,
} from '../../../relay/queue/message-id.ts'

describe('message ids', () => {
  it('grow, also in one millisecond and when the clock jumps back', () => {
    let nowMs = Date.UTC(2026, 0, 1)
    const next = createMessageNumbers(() => nowMs, 0)
    const numbers = Array.from({ length: 10_000 }, () => next())
    nowMs -= 10 * 365 * 86_400_000
    numbers.push(next(), next())
    for (const [index, number] of numbers.entries()) {
      expect(number).toBeGreaterThan(numbers[index - 1] ?? 0)
      expect(Number.isSafeInteger(number)).toBe(true)
    }
    const texts = numbers.map(messageIdText)
    expect(texts.toSorted()).toEqual(texts)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('go on after the newest there is', () => {
    const newest = numberOfTime(Date.UTC(2080, 0, 1))
    expect(createMessageNumbers(() => Date.UTC(2026, 0, 1), newest)()).toBe(newest + 1)
  })

  it('are short, safe in a URL, and read back', () => {
    const number = createMessageNumbers(() => Date.UTC(2088, 0, 1), 0)()
    const text = messageIdText(number)
    expect(text).toMatch(/^[0-9a-z]{11}$/)
    expect(messageNumber(text)).toBe(number)
  })

  it('are nothing else', () => {
    for (const text of [
      '',
      'abc',
      '../relay.db',
      '0000000000u',
      '000000000000',
      'ZZZZZZZZZZZ',
      'zzzzzzzzzzz',
    ]) {
      expect(messageNumber(text)).toBeNull()
    }
  })
})
