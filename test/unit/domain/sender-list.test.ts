import { describe, expect, it } from 'vitest'
import { parseDomainList, parseSenderList, writeList } from '../../../relay/domain/sender-list.ts'
import { correctedEntry, correctLists } from '../../../relay/domain/sender-list-correction.ts'

function domainsOf(text: string): readonly string[] | string {
  const list = parseDomainList(text)
  return list.ok ? list.value.map((entry) => entry.text) : list.problem.map(({ reason }) => reason).join(' ')
}

function sendersOf(text: string): readonly string[] | string {
  const list = parseSenderList(text)
  return list.ok ? list.value.map((entry) => entry.text) : list.problem.map(({ reason }) => reason).join(' ')
}

describe('the authorized domains', () => {
  it('are tidied: spaces, blanks, a semicolon at the end, upper case, doubles', () => {
    expect(domainsOf(' YourCompany.com ;; marketing.yourcompany.com;yourcompany.COM ; ')).toEqual([
      'yourcompany.com',
      'marketing.yourcompany.com',
    ])
    expect(domainsOf('')).toEqual([])
    expect(domainsOf(' ; ;')).toEqual([])
  })

  it('are compared as A-labels: the two ways to write one domain are doubles', () => {
    const list = parseDomainList('bücher.example;xn--bcher-kva.example;BÜCHER.example')
    expect(list).toEqual({ ok: true, value: [{ text: 'bücher.example', domain: 'xn--bcher-kva.example' }] })
  })

  it('are written with semicolons and nothing at the ends', () => {
    expect(writeList([{ text: 'a.example' }, { text: 'b.example' }])).toBe('a.example;b.example')
  })

  it('name every bad entry, in order', () => {
    expect(domainsOf('www.a.example; good.example; info@b.example; com')).toBe(
      'www address-among-domains public-suffix',
    )
  })

  it('of which there are 2,000 are read at once', () => {
    const text = Array.from({ length: 2_000 }, (_, at) => `Firm${at}.example.com`).join(' ; ')
    expect(domainsOf(text)).toHaveLength(2_000)
  })
})

describe('the authorized senders', () => {
  it('are tidied alike', () => {
    expect(sendersOf(' Info@Partner.example;info@partner.example; b@c.example;')).toEqual([
      'info@partner.example',
      'b@c.example',
    ])
  })
})

describe.each([
  ['authorizedDomains', 'a.example,b.example', 'comma', 'a.example;b.example'],
  ['authorizedDomains', 'a.example b.example', 'spaces', 'a.example;b.example'],
  ['authorizedDomains', 'a.example\nb.example', 'spaces', 'a.example;b.example'],
  ['authorizedDomains', 'www.firm.example', 'www', 'firm.example'],
  ['authorizedDomains', 'https://www.firm.example/shop?x=1', 'url', 'firm.example'],
  ['authorizedDomains', 'firm.example/', 'url', 'firm.example'],
  ['authorizedDomains', 'info@firm.example', 'address-among-domains', 'info@firm.example'],
  ['authorizedDomains', '@firm.example', 'address-among-domains', 'firm.example'],
  ['authorizedDomains', '*@firm.example', 'address-among-domains', 'firm.example'],
  ['authorizedDomains', '*.firm.example', 'bad-domain', 'firm.example'],
  ['authorizedDomains', 'firm.example.', 'bad-domain', 'firm.example'],
  ['authorizedDomains', 'firm', 'bad-domain', ''],
  ['authorizedDomains', 'fi_rm.example', 'bad-domain', ''],
  ['authorizedDomains', '192.168.1.1', 'bad-domain', ''],
  ['authorizedDomains', '.com', 'public-suffix', ''],
  ['authorizedDomains', 'co.uk', 'public-suffix', ''],
  ['authorizedDomains', 'com', 'public-suffix', ''],
  ['authorizedSenders', 'a@b.example,c@d.example', 'comma', 'a@b.example;c@d.example'],
  ['authorizedSenders', 'a@b.example c@d.example', 'spaces', 'a@b.example;c@d.example'],
  ['authorizedSenders', 'mailto:a@b.example', 'url', 'a@b.example'],
  ['authorizedSenders', 'Firm Ltd <info@firm.example>', 'name-beside-address', 'info@firm.example'],
  ['authorizedSenders', 'firm.example', 'domain-among-senders', 'firm.example'],
  ['authorizedSenders', '*@firm.example', 'domain-among-senders', 'firm.example'],
  ['authorizedSenders', 'info@co.uk', 'public-suffix', ''],
  ['authorizedSenders', 'info@firm.example.', 'bad-address', 'info@firm.example'],
  ['authorizedSenders', 'a@b@c.example', 'bad-address', ''],
] as const)('%s with %j', (list, text, reason, corrected) => {
  const parse = list === 'authorizedDomains' ? parseDomainList : parseSenderList
  const found = parse(text)
  const problem = found.ok ? undefined : found.problem[0]

  it(`is refused with the one reason ${reason}`, () => {
    expect(found.ok ? [] : found.problem.map((one) => one.reason)).toEqual([reason])
    expect(problem?.list).toBe(list)
  })

  it(`becomes ${corrected === '' ? 'nothing' : corrected} at one press, and is then in order`, () => {
    if (!problem) throw new Error('nothing to correct')
    const lists = { authorizedDomains: '', authorizedSenders: '', [list]: text }
    const after = correctLists(lists, problem)
    expect(`${after.authorizedDomains}${after.authorizedSenders}`).toBe(corrected)
    expect(parseDomainList(after.authorizedDomains).ok).toBe(true)
    expect(parseSenderList(after.authorizedSenders).ok).toBe(true)
    if (reason !== 'comma') expect(correctedEntry(problem)).toBe(corrected)
  })
})

describe('a correction', () => {
  it('touches its own entry only', () => {
    const lists = {
      authorizedDomains: 'a.example; www.b.example; c.example',
      authorizedSenders: 'x@y.example',
    }
    const after = correctLists(lists, { list: 'authorizedDomains', reason: 'www', entry: 'www.b.example' })
    expect(after).toEqual({
      authorizedDomains: 'a.example;b.example;c.example',
      authorizedSenders: 'x@y.example',
    })
  })

  it('moves an address from the domains to the senders, behind those that are there', () => {
    const lists = { authorizedDomains: 'a.example;info@b.example', authorizedSenders: 'x@y.example' }
    const after = correctLists(lists, {
      list: 'authorizedDomains',
      reason: 'address-among-domains',
      entry: 'info@b.example',
    })
    expect(after).toEqual({ authorizedDomains: 'a.example', authorizedSenders: 'x@y.example;info@b.example' })
  })
})
