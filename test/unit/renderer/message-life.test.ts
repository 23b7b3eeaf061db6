import { describe, expect, it } from 'vitest'
import { formerFrom, lifeOf, type MessageDetail } from '../../../renderer/state/message-life.ts'
import { message } from '../../support/window-scenarios.ts'

const at = (minute: number): string => `2026-03-30T10:0${minute}:00.000Z`
const detail: MessageDetail = {
  summary: message('1', 'sent'),
  headers: '',
  attempts: [
    { at: at(0), outcome: 'from-rewritten', stage: 'received', reply: 'visitor@mail.example' },
    { at: at(1), outcome: 'deferred', stage: 'rcpt', reply: '451 4.3.0 Later' },
    { at: at(4), outcome: 'delivered', stage: 'data', reply: '250 2.0.0 Ok' },
  ],
  actions: [
    { at: at(2), action: 'held', by: 'person' },
    { at: at(3), action: 'released', by: 'command' },
  ],
}

describe("a message's life", () => {
  it('is attempts and what was done to it, in the order of time', () => {
    expect(
      lifeOf(detail).map((step) => (step.kind === 'attempt' ? step.attempt.outcome : step.done.action)),
    ).toEqual(['deferred', 'held', 'released', 'delivered'])
  })

  it('tells which From the relay has changed, apart from the attempts', () => {
    expect(formerFrom(detail)).toBe('visitor@mail.example')
    expect(formerFrom({ ...detail, attempts: detail.attempts.slice(1) })).toBeNull()
  })
})
