import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { sendWithThunderbird } from '../support/programs/thunderbird.ts'
import { startScreen } from '../support/screen.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const places = await openProgramPlaces()
const screen = await startScreen('1200x900')
afterAll(async () => {
  await screen.stop()
  await places.close()
})

describe.each(guideVariants)('Thunderbird from the profile that we wrote, %s', (variant) => {
  it('sends what a person wrote in its window', async () => {
    const subject = `thunderbird ${variant}`
    const setUp = places.setUpFor('thunderbird', variant)
    const program = await sendWithThunderbird(screen.display, await temporaryFolder(), setUp, subject)
    const arrived = await places.postfix.waitForMessage(
      ({ bytes }) => bytes.includes(`Subject: ${subject}\r\n`),
      60_000,
    )
    await program.stop()
    expect(arrived.bytes).toContain('User-Agent: Mozilla Thunderbird')
    expect(arrived.mailFrom).toBe(setUp.values.from)
    expect(arrived.received).toContain(`Authenticated sender: ${places.postfix.username}`)
  })
})
