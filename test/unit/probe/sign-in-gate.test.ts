import { describe, expect, it } from 'vitest'
import { openSignInGate, type SignInRefusal } from '../../../relay/probe/sign-in-gate.ts'

const never = new AbortController().signal
const wrong: SignInRefusal = { verdict: 'credentials-refused', reply: '535 no' }

describe('sign-ins of one connection check', () => {
  it('stop after one refusal, and the other ports hear what was said', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 8 }, () => gate.enter(never))
    expect(await turns[0]).toBe('go')
    gate.leave(wrong)
    expect(await Promise.all(turns.slice(1))).toEqual(Array.from({ length: 7 }, () => ({ refused: wrong })))
  })

  it('all go on once one was accepted, whatever is refused after that', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 8 }, () => gate.enter(never))
    gate.leave('accepted')
    expect(await Promise.all(turns)).toEqual(Array.from({ length: 8 }, () => 'go'))
    gate.leave(wrong)
    expect(await gate.enter(never)).toBe('go')
  })

  it('that learned nothing about the password make room for the next, one at a time', async () => {
    const gate = openSignInGate()
    const turns = Array.from({ length: 3 }, () => gate.enter(never))
    await turns[0]
    gate.leave('unknown')
    expect(await turns[1]).toBe('go')
    gate.leave(wrong)
    expect(await turns[2]).toEqual({ refused: wrong })
  })

  it('that get no answer hold nobody up for long', async () => {
    const gate = openSignInGate(20)
    await gate.enter(never)
    expect(await gate.enter(never)).toBe('go')
  })

  it('wait no longer than their check', async () => {
    const gate = openSignInGate()
    const over = new AbortController()
    await gate.enter(never)
    const late = gate.enter(over.signal)
    over.abort()
    expect(await late).toBe('too-late')
  })
})
