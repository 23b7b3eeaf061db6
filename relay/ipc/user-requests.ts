import { z } from 'zod'

/** What main tells the relay about SMTP+ users beside their configuration. */
export const userRequests = {
  /** A user's password was stored or replaced: mail held for it becomes due. */
  passwordChanged: { input: z.strictObject({ user: z.string() }), output: z.null() },
  /** A user's mail that is in the queue leaves as another user from now on, under that one's rules. */
  moveMail: {
    input: z.strictObject({ from: z.string(), to: z.string() }),
    output: z.strictObject({ moved: z.int() }),
  },
} as const
