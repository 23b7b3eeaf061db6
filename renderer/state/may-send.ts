import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { parseDomainList, parseSenderList } from '../../relay/domain/sender-list.ts'
import { matchSender, senderRules } from '../../relay/domain/sender-policy.ts'

/** Whether an address that was refused may send under the lists as they are now: then its refusal is old news. */
export function maySendNow(
  user: { readonly authorizedDomains: string; readonly authorizedSenders: string },
  address: string,
): boolean {
  const domains = parseDomainList(user.authorizedDomains)
  const senders = parseSenderList(user.authorizedSenders)
  const sender = parseMailAddress(address)
  if (!domains.ok || !senders.ok || !sender.ok) return false
  const { found } = matchSender(senderRules(domains.value, senders.value), sender.value)
  return found === 'address' || found === 'domain' || found === 'everyone'
}
