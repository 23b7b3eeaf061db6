import type { Limits } from '../config/configuration.ts'
import { doorLimits } from './limits.ts'
import { isLoopback } from './peer-address.ts'

/** Places for connections: in all, for each address beyond this computer, and for each sign-in. What was taken must be given back. */
export type Places = {
  /** Which kind of place is lacking; null: there was one, and it is taken now. */
  takeConnection(address: string): 'in-all' | 'of-address' | null
  leaveConnection(address: string): void
  takeLogin(name: string): boolean
  leaveLogin(name: string): void
}

/** `limits` is asked each time: a reload counts at once, and never ends connections that are already there. */
export function createPlaces(limits: () => Limits): Places {
  let connections = 0
  const byAddress = createCounter()
  const byLogin = createCounter()
  return {
    takeConnection(address) {
      // On loopback all programs share one address; what tells them apart there is their sign-in.
      const counted = !isLoopback(address)
      if (counted && byAddress.of(address) >= doorLimits.connectionsPerAddress) return 'of-address'
      if (connections >= limits().connections) return 'in-all'
      connections += 1
      if (counted) byAddress.add(address, 1)
      return null
    },
    leaveConnection(address) {
      connections -= 1
      if (!isLoopback(address)) byAddress.add(address, -1)
    },
    takeLogin(name) {
      if (byLogin.of(name) >= limits().connectionsPerLogin) return false
      byLogin.add(name, 1)
      return true
    },
    leaveLogin: (name) => byLogin.add(name, -1),
  }
}

type Counter = { of(key: string): number; add(key: string, difference: number): void }

function createCounter(): Counter {
  const counts = new Map<string, number>()
  const of = (key: string): number => counts.get(key) ?? 0
  return {
    of,
    add(key, difference) {
      const count = of(key) + difference
      if (count > 0) counts.set(key, count)
      else counts.delete(key)
    },
  }
}
