import { afterAll, describe, expect, it } from 'vitest'
import { autoconfig } from '../../electron/hand-over/autoconfig.ts'
import { guideVariants } from '../../renderer/guides/guide.ts'
import { openProgramPlaces } from '../support/programs/places.ts'
import { openNewThunderbird } from '../support/programs/thunderbird-window.ts'
import { startScreen } from '../support/screen.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const places = await openProgramPlaces()
const screen = await startScreen('1200x900')
afterAll(async () => {
  await screen.stop()
  await places.close()
})

// as WebDriver writes the key
const enter = '\uE007'
const incoming = {
  type: 'imap',
  server: 'mail.firm.example',
  port: 993,
  encryption: 'tls',
  username: '%EMAILADDRESS%',
} as const

describe.each(guideVariants)('a new Thunderbird with our file in its folder “isp”, %s', (variant) => {
  it('fills in our outgoing server, and the mailbox’s incoming one, for an address of the domain', async () => {
    const { values } = places.setUpFor('thunderbird', variant)
    const file = autoconfig(values, incoming)
    if (!file.ok) throw new Error(file.problem.reason)
    const files = { 'firm.example.xml': file.value }
    const window = await openNewThunderbird(screen.display, await temporaryFolder(), files)
    await window.type('#realName', 'Anna')
    await window.type('#email', `${values.from}${enter}`)
    await waitUntil('the settings it found', () => window.textOf('#outgoingHost'))
    const shown = async (...names: string[]): Promise<readonly (string | null)[]> => {
      const texts: (string | null)[] = []
      for (const name of names) texts.push(await window.textOf(`#${name}`))
      return texts
    }
    expect(await shown('outgoingHost', 'outgoingPort', 'outgoingSocketType', 'outgoingUsername')).toEqual([
      values.server,
      String(values.port),
      'STARTTLS',
      values.username,
    ])
    expect(await window.textOf('#outgoingAuthenticationType')).toBe('Normal Password')
    expect(await shown('incomingHost', 'incomingPort', 'incomingSocketType', 'incomingUsername')).toEqual([
      incoming.server,
      '993',
      'SSL/TLS',
      values.from,
    ])
    await window.quit()
  })
})
