import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { startPostfixSmarthost } from '../support/programs/mail-servers.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { waitUntil } from '../support/wait-until.ts'

const places = await openProgramPlaces()
afterAll(() => places.close())

describe.each(guideVariants)('Postfix with our lines in its main.cf, %s', (variant) => {
  it('hands mail on, encrypted and signed in', async () => {
    const subject = `postfix ${variant}`
    const smarthost = await startPostfixSmarthost(places.setUpFor('postfix', variant))
    await smarthost.send(subject)
    const arrived = await places.postfix
      .waitForMessage(({ bytes }) => bytes.includes(`Subject: ${subject}\r\n`))
      .catch(async (fault: unknown) => {
        throw new Error(`${await smarthost.log()}\n${String(fault)}`)
      })
    await smarthost.stop()
    expect(arrived.received).toContain(`Authenticated sender: ${places.postfix.username}`)
  })

  it('sends nothing to a server with another certificate', async () => {
    const setUp = places.setUpFor('postfix', variant)
    const { certificateFile } = places.setUpFor('postfix', variant === 'relay' ? 'direct' : 'relay').values
    const smarthost = await startPostfixSmarthost({ ...setUp, values: { ...setUp.values, certificateFile } })
    await smarthost.send(`postfix ${variant} never`)
    await waitUntil('Postfix tells why', async () =>
      /status=deferred \(Server certificate not (trusted|verified)/.test(await smarthost.log()),
    )
    await smarthost.stop()
    const arrived = (await places.postfix.messages()).some(({ bytes }) => bytes.includes('never'))
    expect(arrived).toBe(false)
  })
})
