import { afterAll, describe, expect, it } from 'vitest'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

describe('when the server is down', () => {
  it('mail waits, and arrives as soon as the relay starts again: the computer may have been off', async () => {
    const office = await openOffice(postfix)
    await postfix.halt()
    for (const name of ['one', 'two']) {
      expect((await office.send({ recipients: [`${name}@customer.example`] })).code).toBe(0)
    }
    const deferred = await office.relay().waitFor('deferred')
    expect(deferred.reply).not.toBe('')
    expect(await office.relay().waitFor('alert')).toMatchObject({
      kind: 'upstream-unreachable',
      user: 'office',
    })
    await office.relay().stop()
    await postfix.start()
    const again = await office.startAgain()
    // Sooner than the schedule's first wait, a minute give or take a tenth.
    const delivered = await again.waitFor('delivered', ({ id }) => id === deferred.id)
    expect(Date.parse(delivered.at)).toBeLessThan(Date.parse(deferred.nextAttemptAt))
    for (const name of ['one', 'two']) {
      await postfix.waitForMessage((message) => message.recipient === `${name}@customer.example`)
    }
    expect(await postfix.messages()).toHaveLength(2)
    await office.close()
  })

  it('people are told once, not for each message', async () => {
    const office = await openOffice(postfix)
    await postfix.halt()
    for (const name of ['a', 'b', 'c']) {
      await office.send({ recipients: [`${name}@customer.example`] })
    }
    await office.relay().waitFor('deferred')
    expect(office.relay().eventsNamed('alert')).toHaveLength(1)
    await office.close()
    await postfix.start()
  })
})
