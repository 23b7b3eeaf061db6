import { z } from 'zod'

/** Who may send as a user, as it is typed. */
export const rules = z.strictObject({
  /** "these are verified in MailUp": of the entries that this save adds, and recorded as the person's word */
  alreadyVerified: z.boolean(),
  authorizedDomains: z.string().max(200_000),
  authorizedSenders: z.string().max(200_000),
  unauthorizedSenders: z.enum(['block', 'alert']),
})

/** Where a user's mail goes, as it is typed. */
export const connection = z.strictObject({
  server: z.string().max(300),
  port: z.int(),
  encryption: z.enum(['starttls', 'none']),
  username: z.string().max(300),
})
