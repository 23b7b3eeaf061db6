import { describe, expect, it } from 'vitest'
import { dnsResolvers } from '../../../relay/probe/dns-resolver.ts'
import { readDomainRecords } from '../../../relay/probe/domain-records.ts'
import { type DnsZone, startDnsServer } from '../../support/dns-server.ts'

const keys: DnsZone = {
  'ml01._domainkey.firm.example': { cname: 'ml01.dkim.musvc.com' },
  'ml02._domainkey.firm.example': { cname: 'ml02.dkim.musvc.com' },
}
const musvc: DnsZone = { 'musvc.com': { txt: [['v=spf1 ip4:192.0.2.0/24 ~all']] } }
const good: DnsZone = {
  ...keys,
  ...musvc,
  'firm.example': { txt: [['v=spf1 mx include:musvc.com ', '-all'], ['something=else']] },
  '_dmarc.firm.example': { txt: [['v=DMARC1; p=reject']] },
}

async function read(zone: DnsZone, domain = 'firm.example') {
  const { address } = await startDnsServer(zone)
  return readDomainRecords(domain, dnsResolvers([address]))
}

describe("a domain's records for SMTP+", () => {
  it('are complete with SPF, both keys and DMARC', async () => {
    expect(await read(good)).toMatchObject({
      reason: 'read',
      complete: true,
      spf: { status: 'ok', lookups: 2, publish: null },
      dmarc: { status: 'ok', policy: 'reject', aligned: true, publish: null },
    })
  })

  it('say what to publish where nothing is', async () => {
    expect(await read({ 'firm.example': { txt: [] } })).toMatchObject({
      complete: false,
      spf: { status: 'missing', publish: 'v=spf1 include:musvc.com ~all' },
      dkim: [{ status: 'missing' }, { status: 'missing' }],
      dmarc: { status: 'missing', name: '_dmarc.firm.example', publish: 'v=DMARC1; p=none', aligned: false },
    })
  })

  it('merge an SPF record that is there, and several into one', async () => {
    const one = { 'firm.example': { txt: [['v=spf1 a:mail.firm.example -all']] } }
    expect(await read({ ...good, ...one })).toMatchObject({
      spf: { status: 'without-smtp-plus', publish: 'v=spf1 a:mail.firm.example include:musvc.com -all' },
    })
    const two = { 'firm.example': { txt: [['v=spf1 mx -all'], ['v=spf1 include:musvc.com ~all']] } }
    expect(await read({ ...good, ...two })).toMatchObject({
      spf: { status: 'several', publish: 'v=spf1 mx include:musvc.com ~all' },
    })
  })

  it('count lookups through every record they lead to, loops included', async () => {
    const wide = Array.from({ length: 5 }, (_, at) => `include:p${at}.example`).join(' ')
    const zone: DnsZone = {
      ...good,
      'firm.example': { txt: [[`v=spf1 ${wide} include:musvc.com -all`]] },
      ...Object.fromEntries(
        Array.from({ length: 5 }, (_, at) => [
          `p${at}.example`,
          { txt: [['v=spf1 a mx include:p0.example']] },
        ]),
      ),
    }
    expect(await read(zone)).toMatchObject({ spf: { status: 'too-many-lookups', publish: null } })
    const loop: DnsZone = {
      ...good,
      'firm.example': { txt: [['v=spf1 include:musvc.com include:loop.example -all']] },
      'loop.example': { txt: [['v=spf1 include:loop.example']] },
    }
    expect(await read(loop)).toMatchObject({ spf: { status: 'ok', lookups: 3 } })
  })

  it("count the organisation's DMARC record for a subdomain", async () => {
    const zone: DnsZone = { ...good, 'shop.firm.example': { txt: [] } }
    expect(await read(zone, 'shop.firm.example')).toMatchObject({
      dmarc: { status: 'inherited', name: '_dmarc.firm.example', policy: 'reject' },
    })
  })

  it.each([
    [{}, 'no-such-domain'],
    [{ 'firm.example': 'refuses' }, 'dns-refused'],
    [{ 'firm.example': 'silent' }, 'dns-not-answering'],
  ] as const)('tell why the DNS did not say: %j', async (zone, reason) => {
    const { address } = await startDnsServer(zone)
    expect(await readDomainRecords('firm.example', dnsResolvers([address]), 400)).toMatchObject({ reason })
  })

  it('believe the resolver that sees most', async () => {
    const before = await startDnsServer({ ...good, '_dmarc.firm.example': { txt: [] } })
    const after = await startDnsServer(good)
    const both = await readDomainRecords('firm.example', dnsResolvers([before.address, after.address]))
    expect(both).toMatchObject({ complete: true })
  })
})
