import { describe, expect, it } from 'vitest'
import { asked, confirmedInMailUp, notVerified, seenInDns } from '../../../relay/domain/verification.ts'
import {
  type EntryLists,
  statesAfterEdit,
  unverifiedEntriesOf,
  verifiedEntries,
  withNextStates,
} from '../../../relay/domain/verified-entries.ts'

const now = Date.parse('2026-03-04T05:06:07.000Z')
const lists = (authorizedDomains: string, authorizedSenders = ''): EntryLists => ({
  authorizedDomains,
  authorizedSenders,
})
const verified = confirmedInMailUp(notVerified, now)
const edit = (alreadyVerified = false) => ({ alreadyVerified, nowMs: now })

describe('The states of a user’s entries', () => {
  it('are found by what is compared: international domains by their A-labels, addresses by small letters', () => {
    const states = { 'xn--bcher-kva.example': verified, 'info@xn--bcher-kva.example': verified }
    expect(verifiedEntries(lists('bücher.example', 'Info@BÜCHER.example'), states)).toEqual([
      { list: 'domains', entry: 'bücher.example', key: 'xn--bcher-kva.example', state: verified },
      { list: 'senders', entry: 'info@bücher.example', key: 'info@xn--bcher-kva.example', state: verified },
    ])
  })

  it('that nobody wrote down are not verified', () => {
    expect(verifiedEntries(lists('firm.example'), {})).toMatchObject([{ state: notVerified }])
  })

  it('of a user from before there were any are carried over', () => {
    expect(verifiedEntries(lists('firm.example'), undefined)).toMatchObject([
      { state: { state: 'carried-over', at: null } },
    ])
  })

  it('of a domain are not those of an address at it', () => {
    const states = { 'firm.example': verified }
    expect(unverifiedEntriesOf(lists('firm.example', 'info@firm.example'), states)).toEqual({
      domains: [],
      senders: ['info@firm.example'],
    })
  })
})

describe('What the relay is told to let authorize nothing', () => {
  it('is everything that is not verified or waits for its code', () => {
    const states = {
      'a.example': seenInDns(notVerified, 'dns-txt', now),
      'x@d.example': asked(notVerified, { codeHash: 'h', messageId: 'm' }, now),
      'y@d.example': verified,
    }
    expect(unverifiedEntriesOf(lists('a.example;B.example', 'x@d.example;y@d.example'), states)).toEqual({
      domains: ['b.example'],
      senders: ['x@d.example'],
    })
  })

  it('is nothing of a user from before', () => {
    expect(unverifiedEntriesOf(lists('firm.example', 'x@d.example'), undefined)).toEqual({
      domains: [],
      senders: [],
    })
  })

  it('is found quickly for 2,000 entries', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `x${at}@firm${at}.example`).join(';')
    const startedMs = performance.now()
    expect(unverifiedEntriesOf(lists('', many), {}).senders).toHaveLength(2_000)
    expect(performance.now() - startedMs).toBeLessThan(500)
  })
})

describe('An edit of the lists', () => {
  const before = { ...lists('a.example', 'x@d.example'), states: { 'a.example': verified } }

  it('leaves what stays as it was, and what is new unverified', () => {
    expect(statesAfterEdit(before, lists('A.example;new.example', 'x@d.example'), edit())).toEqual({
      'a.example': verified,
      'x@d.example': notVerified,
      'new.example': notVerified,
    })
  })

  it('records the word of who says that what is new is verified in MailUp, about nothing else', () => {
    const states = statesAfterEdit(before, lists('a.example;new.example', 'x@d.example'), edit(true))
    expect(states['new.example']).toEqual({
      state: 'verified',
      how: 'confirmed-in-mailup',
      at: '2026-03-04T05:06:07.000Z',
    })
    expect(states['x@d.example']).toEqual(notVerified)
  })

  it('forgets what was removed: put in again, it starts anew', () => {
    const without = statesAfterEdit(before, lists('', 'x@d.example'), edit())
    expect(without).toEqual({ 'x@d.example': notVerified })
    const again = statesAfterEdit({ ...lists('', 'x@d.example'), states: without }, before, edit())
    expect(again['a.example']).toEqual(notVerified)
  })

  it('of a user from before writes down what was carried over, and only that', () => {
    const old = { ...before, states: undefined }
    expect(statesAfterEdit(old, lists('a.example;new.example'), edit())).toEqual({
      'a.example': { state: 'carried-over', at: null },
      'new.example': notVerified,
    })
  })
})

describe('A change of some states', () => {
  it('touches no other, and writes down what was carried over', () => {
    const states = withNextStates(lists('a.example;b.example'), undefined, ['b.example'], () => verified)
    expect(states).toEqual({ 'a.example': { state: 'carried-over', at: null }, 'b.example': verified })
  })

  it('brings back nothing that was removed from the lists meanwhile', () => {
    expect(withNextStates(lists('a.example'), {}, ['gone.example'], () => verified)).toEqual({
      'a.example': notVerified,
    })
  })
})
