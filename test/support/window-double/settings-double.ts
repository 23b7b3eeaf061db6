import type { Snapshot, WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { NetworkDoor } from '../../../electron/ipc/window-network.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { type PageData, saved } from './page-data.ts'

/** What a person sets about the app itself; every dialog for a file is cancelled. */
export function settingsDouble({ snapshot, put }: PageData) {
  let openDoor: NetworkDoor['open'] = null
  const putApp = (part: Partial<Snapshot['app']>): null => {
    put({ part: 'app', value: { ...snapshot().app, ...part } })
    return null
  }
  return {
    setPreferences: (preferences) => putApp({ preferences }),
    finishSetUp: () => putApp({ setUpDone: true }),
    skipStep({ step, skipped }) {
      const { checklist } = snapshot().app
      const others = checklist.skipped.filter((one) => one !== step)
      return putApp({ checklist: { ...checklist, skipped: skipped ? [...others, step] : others } })
    },
    useRelayPort({ port }) {
      const listen = snapshot().relay.listen.map(({ address }) => ({ address, port }))
      put({ part: 'relay', value: { ...snapshot().relay, status: 'running', problems: [], listen } })
      return saved
    },
    networkDoor: () => ({
      own: [{ address: '192.168.1.5', card: 'Ethernet' }],
      open: openDoor,
    }),
    openNetworkDoor({ address, devices }) {
      if (!/\d/.test(devices)) return { ok: false, problems: [{ field: 'devices', reason: 'required' }] }
      openDoor = { address, devices: devices.split(/\s+/) }
      return saved
    },
    closeNetworkDoor() {
      openDoor = null
      return saved
    },
    listHistory: () => ({ entries: [], hasOlder: false, undo: null }),
    undoLists: () => ({ ok: false, problems: [{ field: '', reason: 'nothing-to-undo' }] }),
    saveSupportReport: () => ({ outcome: 'cancelled' }),
    exportSettings: () => ({ outcome: 'cancelled' }),
    readSettingsFile: () => ({ outcome: 'cancelled' }),
    importSettings: () => ({ ok: true, revision: 2 }),
  } satisfies Partial<Handlers<WindowContract>>
}
