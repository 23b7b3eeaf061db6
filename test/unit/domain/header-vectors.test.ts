import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import { policyOf } from './policy-of.ts'

const file = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      why: z.string(),
      expected: z.enum(['accept', 'refuse']),
      /** the decision's fault, or else its reason */
      reason: z.string().optional(),
      base64: z.string(),
    }),
  ),
})

const policy = policyOf({ authorizedSenders: 'user@good.example' })

function vectorsIn(name: string): z.infer<typeof file>['vectors'] {
  return file.parse(JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8')))
    .vectors
}

describe.each(['from-headers.json', 'own-headers.json'])('messages of %s', (name) => {
  it.each(vectorsIn(name))('$expected $id: $why', ({ base64, expected, reason }) => {
    const decision = judgeMessage(policy, 'user@good.example', Buffer.from(base64, 'base64'))
    const found = decision.fault ?? decision.reason
    expect({ answer: decision.decision === 'allow' ? 'accept' : 'refuse', found }).toEqual({
      answer: expected,
      found: reason ?? found,
    })
  })
})
