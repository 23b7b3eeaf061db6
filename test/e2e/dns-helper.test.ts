import { expect, it, onTestFinished } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { type DnsZone, startDnsServer } from '../support/dns-server.ts'
import { startFaultServers } from '../support/fault-server.ts'
import { faults } from '../support/faults.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { sendersPage } from '../support/pages/senders-page.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const musvc: DnsZone = { 'musvc.com': { txt: [['v=spf1 ip4:192.0.2.0/24 ~all']] } }
const wide = Array.from({ length: 11 }, (_, index) => `include:p${index}.example`)
const keysOf = (domain: string): DnsZone => ({
  [`ml01._domainkey.${domain}`]: { cname: 'ml01.dkim.musvc.com' },
  [`ml02._domainkey.${domain}`]: { cname: 'ml02.dkim.musvc.com' },
})

/** What is wrong with each domain, and what the panel has to say about it. */
const zone: DnsZone = {
  ...musvc,
  ...Object.fromEntries(wide.map((term) => [term.slice('include:'.length), { txt: [['v=spf1 -all']] }])),
  'firm.example': { txt: [['v=spf1 a:mail.firm.example -all'], ['something=else']] },
  'ml01._domainkey.firm.example': { cname: 'old.keys.example' },
  'two.example': { txt: [['v=spf1 mx -all'], ['v=spf1 include:musvc.com ~all']] },
  '_dmarc.two.example': { txt: [['v=DMARC1; p=reject'], ['v=DMARC1; p=none']] },
  'wide.example': { txt: [[`v=spf1 ${wide.join(' ')} include:musvc.com -all`]] },
  // A policy that refuses, and that only an exact name satisfies; first without, then with the signature it asks for.
  '_dmarc.unsigned.example': { txt: [['v=DMARC1; p=reject; adkim=s']] },
  'unsigned.example': { txt: [['v=spf1 include:musvc.com -all']] },
  'news.signed.example': { txt: [['v=spf1 mx -all']] },
  ...keysOf('news.signed.example'),
  '_dmarc.signed.example': { txt: [['v=DMARC1; p=reject; adkim=s; aspf=s']] },
  'broken.example': 'refuses',
}
const complete: DnsZone = {
  ...musvc,
  ...keysOf('firm.example'),
  'firm.example': { txt: [['v=spf1 a:mail.firm.example include:musvc.com -all']] },
  '_dmarc.firm.example': { txt: [['v=DMARC1; p=quarantine']] },
}
const findings = {
  'firm.example': [
    'SPF: there, but without SMTP+.',
    'v=spf1 a:mail.firm.example include:musvc.com -all',
    'DKIM: leads to old.keys.example instead. Change it to this',
    'ml01.dkim.musvc.com',
    'DKIM: missing. Publish this record',
    'ml02.dkim.musvc.com',
    'DMARC: missing. Publish this record; it refuses nothing yet',
    'v=DMARC1; p=none',
    'New records can take 24 to 48 hours to be seen.',
  ],
  'two.example': [
    'SPF: more than one record, so none of them counts.',
    'v=spf1 mx include:musvc.com ~all',
    'DMARC: more than one record, so none counts.',
  ],
  'wide.example': ['SPF: it leads to more than 10 other names, so it does not count.'],
  'unsigned.example': [
    'DMARC: there',
    'Until both DKIM records are there, mail through SMTP+ does not satisfy it.',
  ],
  'news.signed.example': [
    'DMARC: there, at the organisation’s domain',
    'Mail through SMTP+ satisfies it, with its DKIM signature.',
  ],
  'gone.example': ['The DNS knows no domain gone.example.'],
  'broken.example': ['The DNS server refused to answer (ESERVFAIL). Sending is not affected.'],
} as const

it('the DNS helper says what to publish, looks again by itself until it is there, and never holds mail up', async () => {
  const slow = await startDnsServer({ 'firm.example': 'silent', 'broken.example': 'refuses' })
  const own = await startDnsServer(zone)
  const upstream = await startFaultServers({ fine: faults.fine })
  const app = await openOwnApp({
    env: { NODE_EXTRA_CA_CERTS: upstream.caFile },
    settings: { setUpDone: true, dnsServers: [own.address, slow.address] },
  })
  onTestFinished(() => app.close())
  const main = askMain(app)
  const companion = companionPage(app.page())
  const senders = sendersPage(app.page())
  const port = upstream.ports.get('fine')
  const connection = { server: 'localhost', port, encryption: 'starttls', username: 's1_2', note: '' }
  await main.ask('addUser', { id: 'office', ...connection })
  await main.ask('setPassword', { id: 'office', password: 'of this test', keep: 'until-quit' })
  const authorizedDomains = Object.keys(findings).join(';')
  const rules = {
    authorizedDomains,
    authorizedSenders: '',
    unauthorizedSenders: 'block',
    alreadyVerified: true,
  }
  await main.ask('setRules', { id: 'office', ...rules })
  const added = await main.ask('addLogin', { name: 'till', user: 'office' })
  const password = String(
    added !== null && typeof added === 'object' && 'password' in added ? added.password : '',
  )

  await main.until('the rules to be in force', ({ relay }) => relay.inForce === relay.saved)
  await companion.goTo('Senders')
  for (const [domain, words] of Object.entries(findings)) {
    const panel = await senders.open(domain)
    for (const text of words) await panel.getByText(text).first().waitFor()
    if (domain === 'firm.example') expect(await axeFindings(app.page())).toEqual([])
    await panel.getByRole('button', { name: 'Close' }).click()
  }

  // Nothing of that keeps a message from going out.
  const mailFrom = 'info@firm.example'
  const message = writeMail({ from: mailFrom })
  const mail = {
    port: app.port,
    username: 'till',
    password,
    mailFrom,
    recipients: ['ann@customer.example'],
    message,
  }
  expect((await sendWithSwaks(mail)).code).toBe(0)
  await main.until('a delivered message', ({ counts }) => counts.sentToday === 1)

  // The resolvers disagree now: the one that sees everything is believed, without a press.
  const panel = await senders.open('firm.example')
  slow.publish(complete)
  const asked = own.asked.length
  await panel.getByText('The DNS records of firm.example are complete').waitFor({ timeout: 90_000 })
  expect(own.asked.length).toBeGreaterThan(asked)
  await panel.getByText('DMARC: there', { exact: true }).waitFor()
  await panel.getByText('Mail through SMTP+ satisfies it, with its DKIM signature.').waitFor()
  await main.until('the checklist to know', ({ app: { checklist } }) =>
    checklist.completeDomains.includes('firm.example'),
  )
  expect(app.running().pageErrors()).toEqual([])
}, 180_000)
