import { type HeaderIdentities, readHeaderIdentities } from '../../../relay/domain/header-identities.ts'
import type { HeaderProblem } from '../../../relay/domain/header-problem.ts'

/** What the strict parser makes of these fields. */
export function read(...fields: readonly string[]): HeaderIdentities | HeaderProblem {
  const header = readHeaderIdentities(new TextEncoder().encode(`${fields.join('\r\n')}\r\n\r\n`))
  return header.ok ? header.value : header.problem
}

export const from = 'From: a@firm.example'
