import type { AlertCause } from '../domain/alert-cause.ts'
import type { AlertKind, AlertReason } from '../domain/relay-event.ts'
import { assertNever } from '../domain/result.ts'

/** What happened, what became of the message, what to do. `title` is ASCII: it becomes a subject. */
export type AlertWords = {
  readonly title: string
  readonly happened: string
  readonly message: string
  readonly cure: string
}

/** Kinds that always come with a reason have words for each reason instead. */
export type AlertTopic = Exclude<AlertKind, keyof typeof usualReason> | AlertReason

const usualReason = {
  certificate: 'certificate-not-trusted',
  'delivery-failing': 'waiting-long',
  'disk-low': 'disk-nearly-full',
  'relay-stopped': 'ended-unexpectedly',
} as const satisfies Partial<Record<AlertKind, AlertReason>>

export function alertTopicOf({ kind, reason }: AlertCause): AlertTopic {
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
