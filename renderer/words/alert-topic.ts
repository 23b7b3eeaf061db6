import type { AlertKind, AlertReason } from '../../relay/domain/relay-event.ts'

/** Kinds that always come with a reason have words for each reason; older alerts without one get the usual reason's. */
const usualReason = {
  certificate: 'certificate-not-trusted',
  'delivery-failing': 'waiting-long',
  'disk-low': 'disk-nearly-full',
  'relay-stopped': 'ended-unexpectedly',
} as const satisfies Partial<Record<AlertKind, AlertReason>>

/** What an alert has words for. */
export type AlertTopic = Exclude<AlertKind, keyof typeof usualReason> | AlertReason

export function alertTopicOf(kind: AlertKind, reason: AlertReason | null): AlertTopic {
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
  }
}
