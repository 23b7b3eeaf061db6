import { assertNever } from './result.ts'
import { type ListName, type ListProblem, splitList } from './sender-list.ts'

export type SenderLists = { readonly authorizedDomains: string; readonly authorizedSenders: string }

/**
 * The one-press correction of a list problem: both lists as they would be afterwards (an address among the domains
 * moves to the senders). An entry nothing can be made of is taken out. The same lists come back when the problem
 * isn't in them.
 */
export function correctLists(lists: SenderLists, problem: ListProblem): SenderLists {
  const { list, entry } = problem
  switch (problem.reason) {
    case 'comma':
      return rewrite(lists, list, splitList(lists[list].replaceAll(',', ';')))
    case 'spaces':
      return replaceEntry(lists, list, entry, entry.split(/\s+/))
    case 'url':
      return replaceEntry(lists, list, entry, [withoutUrl(entry)])
    case 'www':
      return replaceEntry(lists, list, entry, [entry.replace(/^(?:www\.)+/i, '')])
    case 'name-beside-address':
      return replaceEntry(lists, list, entry, [addressBeside(entry)])
    case 'address-among-domains':
      return move(lists, entry, 'authorizedDomains', /^\*?@/.test(entry) ? null : 'authorizedSenders')
    case 'domain-among-senders':
      return move(lists, entry, 'authorizedSenders', 'authorizedDomains')
    case 'bad-domain':
    case 'bad-address':
      return replaceEntry(lists, list, entry, [withoutStrayMarks(entry)])
    case 'public-suffix':
      return replaceEntry(lists, list, entry, [])
    default:
      return assertNever(problem.reason)
  }
}

/** What the entry becomes, to show beside the button; empty when it is taken out of its list. */
export function correctedEntry(problem: ListProblem): string {
  const alone = { authorizedDomains: '', authorizedSenders: '', [problem.list]: problem.entry }
  const corrected = correctLists(alone, problem)
  return [corrected.authorizedDomains, corrected.authorizedSenders].filter((text) => text !== '').join(';')
}

function rewrite(lists: SenderLists, list: ListName, entries: readonly string[]): SenderLists {
  return { ...lists, [list]: entries.join(';') }
}

function replaceEntry(lists: SenderLists, list: ListName, entry: string, by: readonly string[]): SenderLists {
  const fitting = by.filter((one) => one !== '' && one !== entry)
  return rewrite(
    lists,
    list,
    splitList(lists[list]).flatMap((one) => (one === entry ? fitting : [one])),
  )
}

// `@firm.example` and `*@firm.example` mean the domain: it stays among, or goes to, the domains.
function move(lists: SenderLists, entry: string, from: ListName, to: ListName | null): SenderLists {
  const meant = entry.replace(/^\*?@/, '')
  if (to === null) return replaceEntry(lists, from, entry, [meant])
  const without = replaceEntry(lists, from, entry, [])
  return rewrite(without, to, [...splitList(without[to]), meant])
}

function withoutUrl(entry: string): string {
  return entry
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, '')
    .replace(/[/?#].*$/, '')
    .replace(/:[0-9]+$/, '')
    .replace(/^www\./i, '')
}

function addressBeside(entry: string): string {
  return /[^\s<>()"]+@[^\s<>()"]+/.exec(entry)?.[0] ?? ''
}

function withoutStrayMarks(entry: string): string {
  return entry.replace(/^[\s.'*]+|[\s.'`]+$/g, '').replaceAll(/\.{2,}/g, '.')
}
