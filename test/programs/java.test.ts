import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { java } from '../support/programs/java.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const places = await openProgramPlaces()
afterAll(() => places.close())

describe.each(guideVariants)('Java with the code of its guide, %s', (variant) => {
  it('sends, encrypted and signed in', async () => {
    const subject = `java ${variant}`
    const setUp = places.setUpFor('java', variant)
    const attempt = await java.send(setUp, await temporaryFolder(), subject)
    expect(attempt.code, attempt.said).toBe(0)
    const arrived = await places.postfix.waitForMessage(({ bytes }) =>
      bytes.includes(`Subject: ${subject}\r\n`),
    )
    expect(arrived.mailFrom).toBe(setUp.values.from)
    expect(arrived.received).toMatch(/TLSv1\.[23]/)
    expect(arrived.received).toContain(`Authenticated sender: ${places.postfix.username}`)
  })

  it('sends nothing to a server with another certificate', async () => {
    const setUp = places.setUpFor('java', variant)
    const other = variant === 'relay' ? 'direct' : 'relay'
    const { certificateFile } = places.setUpFor('java', other).values
    const wrong = { ...setUp, values: { ...setUp.values, certificateFile } }
    const attempt = await java.send(wrong, await temporaryFolder(), `java ${variant} never`)
    expect(attempt.code).not.toBe(0)
    expect(attempt.said).toContain('SSLHandshakeException')
  })

  it('tells a wrong password', async () => {
    const setUp = { ...places.setUpFor('java', variant), password: 'not-the-password' }
    const attempt = await java.send(setUp, await temporaryFolder(), 'never')
    expect(attempt.code).not.toBe(0)
    expect(attempt.said).toContain('AuthenticationFailedException')
  })
})
