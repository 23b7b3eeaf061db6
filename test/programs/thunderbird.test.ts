import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { sendWithThunderbird } from '../support/programs/thunderbird.ts'
import { startProcess } from '../support/running-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const places = await openProgramPlaces()
const screen = startProcess('Xvfb', ['-displayfd', '1', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'])
await waitUntil('a display', () => screen.stdout().endsWith('\n'))
const display = `:${screen.stdout().trim()}`
afterAll(async () => {
  await screen.stop()
  await places.close()
})

describe.each(guideVariants)('Thunderbird from the profile that we wrote, %s', (variant) => {
  it('sends what a person wrote in its window', async () => {
    const subject = `thunderbird ${variant}`
    const setUp = places.setUpFor('thunderbird', variant)
    const program = await sendWithThunderbird(display, await temporaryFolder(), setUp, subject)
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
