import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'

const postfix = await startPostfix()
const office = await openOffice(postfix)
const alerting = await openOffice(postfix, { user: { unauthorizedSenders: 'alert' } })
afterAll(async () => {
  await Promise.all([office.close(), alerting.close()])
  await postfix.stop()
})

describe('a foreign sender', () => {
  it('is refused at MAIL FROM with a sentence and its cure, and nothing is queued', async () => {
    const sent = await office.send({ mailFrom: 'boss@bank.example' })
    expect(sent.code).toBe(23)
    const reply = sent.replies.find((line) => line.startsWith('550'))
    expect(reply).toMatch(/^550 5\.7\.1 boss@bank\.example may not send/)
    expect(reply).toContain('firm.example')
    expect(reply?.length).toBeLessThanOrEqual(200)
    const refused = await office.relay().waitFor('refused', (e) => e.address === 'boss@bank.example')
    expect(refused).toMatchObject({
      login: 'accounting',
      reason: 'sender-not-authorized',
      identity: 'mail-from',
    })
    const alert = await office.relay().waitFor('alert')
    expect(alert).toMatchObject({
      kind: 'unauthorized-sender',
      login: 'accounting',
      user: 'office',
      count: 1,
    })
    expect(alert.about).toContain('boss@bank.example')
    expect(office.relay().eventsNamed('queued')).toEqual([])
  })

  it.each([
    ['header-from', { from: 'boss@bank.example' }],
    ['sender', { headers: ['Sender: boss@bank.example'] }],
    ['resent-from', { headers: ['Resent-From: boss@bank.example'] }],
  ] as const)('in %s is refused after DATA and nothing is queued', async (identity, mail) => {
    const sent = await office.send({ message: writeMail(mail) })
    expect(sent.code, sent.transcript).toBe(26)
    expect(sent.transcript).toMatch(/550 5\.7\.1 .*boss@bank\.example/)
    await office.relay().waitFor('refused', (e) => e.identity === identity)
    expect(office.relay().eventsNamed('queued')).toEqual([])
  })

  it('at a subdomain of an authorized domain is foreign', async () => {
    expect((await office.send({ mailFrom: 'info@sub.firm.example' })).code).toBe(23)
  })

  it('repeated folds into one alert with a count', async () => {
    await office.send({ mailFrom: 'boss@bank.example' })
    await office.relay().waitFor('alert', (e) => e.about.includes('boss@bank.example') && e.count >= 2)
  })
})

describe('in alert mode', () => {
  it('a foreign sender goes out, and an alert is raised', async () => {
    const sent = await alerting.send({
      mailFrom: 'boss@bank.example',
      recipients: ['alerted@customer.example'],
      message: writeMail({ from: 'boss@bank.example' }),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await postfix.waitForMessage((m) => m.recipient === 'alerted@customer.example')
    const alert = await alerting.relay().waitFor('alert')
    expect(alert).toMatchObject({ kind: 'unauthorized-sender', user: 'office', login: 'accounting' })
    expect(alert.about).toContain('boss@bank.example')
  })

  it('two From fields are refused all the same', async () => {
    const sent = await alerting.send({ message: writeMail({ headers: ['From: boss@bank.example'] }) })
    expect(sent.transcript).toMatch(/554 5\.6\.0 /)
    await alerting.relay().waitFor('refused', (e) => e.reason === 'headers-malformed')
  })
})
