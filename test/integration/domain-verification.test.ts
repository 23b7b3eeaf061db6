import { describe, expect, it } from 'vitest'
import { startAppWithoutWindow } from '../support/app-without-window.ts'
import { startDnsServer } from '../support/dns-server.ts'

describe('a domain', () => {
  it('is verified by the TXT record the app shows for it, and authorizes from then on', async () => {
    const dns = await startDnsServer({ 'own.example': { txt: [['v=spf1 -all']] } })
    const app = await startAppWithoutWindow({
      settings: { dnsServers: [dns.address], users: [settingsOfOffice('own.example')] },
    })
    try {
      const domain = async () => (await app.user('office')).entries[0]
      const record = (await domain())?.dnsRecord ?? ''
      expect(record).toMatch(/^smtp-plus-companion=[0-9a-f]{32}$/)
      const missing = await app.ask('checkDomain', { id: 'office', domain: 'own.example' })
      expect(missing).toMatchObject({ ok: true, check: { reason: 'records-missing' } })
      dns.publish({ 'own.example': { txt: [['v=spf1 -all'], [record]] } })
      const found = await app.ask('checkDomain', { id: 'office', domain: 'OWN.example' })
      expect(found).toEqual({ ok: true, check: { reason: 'verified', how: 'dns-txt' } })
      expect(await domain()).toMatchObject({ state: 'verified', how: 'dns-txt', dnsRecord: null })
      await app.inForce()
      const decided = await app.ask('trySender', { user: 'office', mailFrom: 'x@own.example' })
      expect(decided).toMatchObject({ decision: 'allow', reason: 'domain-authorized' })
    } finally {
      await app.close()
    }
  })
})

function settingsOfOffice(authorizedDomains: string) {
  return {
    id: 'office',
    server: 'localhost',
    port: 2525,
    encryption: 'starttls' as const,
    status: 'active' as const,
    priority: 3,
    note: '',
    authorizedDomains,
    authorizedSenders: '',
    unauthorizedSenders: 'block' as const,
    verification: {},
  }
}
