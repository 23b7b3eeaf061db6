import { describe, expect, it } from 'vitest'
import { codeDigits, codeInGroups } from '../../../renderer/state/code-groups.ts'
import {
  addedEntries,
  entryFor,
  filterEntries,
  listsWithout,
  unverifiedOf,
} from '../../../renderer/state/entries.ts'
import { heldSender } from '../../../renderer/state/held-sender.ts'
import { matchNow, maySendNow } from '../../../renderer/state/may-send.ts'
import { nearestDomain } from '../../../renderer/state/nearest-domain.ts'
import { entryView, verifiedBy } from '../../support/entry-views.ts'

const user = {
  authorizedDomains: 'firm.example;bücher.example',
  authorizedSenders: 'info@partner.example;anna@firm.example',
  entries: [
    { ...entryView('firm.example'), ...verifiedBy('dns-txt') },
    entryView('bücher.example'),
    entryView('info@partner.example'),
    { ...entryView('anna@firm.example'), ...verifiedBy('code') },
  ],
}
const named = (entries: readonly { readonly entry: string }[]): readonly string[] =>
  entries.map(({ entry }) => entry)

describe('the entries of a user', () => {
  it('authorize nothing before they are verified', () => {
    expect(named(unverifiedOf(user.entries))).toEqual(['bücher.example', 'info@partner.example'])
    expect(maySendNow(user, 'bob@firm.example')).toBe(true)
    expect(maySendNow(user, 'info@partner.example')).toBe(false)
    expect(matchNow(user, 'x@xn--bcher-kva.example')).toEqual({
      found: 'not-verified',
      entry: 'bücher.example',
    })
  })

  it('are found by the address that needs them, in any case, the address before its domain', () => {
    expect(entryFor(user, 'INFO@partner.example')?.entry).toBe('info@partner.example')
    expect(entryFor(user, 'anna@firm.example')?.entry).toBe('anna@firm.example')
    expect(entryFor(user, 'x@xn--bcher-kva.example')?.entry).toBe('bücher.example')
    expect(entryFor(user, 'x@other.example')).toBeUndefined()
    expect(entryFor(user, 'not an address')).toBeUndefined()
  })

  it('are told from those that a save would add', () => {
    expect(
      addedEntries(user, { ...user, authorizedSenders: 'info@partner.example;new@firm.example' }),
    ).toEqual(['new@firm.example'])
  })

  it('can be searched and narrowed', () => {
    expect(named(filterEntries(user.entries, ' FIRM ', false))).toEqual(['firm.example', 'anna@firm.example'])
    expect(named(filterEntries(user.entries, '', true))).toEqual(['bücher.example', 'info@partner.example'])
  })

  it('leave the list they are in, and no other', () => {
    const [domain, , sender] = user.entries
    if (!domain || !sender) throw new Error('the user above has both')
    expect(listsWithout(user, domain)).toMatchObject({ authorizedDomains: 'bücher.example' })
    expect(listsWithout(user, sender)).toMatchObject({
      authorizedDomains: user.authorizedDomains,
      authorizedSenders: 'anna@firm.example',
    })
  })

  it('of a subdomain: the domain people think covers it is named', () => {
    expect(nearestDomain(user, 'x@sub.firm.example')).toBe('firm.example')
    expect(nearestDomain(user, 'x@notfirm.example')).toBeNull()
    expect(nearestDomain(user, 'x@firm.example')).toBeNull()
  })
})

describe('why the rules hold a message', () => {
  const held = (mailFrom: string, headers: string): unknown => {
    const sender = heldSender(user, mailFrom, headers)
    return sender && [sender.identity, sender.address.text, sender.found]
  }

  it('is the first of its senders that is missing or not verified', () => {
    expect(held('x@other.example', 'From: bob@firm.example\r\n')).toEqual([
      'mail-from',
      'x@other.example',
      'nothing',
    ])
    expect(held('bob@firm.example', 'From: Info <info@partner.example>\r\n')).toEqual([
      'header-from',
      'info@partner.example',
      'not-verified',
    ])
    expect(held('', 'From: bob@firm.example\r\nSender: y@other.example\r\n')).toEqual([
      'sender',
      'y@other.example',
      'nothing',
    ])
  })

  it('is not to be seen here when all of them may send, as under narrower rules of a sign-in', () => {
    expect(held('bob@firm.example', 'From: bob@firm.example\r\n')).toBeNull()
  })
})

describe('a code from a mail', () => {
  it('is set in its two groups, however it was typed or pasted', () => {
    expect(codeInGroups('k7qf')).toBe('K7QF')
    expect(codeInGroups('k7qf2')).toBe('K7QF-2')
    expect(codeInGroups(' K7QF – 2mxa ')).toBe('K7QF-2MXA')
    expect(codeInGroups('K7QF2MXA9')).toBe('K7QF-2MXA')
    expect(codeDigits('k7qf-2mxa')).toBe('K7QF2MXA')
  })
})
