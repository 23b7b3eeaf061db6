import { z } from 'zod'

/** What a person can press beside an alert, most helpful first. */
export const alertAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('authorize-address'), user: z.string(), address: z.string() }),
  z.strictObject({ action: z.literal('authorize-domain'), user: z.string(), domain: z.string() }),
  /** the entry of the user's lists that authorizes nothing until it is verified */
  z.strictObject({ action: z.literal('ask-for-verification'), user: z.string(), entry: z.string() }),
  z.strictObject({ action: z.literal('pause-login'), login: z.string() }),
  /** the relay puts the authorized sender into From and the visitor into Reply-To */
  z.strictObject({ action: z.literal('rewrite-form-sender'), login: z.string() }),
  z.strictObject({ action: z.literal('replace-password'), user: z.string() }),
  z.strictObject({ action: z.literal('check-connection'), user: z.string() }),
  z.strictObject({ action: z.literal('ignore') }),
])
export type AlertAction = z.infer<typeof alertAction>
