import { z } from 'zod'

/** When a sign-in was last used: signed in, or began a message. */
export const loginSeen = z.strictObject({ login: z.string(), at: z.iso.datetime() })

/** When a user's server took a message last. */
export const lastDelivery = z.strictObject({ user: z.string(), at: z.iso.datetime() })

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
