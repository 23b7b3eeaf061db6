import {
  type ListProblem,
  parseDomainList,
  parseSenderList,
  splitList,
  writeList,
} from '../../relay/domain/sender-list.ts'
import type { SenderLists } from '../../relay/domain/sender-list-correction.ts'

/** Both lists tidied, or as they were written with everything that is wrong with them. */
export type ListsRead = {
  readonly tidy: SenderLists
  readonly problems: readonly ListProblem[]
  readonly count: number
}

/** The same reading as the relay's, done while somebody types. */
export function readLists(lists: SenderLists): ListsRead {
  const domains = parseDomainList(lists.authorizedDomains)
  const senders = parseSenderList(lists.authorizedSenders)
  const problems = [...(domains.ok ? [] : domains.problem), ...(senders.ok ? [] : senders.problem)]
  return {
    tidy: {
      authorizedDomains: domains.ok ? writeList(domains.value) : lists.authorizedDomains,
      authorizedSenders: senders.ok ? writeList(senders.value) : lists.authorizedSenders,
    },
    problems,
    count: (domains.ok ? domains.value.length : 0) + (senders.ok ? senders.value.length : 0),
  }
}

/** One field for domains and addresses alike, cut into the two lists. What can't be cut stays whole, for its problem. */
export function sortIntoLists(text: string): SenderLists {
  if (text.includes(',')) return { authorizedDomains: text, authorizedSenders: '' }
  const entries = splitList(text)
  const isAddress = (entry: string): boolean => entry.indexOf('@') > 0
  return {
    authorizedDomains: entries.filter((entry) => !isAddress(entry)).join(';'),
    authorizedSenders: entries.filter(isAddress).join(';'),
  }
}

/** The two lists as one text again, readable: `yourcompany.example; info@partner.example`. */
export function joinLists({ authorizedDomains, authorizedSenders }: SenderLists): string {
  return [...splitList(authorizedDomains), ...splitList(authorizedSenders)].join('; ')
}
