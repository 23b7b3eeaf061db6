import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { drivers } from '../support/programs/drivers.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const places = await openProgramPlaces()
afterAll(() => places.close())

describe.each(guideVariants)('with the values of its guide, %s', (variant) => {
  it.each(Object.entries(drivers))('%s sends, encrypted and signed in', async (name, driver) => {
    const subject = `${name} ${variant}`
    const setUp = places.setUpFor(driver.guide, variant)
    const attempt = await driver.send(setUp, await temporaryFolder(), subject)
    expect(attempt.code, attempt.said).toBe(0)
    const arrived = await places.postfix.waitForMessage(({ bytes }) =>
      bytes.includes(`Subject: ${subject}\r\n`),
    )
    expect(arrived.recipient).toBe(setUp.values.from)
    expect(arrived.mailFrom).toBe(setUp.values.from)
    expect(arrived.received).toMatch(/TLSv1\.[23]/)
    expect(arrived.received).toContain(`Authenticated sender: ${places.postfix.username}`)
  })
})

describe('a wrong password', () => {
  it.each(Object.entries(drivers))('is a failure that %s tells', async (_name, driver) => {
    const setUp = { ...places.setUpFor(driver.guide, 'relay'), password: 'not-the-password' }
    const attempt = await driver.send(setUp, await temporaryFolder(), 'never')
    expect(attempt.code, attempt.said).not.toBe(0)
  })
})
