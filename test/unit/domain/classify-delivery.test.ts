import { describe, expect, it } from 'vitest'
import { classifyDelivery } from '../../../relay/domain/classify-delivery.ts'
import type { DeliveryStage } from '../../../relay/domain/delivery-outcome.ts'
import { enhancedCode } from '../../../relay/domain/delivery-replies.ts'

const reply = (stage: DeliveryStage, text: string) =>
  classifyDelivery({ kind: 'reply', stage, code: Number.parseInt(text, 10), text })

describe('what becomes of a message', () => {
  it('is never given up for what happens before it was offered', () => {
    for (const stage of ['connect', 'greeting', 'starttls', 'auth'] as const) {
      for (const code of [200, 354, 421, 454, 500, 502, 504, 530, 534, 535, 550, 554]) {
        expect(reply(stage, `${code} no`).outcome).toMatch(/^(deferred|held)$/)
      }
    }
  })

  it('is delivered only by a 2xx to the whole message', () => {
    expect(reply('end-of-data', '250 2.0.0 ok').outcome).toBe('delivered')
    for (const stage of ['mail-from', 'rcpt', 'data'] as const) {
      expect(reply(stage, '250 ok').outcome).toBe('deferred')
    }
    expect(reply('end-of-data', '354 go on').outcome).toBe('deferred')
  })

  it('waits at every 4xx', () => {
    for (const stage of ['mail-from', 'rcpt', 'data', 'end-of-data'] as const) {
      for (const code of [421, 450, 451, 452]) expect(reply(stage, `${code} later`).outcome).toBe('deferred')
    }
  })

  it('is given up at a 5xx about the message, with the exceptions that are about the session', () => {
    for (const stage of ['mail-from', 'rcpt', 'data', 'end-of-data'] as const) {
      for (const code of [500, 501, 550, 551, 553, 554]) {
        expect(reply(stage, `${code} no`)).toEqual({ outcome: 'failed', reason: 'refused-by-server' })
      }
      for (const code of [530, 534, 535]) {
        expect(reply(stage, `${code} 5.7.0 sign in`)).toMatchObject({ hold: 'credentials-refused' })
      }
      expect(reply(stage, '503 5.5.1 order').outcome).toBe('deferred')
      expect(reply(stage, '525 no').outcome).toBe('held')
      expect(reply(stage, '550 5.7.13 account disabled')).toMatchObject({ hold: 'account-blocked' })
    }
  })

  it('takes 552 at RCPT as "too many recipients", elsewhere as too large', () => {
    expect(reply('rcpt', '552 5.5.3 too many').outcome).toBe('deferred')
    expect(reply('end-of-data', '552 5.2.2 mailbox full').outcome).toBe('failed')
  })

  it('is uncertain when the connection was lost after the last byte, and never before', () => {
    for (const stage of ['connect', 'greeting', 'starttls', 'auth', 'mail-from', 'rcpt', 'data'] as const) {
      expect(classifyDelivery({ kind: 'connection-lost', stage, text: 'lost' }).outcome).toBe('deferred')
    }
    expect(classifyDelivery({ kind: 'connection-lost', stage: 'end-of-data', text: 'lost' })).toEqual({
      outcome: 'uncertain',
    })
  })

  it('tells people of a server that is not there and of a certificate that is not right', () => {
    expect(classifyDelivery({ kind: 'unreachable', text: '' })).toEqual({
      outcome: 'deferred',
      alert: 'upstream-unreachable',
    })
    expect(classifyDelivery({ kind: 'certificate', text: '' })).toEqual({
      outcome: 'deferred',
      alert: 'certificate',
    })
  })

  it('reads the enhanced code where there is one', () => {
    expect(enhancedCode('550 5.1.1 nobody')).toBe('5.1.1')
    expect(enhancedCode('550-5.7.1 not\n550 5.7.1 you')).toBe('5.7.1')
    expect(enhancedCode('550 5.7.26')).toBe('5.7.26')
    for (const text of ['550 no', '550 3.1.1 no', '550 5.1 no', '5.1.1'])
      expect(enhancedCode(text)).toBeNull()
  })
})
