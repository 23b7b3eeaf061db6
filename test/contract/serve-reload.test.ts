import { writeFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { freePort } from '../support/free-port.ts'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { startConversation } from '../support/smtp-conversation.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

const otherSender = { mailFrom: 'info@other.example', message: writeMail({ from: 'info@other.example' }) }

describe('SIGHUP', () => {
  it('swaps the rules, and says so with a revision that grows', async () => {
    const office = await openOffice(postfix)
    const relay = office.relay()
    expect((await office.send(otherSender)).code).toBe(23)
    await office.writeUser({ authorizedDomains: 'other.example' })
    relay.signal('SIGHUP')
    const first = await relay.waitFor('reloaded')
    expect((await office.send(otherSender)).code).toBe(0)
    expect((await office.send()).code).toBe(23)
    relay.signal('SIGHUP')
    await relay.waitFor('reloaded', (event) => event.revision > first.revision)
    await office.close()
  })

  it('with a wrong file changes nothing and says where it is wrong', async () => {
    const office = await openOffice(postfix)
    const relay = office.relay()
    await office.writeUser({ authorizedDomains: 'other.example,third.example' })
    relay.signal('SIGHUP')
    const refused = await relay.waitFor('reload-refused')
    expect(refused.path).toBe('users[0].authorizedDomains')
    expect(refused.expected).not.toBe('')
    expect(refused.found).toContain('other.example,third.example')
    expect((await office.send()).code).toBe(0)
    expect((await office.send(otherSender)).code).toBe(23)

    await writeFile(office.config, '{ "version": 1, ')
    relay.signal('SIGHUP')
    await waitUntil('a second refusal', () => relay.eventsNamed('reload-refused').length === 2)
    expect((await office.send()).code).toBe(0)
    expect(relay.eventsNamed('reloaded')).toEqual([])
    await office.close()
  })

  it('leaves sessions alone, and they go on under the new rules', async () => {
    const office = await openOffice(postfix)
    const session = await startConversation(office.relay().port)
    await session.say('EHLO program.test')
    await session.startTls()
    await session.say('EHLO program.test')
    expect(await session.signIn('accounting', office.login.password)).toMatch(/^235/)
    expect(await session.say('MAIL FROM:<info@firm.example>')).toMatch(/^250/)
    await session.say('RSET')
    await office.writeUser({ authorizedDomains: 'other.example' })
    office.relay().signal('SIGHUP')
    await office.relay().waitFor('reloaded')
    expect(await session.say('MAIL FROM:<info@firm.example>')).toMatch(/^550 5\.7\.1 /)
    expect(await session.say('MAIL FROM:<info@other.example>')).toMatch(/^250/)
    session.close()
    await office.close()
  })

  it('moves to another address, and the old one is closed', async () => {
    const office = await openOffice(postfix)
    const relay = office.relay()
    const port = await freePort()
    await writeConfiguration(office.folder, [officeUser()], { listen: [{ address: '127.0.0.1', port }] })
    relay.signal('SIGHUP')
    await relay.waitFor('reloaded')
    expect((await startConversation(port)).greeting).toMatch(/^220 /)
    await expect(startConversation(relay.port)).rejects.toThrow(/closed/)
    await office.close()
  })

  it('to an address that can not be had is refused as a whole', async () => {
    const office = await openOffice(postfix)
    const relay = office.relay()
    await writeConfiguration(office.folder, [officeUser({ authorizedDomains: 'other.example' })], {
      listen: [{ address: '127.0.0.1', port: postfix.port }],
    })
    relay.signal('SIGHUP')
    const refused = await relay.waitFor('reload-refused')
    expect(refused.path).toMatch(/^listen/)
    expect(refused.found).toContain(String(postfix.port))
    expect((await office.send()).code).toBe(0)
    await office.close()
  })
})
