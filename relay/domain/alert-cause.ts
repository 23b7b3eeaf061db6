import { lowerCaseAscii } from './domain-name.ts'
import type { AlertKind, AlertReason } from './relay-event.ts'
import { assertNever } from './result.ts'

/** What an alert is about. `about`: an address, the server's answer, a folder, a number: what its kind calls for. */
export type AlertCause = {
  readonly kind: AlertKind
  readonly reason: AlertReason | null
  readonly login: string | null
  readonly user: string | null
  readonly about: string
}

/** A cause that shall raise no alert any more. */
export type IgnoredCause = { readonly kind: AlertKind; readonly about: string }

/**
 * Repeats with the same key are one alert. Servers word the same answer differently each time, so `about` counts only
 * where it is what the alert is about: an address, or a certificate with its last day.
 */
export function foldKey(cause: AlertCause): string {
  const { kind, login, user } = cause
  // One disk, one relay: what is known last about it is what counts.
  const reason = kind === 'disk-low' || kind === 'relay-stopped' ? null : cause.reason
  return JSON.stringify([kind, reason, login, user, isToldApartByAbout(cause) ? comparable(cause.about) : ''])
}

/** How a cause is written down when a person wants to hear of it no more. */
export function ignoredFormOf(cause: Pick<AlertCause, 'kind' | 'reason' | 'about'>): IgnoredCause {
  const apart = isToldApartByAbout(cause) || cause.kind === 'unauthorized-sender'
  return { kind: cause.kind, about: apart ? comparable(cause.about) : '' }
}

export function isIgnored(ignored: readonly IgnoredCause[], cause: AlertCause): boolean {
  const form = ignoredFormOf(cause)
  return ignored.some((one) => one.kind === form.kind && comparable(one.about) === form.about)
}

function isToldApartByAbout({ kind, reason }: Pick<AlertCause, 'kind' | 'reason'>): boolean {
  switch (kind) {
    case 'unauthorized-sender':
      // A form's visitors are legion: they are one trouble with one cure.
      return reason !== 'form-sender'
    case 'sender-not-verified':
      return true
    case 'certificate':
      return reason !== 'certificate-not-trusted'
    case 'credentials-refused':
    case 'account-blocked':
    case 'upstream-unreachable':
    case 'delivery-failing':
    case 'queue-growing':
    case 'disk-low':
    case 'relay-stopped':
      return false
    default:
      return assertNever(kind)
  }
}

function comparable(about: string): string {
  return lowerCaseAscii(about.trim())
}
