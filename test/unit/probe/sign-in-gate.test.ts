import { describe, expect, it } from 'vitest'
import { openSignInGate, type SignInRefusal } from '../../../relay/probe/sign-in-gate.ts'

const never = new AbortController().signal
const wrong: SignInRefusal = { verdict: 'credentials-refused', evidence: '535 no' }

describe('sign-ins of one connection check', () => {
  it('stop after three refusals, and the other ports hear what was said', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 8 }, () => gate.enter(never))
    await Promise.all(turns.slice(0, 3))
    for (const _ of [1, 2, 3]) gate.leave(wrong)
    expect(await Promise.all(turns)).toEqual([
      ...Array.from({ length: 3 }, () => 'go'),
      ...Array.from({ length: 5 }, () => ({ refused: wrong })),
    ])
  })

  it('all go on once one was accepted', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 8 }, () => gate.enter(never))
    gate.leave(wrong)
    gate.leave('accepted')
    expect(await Promise.all(turns)).toEqual(Array.from({ length: 8 }, () => 'go'))
  })

  it('that learned nothing about the password make room for another', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 4 }, () => gate.enter(never))
    gate.leave('unknown')
    expect(await turns[3]).toBe('go')
  })

  it('wait no longer than their check', async () => {
    const gate = openSignInGate()
    const over = new AbortController()
    await Promise.all(Array.from({ length: 3 }, () => gate.enter(never)))
    const late = gate.enter(over.signal)
    over.abort()
    expect(await late).toBe('too-late')
  })
})
