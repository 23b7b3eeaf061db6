import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import type { Place } from '../../state/navigation.tsx'

type AlertPlace = { readonly label: 'alerts.seeActivity' | 'alerts.seeHome'; readonly to: Place }

/** Where an alert's messages are seen, or the relay itself; null where its buttons are all there is to do. */
export function alertPlace({ kind, reason }: AlertView): AlertPlace | null {
  switch (kind) {
    case 'unauthorized-sender':
    case 'sender-not-verified':
      return { label: 'alerts.seeActivity', to: { screen: 'activity', filter: 'refused' } }
    case 'delivery-failing':
      return {
        label: 'alerts.seeActivity',
        to: { screen: 'activity', filter: beforePeople.has(reason) ? 'attention' : 'waiting' },
      }
    case 'upstream-unreachable':
    case 'certificate':
    case 'queue-growing':
      return { label: 'alerts.seeActivity', to: { screen: 'activity', filter: 'waiting' } }
    case 'disk-low':
    case 'relay-stopped':
      return { label: 'alerts.seeHome', to: { screen: 'home' } }
    case 'credentials-refused':
    case 'account-blocked':
      return null
  }
}

const beforePeople: ReadonlySet<AlertView['reason']> = new Set([
  'gave-up',
  'refused-for-good',
  'notice-not-delivered',
  'message-damaged',
  'database-damaged',
  'database-set-aside',
])
