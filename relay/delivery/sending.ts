import type { UserConfiguration } from '../config/configuration.ts'
import { DamagedBody } from '../queue/damage.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import { wasGone } from './attempt.ts'
import type { TakeProblem, UpstreamPool } from './upstream-pool.ts'
import type { RecipientEvidence } from './upstream-transaction.ts'

/** What was seen of each recipient, or why nothing could be tried; `damaged`: the message itself can't be read. */
export type Sent =
  | { readonly seen: readonly RecipientEvidence[] }
  | { readonly damaged: DamagedBody }
  | Extract<TakeProblem, { kind: 'password-unavailable' }>

/** One attempt over a session of the user's: one that is idle, else a new one. */
export async function sendOver(
  pool: UpstreamPool,
  user: UserConfiguration,
  message: ClaimedMessage,
): Promise<Sent> {
  for (;;) {
    const taken = await pool.take(user)
    if (!taken.ok) {
      const { problem } = taken
      if (problem.kind === 'password-unavailable') return problem
      return { seen: message.recipients.map((address) => ({ address, evidence: problem })) }
    }
    const { upstream, reused } = taken.value
    let seen: readonly RecipientEvidence[]
    try {
      seen = await upstream.send(message)
    } catch (fault) {
      if (fault instanceof DamagedBody) return { damaged: fault }
      throw fault
    } finally {
      pool.giveBack(user, upstream)
    }
    // An idle connection may be gone without our knowing: that says nothing about the server.
    if (!(reused && wasGone(seen))) return { seen }
  }
}
