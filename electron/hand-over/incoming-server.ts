import { z } from 'zod'
import { serverNameProblem } from '../../relay/domain/server-name.ts'

/**
 * The mailbox's own incoming server. Apple's profiles and Mozilla's autoconfig know no account without one, so it is asked
 * for; nothing of it is changed.
 */
export const incomingServer = z.strictObject({
  type: z.enum(['imap', 'pop3']),
  server: z
    .string()
    .max(300)
    .refine((text) => serverNameProblem(text) === null),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte, or STARTTLS; never in clear */
  encryption: z.enum(['tls', 'starttls']),
  username: z
    .string()
    .min(1)
    .max(300)
    .regex(/^\P{C}*$/u),
})
export type IncomingServer = z.infer<typeof incomingServer>
