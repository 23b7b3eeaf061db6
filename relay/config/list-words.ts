import type { ListProblem } from '../domain/sender-list.ts'
import { correctedEntry } from '../domain/sender-list-correction.ts'
import { type ConfigurationProblem, foundKindOf, foundValue, problemAt, quoted } from './schema-problem.ts'

/** What is wrong in a list of authorized domains or senders, with the correction where there is one. */
export function listProblemAt(path: string, problem: ListProblem): ConfigurationProblem {
  const { reason, list, entry } = problem
  const found = reason === 'comma' ? foundKindOf('comma-in', quoted(entry)) : foundValue(entry, '')
  const corrected = correctedEntry(problem)
  return problemAt(`${path}.${list}`, `list-${reason}`, found, corrected === '' ? '' : quoted(corrected))
}
