import { describe, expect, it } from 'vitest'
import { obstacleOf, obstacleSentence } from '../../../relay/commands/queue-obstacle.ts'
import { listedMessage, messageLine, messageText } from '../../../relay/commands/queue-words.ts'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'

const at = '2026-03-02T08:30:00.000Z'

function message(changes: Partial<MessageSummary> = {}): MessageSummary {
  return {
    id: '0abcdefghjk',
    state: 'waiting',
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@firm.example',
    recipients: ['ann@customer.example', 'bob@customer.example', 'eve@customer.example'],
    subject: 'Invoice 7',
    bytes: 1234,
    attempts: 1,
    queuedAt: at,
    changedAt: at,
    nextAttemptAt: at,
    reply: '451 4.3.0 later',
    holdReason: null,
    ...changes,
  }
}

describe('a message on one line', () => {
  it('says who, to whom, how big, how often, when next, and what the server said', () => {
    expect(messageLine(message(), Date.parse(at) - 1)).toBe(
      `0abcdefghjk  waiting    info@firm.example to ann@customer.example and 2 more, 1234 bytes, 1 attempt, next ${at}, 451 4.3.0 later`,
    )
    expect(messageLine(message({ reply: '' }), Date.parse(at))).toMatch(/, 1 attempt, due$/)
    const held = message({
      state: 'held',
      nextAttemptAt: null,
      mailFrom: '',
      reply: '',
      holdReason: 'by-hand',
    })
    expect(messageLine({ ...held, recipients: ['ann@customer.example'], attempts: 0 })).toBe(
      '0abcdefghjk  held       no sender to ann@customer.example, 1234 bytes, 0 attempts, by hand',
    )
  })

  it('stays one line, and gives the terminal no commands', () => {
    const line = messageLine(message({ reply: '550-no\r\n550 \u001B[2Jnever\u009B\u202E' }))
    expect(line).not.toContain('\n')
    expect(line).toContain('550-no 550 ?[2Jnever??')
  })

  it('is for scripts exactly the public fields', () => {
    expect(Object.keys(listedMessage(message()))).toEqual([
      'id',
      'state',
      'user',
      'login',
      'mailFrom',
      'recipients',
      'bytes',
      'attempts',
      'nextAttemptAt',
      'reply',
    ])
  })
})

describe('a whole message in words', () => {
  it('shows every recipient, every attempt and the header', () => {
    const attempts = [{ at, outcome: 'deferred', stage: 'message', reply: '451 4.3.0 later' }]
    const text = messageText({
      summary: message(),
      headers: 'Subject: Invoice 7\r\nX: \u001B]0;x\r\n\r\n',
      attempts,
      actions: [{ at, action: 'held', by: 'person' }],
    })
    expect(text).toContain('Recipient     eve@customer.example\n')
    expect(text).toContain(`Attempts:\n  ${at}  deferred (message): 451 4.3.0 later\n`)
    expect(text).toContain('Header:\nSubject: Invoice 7\nX: ?]0;x\n')
  })

  it('says so where there was no attempt yet, and where the header is gone', () => {
    const text = messageText({ summary: message(), headers: '', attempts: [], actions: [] })
    expect(text).toContain('No attempt yet.')
    expect(text).toContain('Its header is gone')
  })
})

describe('why an action does not apply', () => {
  const byRule = message({ state: 'held', holdReason: 'sender-not-authorized' })

  it.each([
    ['retry', null, 'no-such-message'],
    ['delete', message({ state: 'sending' }), 'being-sent'],
    ['retry', message({ state: 'held', holdReason: 'by-hand' }), 'on-hold'],
    ['hold', byRule, 'already-on-hold'],
    ['release', byRule, 'sender-not-authorized'],
    ['retry', byRule, 'sender-not-authorized'],
    ['release', message({ state: 'held', holdReason: 'user-inactive' }), 'user-inactive'],
    ['release', message(), 'not-on-hold'],
    ['release', message({ state: 'failed' }), 'not-on-hold'],
    ['hold', message({ state: 'failed' }), 'given-up'],
    ['retry', message({ state: 'sent' }), 'already-sent'],
    ['delete', byRule, 'changed-meanwhile'],
    ['retry', message({ state: 'uncertain' }), 'changed-meanwhile'],
  ] as const)('%s: %o is %s, in one sentence with its ID', (action, about, obstacle) => {
    expect(obstacleOf(action, about)).toBe(obstacle)
    const sentence = obstacleSentence(obstacle, '0abcdefghjk', about)
    expect(sentence).toContain('0abcdefghjk')
    expect(sentence).not.toContain('\n')
  })

  it('names the sender to authorize', () => {
    const sentence = obstacleSentence('sender-not-authorized', byRule.id, byRule)
    expect(sentence).toMatch(/info@firm\.example.*user office.*authorize the sender/)
  })
})
