import { assertNever } from '../domain/result.ts'
import type { ListProblem } from '../domain/sender-list.ts'
import { correctedEntry } from '../domain/sender-list-correction.ts'
import { describeValue } from './schema-problem.ts'

/** What belongs in the list instead, in English, with the correction where there is one. */
export function listExpectation(problem: ListProblem): string {
  const rule = ruleOf(problem)
  const corrected = correctedEntry(problem)
  return corrected === '' ? rule : `${rule}; write ${describeValue(corrected, '')}`
}

/** What was found there. */
export function describeList(problem: ListProblem): string {
  const entry = describeValue(problem.entry, '')
  return problem.reason === 'comma' ? `a comma in ${entry}` : entry
}

function ruleOf({ reason, list }: ListProblem): string {
  const what = list === 'authorizedDomains' ? 'domains' : 'addresses'
  switch (reason) {
    case 'comma':
      return `${what} separated by ";", not by a comma`
    case 'spaces':
      return `${what} separated by ";", not by spaces`
    case 'url':
      return `a plain ${list === 'authorizedDomains' ? 'domain' : 'address'}, not a web address`
    case 'www':
      return 'the mail domain without "www."'
    case 'name-beside-address':
      return `the plain ${list === 'authorizedDomains' ? 'domain' : 'address'}, without a name, brackets or quotes`
    case 'address-among-domains':
      return 'a domain; a whole address belongs among the authorized senders'
    case 'domain-among-senders':
      return 'a whole address; a domain belongs among the authorized domains'
    case 'public-suffix':
      return "a domain of one's own, not one under which everybody can register"
    case 'bad-domain':
      return 'a domain such as "firm.example"'
    case 'bad-address':
      return 'an address such as "info@firm.example"'
    default:
      return assertNever(reason)
  }
}
