import { z } from 'zod'

/** How a limited user's mail gets on, for people. Times are ISO 8601 in UTC. */
export const paceView = z.strictObject({
  user: z.string(),
  /** messages an hour in force now; less than bought while the server asks for it */
  ratePerHour: z.number(),
  /** null: none was bought, the server asked to go slower */
  boughtPerHour: z.int().nullable(),
  /** how many messages wait for their turn */
  waiting: z.int(),
  /** about when the last of them leaves; null: none waits because of the pace */
  doneAt: z.iso.datetime().nullable(),
})
export type PaceView = z.infer<typeof paceView>
