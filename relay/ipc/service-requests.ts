import { z } from 'zod'
import { serviceListing } from '../domain/service-listing.ts'
import { notSignedIn } from './probe-requests.ts'

/** Why the service told nothing. `changed`: it answers, and not in the form that is known. */
export const serviceSilence = z.enum([
  'not-reached',
  'not-answering',
  'certificate',
  'refused',
  'unavailable',
  'changed',
])
export type ServiceSilence = z.infer<typeof serviceSilence>

/** What main asks of the service's own interface, through the relay's process. */
export const serviceRequests = {
  /** What the service has about one of its users, asked with that user's password, which the relay asks for itself. */
  listUserInfo: {
    input: z.strictObject({ user: z.string(), username: z.string().min(1).max(300) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), listing: serviceListing }),
      z.strictObject({
        ok: z.literal(false),
        reason: z.enum([...serviceSilence.options, ...notSignedIn.options]),
      }),
    ]),
  },
} as const
