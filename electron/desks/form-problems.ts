import { givenNameProblem } from '../../relay/domain/given-name.ts'
import { parseDomainList, parseSenderList } from '../../relay/domain/sender-list.ts'
import type { FieldProblem, FormProblemReason } from '../ipc/window-contract.ts'

type FormProblem = FieldProblem & { readonly reason: FormProblemReason }

/** What is wrong with the name of a user or a sign-in; `taken`: the names that are in use. */
export function nameProblems(field: string, wanted: string, taken: readonly string[]): FormProblem[] {
  const reason = givenNameProblem(wanted, taken)
  return reason === null ? [] : [{ field, reason, found: wanted }]
}

/** What is wrong with the two lists of who may send; the reasons are those of relay/domain/sender-list. */
export function listProblems(lists: {
  authorizedDomains: string
  authorizedSenders: string
}): FieldProblem[] {
  const domains = parseDomainList(lists.authorizedDomains)
  const senders = parseSenderList(lists.authorizedSenders)
  return [...(domains.ok ? [] : domains.problem), ...(senders.ok ? [] : senders.problem)].map((problem) => ({
    field: problem.list,
    reason: problem.reason,
    found: problem.entry,
  }))
}
