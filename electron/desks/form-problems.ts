import { name } from '../../relay/config/configuration.ts'
import { parseDomainList, parseSenderList } from '../../relay/domain/sender-list.ts'
import { serverNameProblem } from '../../relay/domain/server-name.ts'
import { judgePort, type PortVerdict } from '../../relay/domain/smtp-port.ts'
import type { FieldProblem, FormProblemReason } from '../ipc/window-contract.ts'

type FormProblem = FieldProblem & { readonly reason: FormProblemReason }

/** What is wrong with the name of a user or a sign-in; `taken`: the names that are in use. */
export function nameProblems(field: string, wanted: string, taken: readonly string[]): FormProblem[] {
  if (wanted === '') return [{ field, reason: 'required' }]
  if (wanted.length > 64) return [{ field, reason: 'too-long', found: wanted }]
  if (!name.safeParse(wanted).success) return [{ field, reason: 'name-characters', found: wanted }]
  const isTaken = taken.some((other) => other.toLowerCase() === wanted.toLowerCase())
  return isTaken ? [{ field, reason: 'name-taken', found: wanted }] : []
}

/** What is wrong with where mail shall go. */
export function connectionProblems(connection: { server: string; port: number }): FormProblem[] {
  const { server, port } = connection
  const problems: FormProblem[] = []
  if (server === '') problems.push({ field: 'server', reason: 'required' })
  else if (serverNameProblem(server) !== null) {
    problems.push({ field: 'server', reason: 'server-malformed', found: server })
  }
  if (!isUsable(judgePort(server, port))) {
    problems.push({ field: 'port', reason: 'port-out-of-range', found: String(port) })
  }
  return problems
}

// An odd port of somebody else's server may be right; SMTP+'s own ports are known, and TLS from the first byte isn't spoken.
function isUsable(verdict: PortVerdict): boolean {
  return verdict === 'ok' || verdict === 'unusual'
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
