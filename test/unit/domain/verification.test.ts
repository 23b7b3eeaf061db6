import { describe, expect, it } from 'vitest'
import {
  asked,
  authorizes,
  codeLifetimeMs,
  codeTyped,
  confirmedInMailUp,
  type EntryState,
  entryState,
  notVerified,
  seenInDns,
} from '../../../relay/domain/verification.ts'

const now = Date.parse('2026-03-04T05:06:07.000Z')
const minute = 60_000
const code = { codeHash: 'hash of the first', messageId: 'm1' }
const waiting = asked(notVerified, code, now)
const right = (): boolean => true
const wrong = (): boolean => false
const carriedOver: EntryState = { state: 'carried-over', at: null }

function typedTimes(times: number, from: EntryState = waiting): EntryState {
  return Array.from({ length: times }).reduce<EntryState>((state) => codeTyped(state, wrong, now).state, from)
}

describe('An entry', () => {
  it.each([
    [notVerified, false],
    [waiting, false],
    [confirmedInMailUp(notVerified, now), true],
    [carriedOver, true],
  ])('authorizes only when it is verified or carried over (%#)', (state, expected) => {
    expect(authorizes(state)).toBe(expected)
    expect(entryState.parse(state)).toEqual(state)
  })
})

describe('A code that was asked for', () => {
  it('waits for half an hour and five tries', () => {
    expect(waiting).toEqual({
      state: 'waiting',
      at: '2026-03-04T05:06:07.000Z',
      expiresAt: '2026-03-04T05:36:07.000Z',
      triesLeft: 5,
      ...code,
    })
  })

  it('typed right verifies the address, at the last try and in the last moment too', () => {
    const late = now + codeLifetimeMs - 1
    expect(codeTyped(typedTimes(4), right, late)).toEqual({
      typed: { reason: 'verified' },
      state: { state: 'verified', how: 'code', at: new Date(late).toISOString() },
    })
  })

  it('is compared with the hash that was kept', () => {
    const hashes: string[] = []
    codeTyped(waiting, (hash) => hashes.push(hash) > 0, now)
    expect(hashes).toEqual(['hash of the first'])
  })

  it('typed wrong costs one try and says how many are left', () => {
    const { typed, state } = codeTyped(waiting, wrong, now)
    expect(typed).toEqual({ reason: 'wrong-code', triesLeft: 4 })
    expect(state).toEqual({ ...waiting, triesLeft: 4 })
  })

  it('is void after five wrong ones, the right one included', () => {
    expect(codeTyped(typedTimes(4), wrong, now).typed).toEqual({ reason: 'too-many-tries' })
    const spent = typedTimes(5)
    expect(codeTyped(spent, right, now)).toEqual({ typed: { reason: 'too-many-tries' }, state: spent })
  })

  it('is void after half an hour', () => {
    expect(codeTyped(waiting, right, now + codeLifetimeMs)).toEqual({
      typed: { reason: 'code-expired' },
      state: waiting,
    })
  })

  it('asked for again is a new one, with new tries and a new half hour, and the old one is void', () => {
    const again = asked(typedTimes(5), { codeHash: 'hash of the second', messageId: 'm2' }, now + 40 * minute)
    expect(again).toMatchObject({
      triesLeft: 5,
      expiresAt: '2026-03-04T06:16:07.000Z',
      codeHash: 'hash of the second',
      messageId: 'm2',
    })
    const isFirst = (hash: string): boolean => hash === 'hash of the first'
    expect(codeTyped(again, isFirst, now + 41 * minute).typed).toMatchObject({ reason: 'wrong-code' })
  })

  it('can’t be typed where none was asked for', () => {
    expect(codeTyped(notVerified, right, now)).toEqual({
      typed: { reason: 'no-code-asked' },
      state: notVerified,
    })
  })
})

describe('What is verified', () => {
  it('by a person’s word or by the DNS says so, and since when', () => {
    expect(confirmedInMailUp(notVerified, now)).toMatchObject({ how: 'confirmed-in-mailup' })
    expect(seenInDns(notVerified, 'dns-txt', now)).toMatchObject({ how: 'dns-txt' })
    expect(seenInDns(waiting, 'smtp-plus-dns', now)).toEqual({
      state: 'verified',
      how: 'smtp-plus-dns',
      at: '2026-03-04T05:06:07.000Z',
    })
  })

  it.each([['verified' as const], ['carried-over' as const]])('(%s) keeps how and since when', (which) => {
    const state = which === 'verified' ? seenInDns(notVerified, 'dns-txt', now) : carriedOver
    const later = now + minute
    expect(confirmedInMailUp(state, later)).toBe(state)
    expect(seenInDns(state, 'smtp-plus-dns', later)).toBe(state)
    expect(asked(state, code, later)).toBe(state)
    expect(codeTyped(state, wrong, later)).toEqual({ typed: { reason: 'already-verified' }, state })
  })
})
