import { describe, expect, it } from 'vitest'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import { readHeaderVectors } from '../../support/header-vectors.ts'
import { policyOf } from './policy-of.ts'

const policy = policyOf({ authorizedSenders: 'user@good.example' })

describe.each(['from-headers', 'own-headers'] as const)('a message of %s', (name) => {
  it.each(readHeaderVectors(name))('$id, $why: $expected', ({ bytes, expected, reason }) => {
    const decision = judgeMessage(policy, 'user@good.example', bytes)
    const found = decision.fault ?? decision.reason
    expect({ answer: decision.decision === 'allow' ? 'accept' : 'refuse', found }).toEqual({
      answer: expected,
      found: reason ?? found,
    })
  })
})
