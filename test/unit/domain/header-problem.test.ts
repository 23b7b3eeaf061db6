import { describe, expect, it } from 'vitest'
import { type HeaderProblem, headerProblemSentence } from '../../../relay/domain/header-problem.ts'

describe('every fault of a header', () => {
  const reasons: readonly HeaderProblem['reason'][] = [
    ...([
      'too-large',
      'too-many-lines',
      'not-utf-8',
      'too-many-hops',
      'control-character',
      'bare-line-ending',
    ] as const),
    ...([
      'starts-folded',
      'blank-folded-line',
      'no-colon',
      'space-before-colon',
      'field-name-malformed',
    ] as const),
    ...([
      'line-too-long',
      'invisible-character',
      'missing',
      'repeated',
      'empty',
      'several-addresses',
      'group',
    ] as const),
    ...([
      'no-address',
      'address-malformed',
      'text-after-address',
      'comment-malformed',
      'quote-malformed',
    ] as const),
    ...(['name-not-quoted', 'name-holds-address', 'name-deceiving', 'encoded-word-unreadable'] as const),
  ]

  it.each(reasons)('%s has a sentence with a cure, in ASCII, short enough for a reply', (reason) => {
    const sentence = headerProblemSentence({ reason, field: 'X'.repeat(40) })
    expect(sentence).toMatch(/^[\x20-\x7e]+$/)
    expect(sentence.match(/[.:][ "]|\.$/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
    expect(`554 5.6.0 ${sentence}`.length).toBeLessThanOrEqual(200)
    expect(headerProblemSentence({ reason, field: '' })).not.toContain('  ')
  })
})
