import type { Settings } from '../settings/settings-schema.ts'
import { isNetworkListen, listenOn } from '../settings/settings-schema.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

/** Where the relay listens, and the button that starts it again. */
export function relayDesk(office: Office): Desk<'useRelayPort' | 'startRelayAgain' | 'watchPrograms'> {
  return {
    useRelayPort({ port }) {
      // below 1024 the system asks for rights that this app has no business having
      if (port < 1024 || port > 65_535) {
        return refuse({ field: 'port', reason: 'port-out-of-range', found: String(port) })
      }
      return save(office, (settings) => {
        const network = settings.listen.filter(isNetworkListen).map((entry) => moved(entry, port))
        return { ...settings, listen: [...listenOn(port), ...network] }
      })
    },
    watchPrograms: (input) => office.relay.call('watchPrograms', input),
    startRelayAgain() {
      office.relay.start()
      return null
    },
  }
}

function moved(entry: Settings['listen'][number], port: number): Settings['listen'][number] {
  return { ...entry, port }
}
