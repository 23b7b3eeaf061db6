import type { AlertCause } from './alert-cause.ts'
import type { AlertKind, AlertReason } from './relay-event.ts'
import { assertNever } from './result.ts'

/** Kinds that always come with a reason have words for each reason; an alert without one gets the usual reason's. */
const usualReason = {
  certificate: 'certificate-not-trusted',
  'delivery-failing': 'waiting-long',
  'disk-low': 'disk-nearly-full',
  'relay-stopped': 'ended-unexpectedly',
} as const satisfies Partial<Record<AlertKind, AlertReason>>

/** What an alert has words for. */
export type AlertTopic = Exclude<AlertKind, keyof typeof usualReason> | AlertReason

/** The topic of an alert, for its sentences on the screen and in mail. */
export function alertTopicOf({ kind, reason }: Pick<AlertCause, 'kind' | 'reason'>): AlertTopic {
  if (reason !== null) return reason
  switch (kind) {
    case 'certificate':
    case 'delivery-failing':
    case 'disk-low':
    case 'relay-stopped':
      return usualReason[kind]
    case 'unauthorized-sender':
    case 'sender-not-verified':
    case 'credentials-refused':
    case 'account-blocked':
    case 'upstream-unreachable':
    case 'queue-growing':
      return kind
    default:
      return assertNever(kind)
  }
}
