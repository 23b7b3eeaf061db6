import { describe, expect, it } from 'vitest'
import {
  headerProblemOf,
  headerProblemReasons,
  headerProblemSentence,
} from '../../../relay/domain/header-problem.ts'

describe('every fault of a header', () => {
  it.each(headerProblemReasons)(
    '%s has a sentence with a cure, in ASCII, short enough for a reply',
    (reason) => {
      const sentence = headerProblemSentence({ reason, field: 'X'.repeat(40) })
      expect(sentence).toMatch(/^[\x20-\x7e]+$/)
      expect(sentence.match(/[.:][ "]|\.$/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
      expect(`554 5.6.0 ${sentence}`.length).toBeLessThanOrEqual(200)
      expect(headerProblemSentence({ reason, field: '' })).not.toContain('  ')
    },
  )

  it.each(headerProblemReasons)('%s is read back from the reply that names it', (reason) => {
    for (const field of ['From', 'X-"a" header (b)']) {
      const found = headerProblemOf(`554 5.6.0 ${headerProblemSentence({ reason, field })}`)
      expect(found?.reason).toBe(reason)
      expect([field, '']).toContain(found?.field)
    }
    expect(headerProblemOf(headerProblemSentence({ reason, field: '' }))).toEqual({ reason, field: '' })
  })

  it('is none where a reply says something else', () => {
    expect(headerProblemOf('550 5.7.1 boss@bank.example may not send through SMTP+ user office.')).toBeNull()
    expect(headerProblemOf('')).toBeNull()
  })
})
