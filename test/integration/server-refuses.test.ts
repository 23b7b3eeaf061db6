import { afterAll, describe, expect, it } from 'vitest'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

describe('when the server refuses', () => {
  it('some recipients, the others are delivered and each one is told', async () => {
    await postfix.answerRecipients({
      '^nobody@': '550 5.1.1 No such mailbox here',
      '^later@': '451 4.7.1 Try again later',
    })
    const office = await openOffice(postfix)
    const recipients = ['nobody@customer.example', 'ann@customer.example', 'later@customer.example']
    expect((await office.send({ recipients })).code).toBe(0)
    const relay = office.relay()
    expect((await relay.waitFor('delivered')).recipients).toEqual(['ann@customer.example'])
    const failed = await relay.waitFor('failed')
    expect(failed.recipients).toEqual(['nobody@customer.example'])
    expect(failed.reply).toContain('550 5.1.1')
    expect(failed.reply).toContain('No such mailbox here')
    const deferred = await relay.waitFor('deferred')
    expect(deferred.recipients).toEqual(['later@customer.example'])
    expect(deferred.reply).toContain('451 4.7.1')
    expect(Date.parse(deferred.nextAttemptAt)).toBeGreaterThan(Date.parse(deferred.at))
    await office.close()
    const arrived = await postfix.messages()
    expect(arrived.map((message) => message.recipient)).toEqual(['ann@customer.example'])
  })

  it('the sender for good, the message has failed and is not tried again', async () => {
    await postfix.answerSenders({ '^info@firm': '550 5.7.1 This sender is blocked' })
    const office = await openOffice(postfix)
    await office.send()
    const failed = await office.relay().waitFor('failed')
    expect(failed.reply).toContain('550 5.7.1')
    expect(failed.reason).not.toBe('')
    await office.relay().stop()
    const again = await office.startAgain()
    expect(again.eventsNamed('delivered')).toEqual([])
    await office.close()
    await postfix.answerSenders({})
  })

  it('the password, mail waits, people are told once, and the right password sends it', async () => {
    const right = postfix.password
    await postfix.setPassword('changed at SMTP+')
    const office = await openOffice(postfix)
    await office.send({ recipients: ['first@customer.example'] })
    const relay = office.relay()
    const alert = await relay.waitFor('alert')
    expect(alert).toMatchObject({ kind: 'credentials-refused', user: 'office' })
    await office.send({ recipients: ['second@customer.example'] })
    await office.send({ recipients: ['third@customer.example'] })
    expect(relay.eventsNamed('failed')).toEqual([])
    expect(relay.eventsNamed('alert')).toHaveLength(1)

    await office.replacePassword('changed at SMTP+')
    relay.signal('SIGHUP')
    for (const name of ['first', 'second', 'third']) {
      await postfix.waitForMessage((message) => message.recipient === `${name}@customer.example`)
    }
    await office.close()
    await postfix.setPassword(right)
  })

  it('the password, the account is not tried again for each message', async () => {
    await postfix.setPassword('changed again')
    const office = await openOffice(postfix)
    for (const name of ['a', 'b', 'c', 'd']) {
      await office.send({ recipients: [`${name}@customer.example`] })
    }
    await office.relay().waitFor('alert')
    await waitUntil('the refusal in the log of the server', async () =>
      /authentication failed/.test(await postfix.log()),
    )
    await office.close()
    const attempts = (await postfix.log()).match(/SASL \w+ authentication failed/g) ?? []
    expect(attempts.length).toBeLessThanOrEqual(4)
  })
})
