import { networkInterfaces } from 'node:os'
import { parseAddressBlock } from '../../relay/config/address-block.ts'
import type { FieldProblem } from '../ipc/window-contract.ts'
import type { NetworkDoor } from '../ipc/window-network.ts'
import { defaultRelayPort, isNetworkListen } from '../settings/settings-schema.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

/** Whether devices on the network may send, by which address of this computer, and which devices. */
export function networkDesk(office: Office): Desk<'networkDoor' | 'openNetworkDoor' | 'closeNetworkDoor'> {
  const listen = () => office.settings.current().listen
  return {
    networkDoor() {
      const entry = listen().find(isNetworkListen)
      return {
        own: ownNetworkAddresses(),
        open: entry ? { address: entry.address, devices: entry.addresses ?? [] } : null,
      }
    },
    openNetworkDoor({ address, devices }) {
      const blocks = devices.split(/[\s;,]+/).filter((entry) => entry !== '')
      const problems: FieldProblem[] = []
      if (ownNetworkAddresses().every((own) => own.address !== address)) {
        problems.push({ field: 'address', reason: 'own-address-unknown', found: address })
      }
      if (blocks.length === 0) problems.push({ field: 'devices', reason: 'required' })
      const wrong = blocks.find((block) => parseAddressBlock(block) === null)
      if (wrong !== undefined) {
        problems.push({ field: 'devices', reason: 'device-address-malformed', found: wrong })
      }
      if (problems.length > 0) return refuse(...problems)
      return save(office, (settings) => {
        const here = settings.listen.filter((entry) => !isNetworkListen(entry))
        const port = here[0]?.port ?? defaultRelayPort
        return { ...settings, listen: [...here, { address, port, addresses: [...new Set(blocks)] }] }
      })
    },
    closeNetworkDoor: () =>
      save(office, (settings) => ({
        ...settings,
        listen: settings.listen.filter((entry) => !isNetworkListen(entry)),
      })),
  }
}

/** Addresses that others can call: neither loopback nor those of IPv6 that count on one cable only. */
function ownNetworkAddresses(): NetworkDoor['own'] {
  return Object.entries(networkInterfaces()).flatMap(([card, addresses]) =>
    (addresses ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
      .map(({ address }) => ({ address, card })),
  )
}
