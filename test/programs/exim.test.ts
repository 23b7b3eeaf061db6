import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { sendWithExim, unpackExim } from '../support/programs/exim.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const places = await openProgramPlaces()
const folder = await mkdtemp(join(tmpdir(), 'exim-'))
const exim = await unpackExim(folder)
afterAll(async () => {
  await places.close()
  await rm(folder, { recursive: true })
})

describe.each(guideVariants)('Exim with our pieces in its configuration, %s', (variant) => {
  it('hands mail on, encrypted and signed in', async () => {
    const subject = `exim ${variant}`
    const sent = await sendWithExim(exim, places.setUpFor('exim', variant), await temporaryFolder(), subject)
    expect(sent.code, sent.said).toBe(0)
    expect(sent.log, sent.said).toContain(' => info@firm.example ')
    const arrived = await places.postfix.waitForMessage(({ bytes }) =>
      bytes.includes(`Subject: ${subject}\r\n`),
    )
    expect(arrived.received).toContain(`Authenticated sender: ${places.postfix.username}`)
  })

  it('sends nothing to a server with another certificate', async () => {
    const setUp = places.setUpFor('exim', variant)
    const other = variant === 'relay' ? 'direct' : 'relay'
    const { certificateFile } = places.setUpFor('exim', other).values
    const wrong = { ...setUp, values: { ...setUp.values, certificateFile } }
    const sent = await sendWithExim(exim, wrong, await temporaryFolder(), `exim ${variant} never`)
    expect(sent.log).toContain('certificate verification failed')
    expect(sent.log).not.toContain(' => ')
  })

  it('signs in with a password of Exim’s own special characters', async () => {
    const password = 'a:b^c$d\\e{f}%"g'
    const setUp = places.setUpFor('exim', 'direct')
    await places.postfix.setPassword(password)
    const sent = await sendWithExim(exim, { ...setUp, password }, await temporaryFolder(), `odd ${variant}`)
    await places.postfix.setPassword(places.postfix.password)
    expect(sent.log, sent.said).toContain(' => info@firm.example ')
  })
})
