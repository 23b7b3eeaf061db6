import { writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { relayConfigurationOf } from '../../../electron/settings/relay-configuration.ts'
import { firstSettings, listenOn, type Settings } from '../../../electron/settings/settings-schema.ts'
import type { RelaySnapshot } from '../../../relay/ipc/relay-contract.ts'
import { type FrontOfficeDouble, openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const lan = { address: '192.0.2.5', port: 2525, addresses: ['192.0.2.20'] }
const withLan: Settings = { ...firstSettings('en'), listen: [...listenOn(2525), lan] }
const ownAddress = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, address }) => !internal && !address.startsWith('fe80:'))?.address

const relaySnapshot: RelaySnapshot = {
  listen: [],
  revision: 1,
  problems: [],
  counts: { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 },
  messages: [],
  refusals: [],
  alerts: [],
  loginsSeen: [],
  lastDeliveries: [],
  paces: [],
  practice: { listen: null },
}
const officeWith = async (settings: Settings): Promise<FrontOfficeDouble> => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings))
  return openFrontOfficeDouble(folder, relaySnapshot)
}

describe('devices on the network', () => {
  it('may not send until somebody says so, and where there is no such address it is refused', async () => {
    const office = await officeWith(firstSettings('en'))
    expect(await office.call('networkDoor', null)).toMatchObject({ open: null })
    const asked = await office.call('openNetworkDoor', { address: '192.0.2.99', devices: '192.0.2.20/24 x' })
    expect(asked).toEqual({
      ok: false,
      problems: [
        { field: 'address', reason: 'own-address-unknown', found: '192.0.2.99' },
        { field: 'devices', reason: 'device-address-malformed', found: '192.0.2.20/24' },
      ],
    })
    expect(office.office.settings().listen).toEqual(listenOn(2525))
  })

  it('are named one a line; the relay listens for them beside this computer, on the same port', async () => {
    const office = await officeWith(firstSettings('en'))
    const devices = '192.0.2.20\n192.0.2.0/25; 192.0.2.20'
    const asked = await office.call('openNetworkDoor', { address: ownAddress ?? '', devices })
    const opened = { address: ownAddress, port: 2525, addresses: ['192.0.2.20', '192.0.2.0/25'] }
    // A computer without any network has nothing to open.
    expect(asked).toMatchObject({ ok: ownAddress !== undefined })
    expect(office.office.settings().listen).toEqual([...listenOn(2525), ...(ownAddress ? [opened] : [])])
  })

  it('keep their door when the port changes, and lose it alone when it is closed', async () => {
    const office = await officeWith(withLan)
    await office.call('useRelayPort', { port: 2600 })
    expect(office.office.settings().listen).toEqual([...listenOn(2600), { ...lan, port: 2600 }])
    await office.call('closeNetworkDoor', null)
    expect(office.office.settings().listen).toEqual(listenOn(2600))
  })

  it('never keep the programs on this computer from sending when its network is gone', () => {
    expect(relayConfigurationOf(withLan, true, () => false).listen).toEqual(listenOn(2525))
    expect(relayConfigurationOf(withLan, true, () => true).listen).toEqual([...listenOn(2525), lan])
  })
})
