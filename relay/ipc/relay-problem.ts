import { z } from 'zod'
import { judgement } from '../domain/expectation.ts'

/** A port that could not be taken: which, why, and a free one to offer. */
export const listenProblem = z.strictObject({
  reason: z.enum(['port-in-use', 'permission-denied', 'address-not-available']),
  address: z.string(),
  port: z.int(),
  /** a port that was free just now; null when none was found */
  freePort: z.int().nullable(),
  /** the program that has the port, where that can be seen: `name (process 123)` */
  holder: z.string().optional(),
})

/**
 * Why the relay runs without, or not at all. `database-set-aside` runs on with an empty queue; the old file is kept.
 * `database-newer`: a newer version of this app wrote it; it is left as it is.
 */
export const relayProblem = z.discriminatedUnion('reason', [
  listenProblem.extend({ reason: z.literal('port-in-use') }),
  listenProblem.extend({ reason: z.literal('permission-denied') }),
  listenProblem.extend({ reason: z.literal('address-not-available') }),
  z.strictObject({ reason: z.literal('data-in-use'), directory: z.string(), pid: z.int().nullable() }),
  z.strictObject({ reason: z.literal('folder-not-writable'), directory: z.string() }),
  z.strictObject({ reason: z.literal('database-set-aside'), path: z.string() }),
  z.strictObject({ reason: z.literal('database-newer'), path: z.string() }),
  judgement.extend({
    reason: z.literal('configuration-refused'),
    path: z.string(),
    expected: z.string(),
    found: z.string(),
  }),
])
export type RelayProblem = z.infer<typeof relayProblem>
