import { parseDomainList, parseSenderList } from '../../../relay/domain/sender-list.ts'
import { type SenderPolicy, senderRules } from '../../../relay/domain/sender-policy.ts'

type Lists = {
  readonly authorizedDomains?: string
  readonly authorizedSenders?: string
  readonly unverifiedDomains?: readonly string[]
  readonly unverifiedSenders?: readonly string[]
}

/** The policy of an active user in block mode with these lists, unless `more` says otherwise; throws on a bad list. */
export function policyOf(lists: Lists, more: Partial<SenderPolicy> = {}): SenderPolicy {
  const rules = rulesOf(lists)
  return {
    user: 'office',
    login: 'accounting',
    userActive: true,
    loginActive: true,
    unauthorizedSenders: 'block',
    rules: [rules],
    ...more,
  }
}

export function rulesOf(lists: Lists): SenderPolicy['rules'][number] {
  const domains = parseDomainList(lists.authorizedDomains ?? '')
  const senders = parseSenderList(lists.authorizedSenders ?? '')
  if (!domains.ok || !senders.ok) throw new Error('a list of this test cannot be read')
  return senderRules(
    domains.value,
    senders.value,
    new Set(lists.unverifiedDomains),
    new Set(lists.unverifiedSenders),
  )
}
