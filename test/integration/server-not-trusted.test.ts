import { afterAll, describe, expect, it } from 'vitest'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { startScriptedUpstream } from '../support/scripted-upstream.ts'

const dayMs = 86_400_000
const good = await startPostfix()
const expired = await startPostfix({ notAfterDate: new Date(Date.now() - dayMs) })
const misnamed = await startPostfix({ altNames: [{ type: 2, value: 'mail.other.example' }] })
afterAll(() => Promise.all([good.stop(), expired.stop(), misnamed.stop()]))

describe('a server whose certificate', () => {
  it.each([
    [
      'is signed by nobody we trust',
      good,
      { caFile: misnamed.caFile },
      /trust|issuer|authority|self-signed/i,
    ],
    ['has expired', expired, {}, /expired/i],
    ['names somebody else', misnamed, {}, /name|mail\.other\.example/i],
  ])(
    '%s gets neither password nor message: mail waits and the words say why',
    async (_, server, user, why) => {
      const office = await openOffice(server, { user })
      expect((await office.send()).code).toBe(0)
      const deferred = await office.relay().waitFor('deferred')
      expect(deferred.reply).toMatch(/certificate/i)
      expect(deferred.reply).toMatch(why)
      const alert = await office.relay().waitFor('alert')
      expect(alert).toMatchObject({ kind: 'certificate', user: 'office' })
      await office.close()
      expect(await server.messages()).toEqual([])
      expect(await server.log()).not.toMatch(/ auth=| sasl_method=/)
    },
  )
})

describe('a server that does not offer STARTTLS', () => {
  it('gets neither password nor message', async () => {
    const stripped = await startScriptedUpstream({ extensions: ['AUTH PLAIN LOGIN', '8BITMIME'] })
    const office = await openOffice({ ...good, port: stripped.port })
    expect((await office.send()).code).toBe(0)
    const deferred = await office.relay().waitFor('deferred')
    expect(deferred.reply).toMatch(/STARTTLS/)
    await office.close()
    await stripped.stop()
    expect(stripped.messagesReceived()).toBe(0)
    expect(stripped.commands().filter((line) => /^(AUTH|MAIL|RCPT|DATA)/i.test(line))).toEqual([])
  })

  it('or refuses it when asked, gets neither password nor message', async () => {
    const refusing = await startScriptedUpstream({
      extensions: ['STARTTLS', 'AUTH PLAIN LOGIN'],
      replies: { STARTTLS: '454 4.7.0 TLS not available due to temporary reason' },
    })
    const office = await openOffice({ ...good, port: refusing.port })
    await office.send()
    await office.relay().waitFor('deferred')
    await office.close()
    await refusing.stop()
    expect(refusing.commands().filter((line) => /^(AUTH|MAIL|RCPT|DATA)/i.test(line))).toEqual([])
  })
})
