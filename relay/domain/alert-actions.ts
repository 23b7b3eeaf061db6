import { getDomain } from 'tldts'
import type { AlertAction } from './alert-action.ts'
import type { AlertCause } from './alert-cause.ts'
import { comparableAddress, type MailAddress, parseMailAddress } from './mail-address.ts'
import { isPublicMailDomain } from './public-mail-domains.ts'
import { assertNever } from './result.ts'
import { parseDomainList, parseSenderList } from './sender-list.ts'

/** What the settings say about those an alert names; null: there is no such user or sign-in any more. */
export type AlertSurroundings = {
  readonly lists: { readonly authorizedDomains: string; readonly authorizedSenders: string } | null
  readonly login: { readonly active: boolean; readonly rewritesFormSender: boolean } | null
}

const ignore: AlertAction = { action: 'ignore' }

/** The actions that make sense for a cause: nothing that is done already, nobody who is gone. */
export function alertActions(cause: AlertCause, around: AlertSurroundings): readonly AlertAction[] {
  const { kind, reason, user } = cause
  switch (kind) {
    case 'unauthorized-sender':
      return reason === 'form-sender' ? formActions(cause, around) : senderActions(cause, around)
    case 'sender-not-verified':
      return [...verifyActions(cause, around), ...pauseActions(cause, around), ignore]
    case 'credentials-refused':
      return user === null ? [] : [{ action: 'replace-password', user }, ...checkActions(cause)]
    case 'account-blocked':
    case 'upstream-unreachable':
      return checkActions(cause)
    case 'certificate':
      return reason === 'certificate-not-trusted' ? checkActions(cause) : [...checkActions(cause), ignore]
    case 'delivery-failing':
      if (reason === 'password-unavailable' && user !== null) return [{ action: 'replace-password', user }]
      // The server has nothing to do with it.
      return reason === 'message-damaged' ? [] : checkActions(cause)
    case 'queue-growing':
      return [ignore]
    case 'disk-low':
    case 'relay-stopped':
      return []
    default:
      return assertNever(kind)
  }
}

/**
 * The domain to offer beside an address that isn't authorized: only one that is plainly the firm's own, because it
 * shares its registered name with an entry of the lists (`sub.firm.example` beside `firm.example`). Never a mail
 * provider's, where strangers have addresses too.
 */
export function domainToOffer(
  address: MailAddress,
  lists: NonNullable<AlertSurroundings['lists']>,
): string | null {
  const registered = getDomain(address.domain)
  if (registered === null || isPublicMailDomain(registered)) return null
  const domains = parseDomainList(lists.authorizedDomains)
  const senders = parseSenderList(lists.authorizedSenders)
  const own = [
    ...(domains.ok ? domains.value.map((entry) => entry.domain) : []),
    ...(senders.ok ? senders.value.map((entry) => entry.address.domain) : []),
  ]
  if (domains.ok && domains.value.some((entry) => entry.domain === address.domain)) return null
  return own.some((domain) => getDomain(domain) === registered) ? address.domain : null
}

function senderActions(cause: AlertCause, around: AlertSurroundings): readonly AlertAction[] {
  const address = parseMailAddress(cause.about)
  // Listed by now and still no good: what is missing is its verification.
  const actions: AlertAction[] = [...verifyActions(cause, around)]
  const { user } = cause
  if (user !== null && around.lists !== null && address.ok && actions.length === 0) {
    actions.push({ action: 'authorize-address', user, address: address.value.text })
    const domain = domainToOffer(address.value, around.lists)
    if (domain !== null) actions.push({ action: 'authorize-domain', user, domain })
  }
  return [...actions, ...pauseActions(cause, around), ignore]
}

function isListed(address: MailAddress, lists: NonNullable<AlertSurroundings['lists']>): boolean {
  const senders = parseSenderList(lists.authorizedSenders)
  const key = comparableAddress(address)
  return senders.ok && senders.value.some((entry) => comparableAddress(entry.address) === key)
}

function formActions(cause: AlertCause, around: AlertSurroundings): readonly AlertAction[] {
  const { login } = cause
  const canRewrite = login !== null && around.login !== null && !around.login.rewritesFormSender
  return [
    ...(canRewrite ? [{ action: 'rewrite-form-sender', login } as const] : []),
    ...pauseActions(cause, around),
  ]
}

function verifyActions(cause: AlertCause, around: AlertSurroundings): readonly AlertAction[] {
  const address = parseMailAddress(cause.about)
  if (cause.user === null || around.lists === null || !address.ok) return []
  const { user } = cause
  if (isListed(address.value, around.lists)) {
    return [{ action: 'ask-for-verification', user, entry: comparableAddress(address.value) }]
  }
  const domains = parseDomainList(around.lists.authorizedDomains)
  const entry = domains.ok ? domains.value.find(({ domain }) => domain === address.value.domain) : undefined
  return entry ? [{ action: 'ask-for-verification', user, entry: entry.text }] : []
}

function pauseActions({ login }: AlertCause, around: AlertSurroundings): readonly AlertAction[] {
  return login !== null && around.login?.active ? [{ action: 'pause-login', login }] : []
}

function checkActions({ user }: AlertCause): readonly AlertAction[] {
  return user === null ? [] : [{ action: 'check-connection', user }]
}
