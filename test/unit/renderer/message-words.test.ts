import { describe, expect, it } from 'vitest'
import { startWords } from '../../../renderer/words/i18n.ts'
import { messageSentence } from '../../../renderer/words/message-words.ts'
import { isAboutConnection, replyMeaning } from '../../../renderer/words/reply-words.ts'
import { message } from '../../support/window-scenarios.ts'

const { t } = await startWords('en')
const now = Date.parse('2026-03-30T10:00:00Z')
const inTenMinutes = '2026-03-30T10:10:00.000Z'
const pace = { user: 'office', ratePerHour: 1200, boughtPerHour: 1200, waiting: 40, doneAt: inTenMinutes }
const sentence = (...part: Parameters<typeof message>): string =>
  messageSentence(
    t,
    message(...part),
    { pace: part[2]?.user === 'office' ? pace : null, unreachable: part[2]?.user === 'cut off' },
    'en',
    now,
  )

describe('where a message is, in a sentence', () => {
  it('says until about when mail that waits for its turn is out', () => {
    expect(sentence('1', 'waiting', { user: 'office' })).toMatch(/1,200 an hour leave.*about \d\d:\d\d/)
  })

  it('says when it is tried next, also where the pace is limited', () => {
    expect(sentence('1', 'waiting', { user: 'office', nextAttemptAt: inTenMinutes })).toMatch(/Next try at/)
    expect(sentence('1', 'waiting')).toMatch(/as soon as the server takes it/)
  })

  it('says of mail that is due and not tried by itself what it waits for', () => {
    expect(sentence('1', 'waiting', { user: 'cut off', attempts: 0 })).toMatch(
      /server of “cut off” can’t be reached just now.*follows as soon as one gets through/,
    )
    expect(sentence('1', 'waiting', { user: 'cut off', nextAttemptAt: inTenMinutes })).toMatch(/Next try at/)
  })

  it('tells an uncertain message that is sent again by itself from one that waits for a word', () => {
    expect(sentence('1', 'uncertain', { nextAttemptAt: inTenMinutes })).toMatch(/sent again by itself/)
    expect(sentence('1', 'uncertain')).toMatch(/send it again only if it did not/)
  })
})

describe("what a server's answer means", () => {
  it('is its cause and its cure', () => {
    expect(replyMeaning(t, '550 5.1.1 <nobody@customer.example>: Recipient address rejected')).toEqual({
      cause: 'The recipient’s server knows no such address.',
      cure: expect.stringContaining('typing errors'),
    })
  })

  it('is not told where all went well, or of what is no answer', () => {
    expect(replyMeaning(t, '250 2.0.0 Ok: queued as 4Z1xQ')).toBeNull()
    expect(replyMeaning(t, '')).toBeNull()
  })

  it('leads to the connection check where the way to the server is in doubt', () => {
    expect(isAboutConnection('connect ECONNREFUSED 127.0.0.1:2525')).toBe(true)
    expect(isAboutConnection('550 5.1.1 no such user')).toBe(false)
  })
})
