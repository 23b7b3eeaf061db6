import { describe, expect, it } from 'vitest'
import { dnsResolvers } from '../../../relay/probe/dns-resolver.ts'
import { checkDomainOwnership } from '../../../relay/probe/domain-ownership.ts'
import { type DnsZone, startDnsServer } from '../../support/dns-server.ts'

const record = 'smtp-plus-companion=0123456789abcdef0123456789abcdef'
const dkim = (key: string, target = `${key}.dkim.musvc.com`): DnsZone => ({
  [`${key}._domainkey.firm.example`]: { cname: target },
})
const spf = 'v=spf1 a mx include:musvc.com ~all'
const smtpPlus = { 'firm.example': { txt: [[spf]] }, ...dkim('ml01'), ...dkim('ml02') } satisfies DnsZone

async function check(...zones: readonly DnsZone[]) {
  const servers = await Promise.all(zones.map(startDnsServer))
  return checkDomainOwnership('firm.example', record, dnsResolvers(servers.map(({ address }) => address)))
}

const missingKey = (key: string) => ({
  name: `${key}._domainkey.firm.example`,
  expected: `${key}.dkim.musvc.com`,
  status: 'missing',
  target: null,
})
const foundKey = (key: string) => ({ ...missingKey(key), status: 'found' })

describe('a domain is one’s own', () => {
  it('when the TXT record is there, among others', async () => {
    const zone = { 'firm.example': { txt: [['google-site-verification=x'], [record], ['v=spf1 -all']] } }
    expect(await check(zone)).toEqual({ reason: 'verified', how: 'dns-txt' })
  })

  it('when the TXT record comes in two pieces', async () => {
    const zone = { 'firm.example': { txt: [[record.slice(0, 20), record.slice(20)]] } }
    expect(await check(zone)).toEqual({ reason: 'verified', how: 'dns-txt' })
  })

  it('when SMTP+’s SPF and both DKIM records are there', async () => {
    expect(await check(smtpPlus)).toEqual({ reason: 'verified', how: 'smtp-plus-dns' })
  })

  it('whatever the case of the answers', async () => {
    const zone = {
      'firm.example': { txt: [['V=SPF1 Include:MUSVC.com -all']] },
      ...dkim('ml01', 'ML01.dkim.MUSVC.com'),
      ...dkim('ml02'),
    }
    expect(await check(zone)).toEqual({ reason: 'verified', how: 'smtp-plus-dns' })
  })

  it('when one resolver sees the record and another still has the old answer', async () => {
    const old = { 'firm.example': { txt: [['v=spf1 -all']] } }
    expect(await check(old, {}, { 'firm.example': { txt: [[record]] } })).toEqual({
      reason: 'verified',
      how: 'dns-txt',
    })
  })

  it('as soon as one resolver sees the record, while another stays silent', async () => {
    const startedMs = performance.now()
    const silent: DnsZone = { 'firm.example': 'silent' }
    expect(await check(silent, { 'firm.example': { txt: [[record]] } })).toMatchObject({ reason: 'verified' })
    expect(performance.now() - startedMs).toBeLessThan(1500)
  })

  it('when the TXT record is seen, although the server fails at other names', async () => {
    const zone: DnsZone = { 'firm.example': { txt: [[record]] }, 'ml01._domainkey.firm.example': 'refuses' }
    expect(await check(zone)).toEqual({ reason: 'verified', how: 'dns-txt' })
  })
})

describe('a domain stays unverified, with what was found', () => {
  it('when one CNAME is missing', async () => {
    expect(await check({ 'firm.example': { txt: [[spf]] }, ...dkim('ml01') })).toEqual({
      reason: 'records-missing',
      findings: { txt: 'missing', spf: 'found', dkim: [foundKey('ml01'), missingKey('ml02')] },
    })
  })

  it('when a CNAME leads elsewhere, and says where', async () => {
    const zone = { ...smtpPlus, ...dkim('ml02', 'ml02.dkim.else.example') }
    expect(await check(zone)).toMatchObject({
      findings: {
        dkim: [foundKey('ml01'), { status: 'other-target', target: 'ml02.dkim.else.example' }],
      },
    })
  })

  it('when there are two SPF records, which make each other void', async () => {
    const zone = { ...smtpPlus, 'firm.example': { txt: [[spf], ['v=spf1 include:_spf.else.example -all']] } }
    expect(await check(zone)).toMatchObject({ reason: 'records-missing', findings: { spf: 'several' } })
  })

  it.each([
    ['v=spf1 a mx ~all', 'without-smtp-plus'],
    ['v=spf1 -include:musvc.com ~all', 'without-smtp-plus'],
    ['v=spf1 include:musvc.com.else.example ~all', 'without-smtp-plus'],
    ['v=spf1 include:notmusvc.com ~all', 'without-smtp-plus'],
    ['v=spf10 include:musvc.com ~all', 'missing'],
    ['spf: include:musvc.com', 'missing'],
  ])('when the TXT record is %j', async (text, finding) => {
    const zone = { ...smtpPlus, 'firm.example': { txt: [[text]] } }
    expect(await check(zone)).toMatchObject({ reason: 'records-missing', findings: { spf: finding } })
  })

  it('when the record of another installation is there', async () => {
    const zone = { 'firm.example': { txt: [['smtp-plus-companion=ffffffffffffffffffffffffffffffff']] } }
    expect(await check(zone)).toMatchObject({ reason: 'records-missing', findings: { txt: 'missing' } })
  })

  it('when the domain has no TXT record at all', async () => {
    expect(await check({ 'firm.example': {} })).toMatchObject({
      reason: 'records-missing',
      findings: { txt: 'missing', spf: 'missing' },
    })
  })
})

describe('the DNS may not say', () => {
  it('that there is no such domain', async () => {
    expect(await check({})).toEqual({ reason: 'no-such-domain' })
  })

  it('anything because its server fails', async () => {
    expect(await check({ 'firm.example': 'refuses' })).toEqual({
      reason: 'dns-refused',
      code: 'ESERVFAIL',
    })
  })

  it('anything at all: then it takes five seconds at most', async () => {
    const startedMs = performance.now()
    expect(await check({ 'firm.example': 'silent' })).toEqual({ reason: 'dns-not-answering' })
    expect(performance.now() - startedMs).toBeLessThan(5500)
  })

  it('anything when half of the question stays unanswered: silence is no missing record', async () => {
    const server = await startDnsServer({ ...smtpPlus, 'ml02._domainkey.firm.example': 'silent' })
    const resolvers = dnsResolvers([server.address])
    expect(await checkDomainOwnership('firm.example', record, resolvers, 300)).toEqual({
      reason: 'dns-not-answering',
    })
  })
})

describe('what is asked', () => {
  it('are the domain and its two DKIM names, nothing else', async () => {
    const server = await startDnsServer(smtpPlus)
    await checkDomainOwnership('firm.example', record, dnsResolvers([server.address]))
    expect(server.asked.toSorted()).toEqual([
      'firm.example txt',
      'ml01._domainkey.firm.example cname',
      'ml02._domainkey.firm.example cname',
    ])
  })
})
