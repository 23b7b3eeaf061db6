import { z } from 'zod'
import { listsCompared, serviceListing } from '../../relay/domain/service-listing.ts'
import { notSignedIn } from '../../relay/ipc/probe-requests.ts'
import { serviceSilence } from '../../relay/ipc/service-requests.ts'

/** Why nothing could be compared. `not-at-smtp-plus`: the password of another server isn't shown to MailUp. */
export const notComparedReason = z.enum([
  ...serviceSilence.options,
  ...notSignedIn.options,
  'user-unknown',
  'not-at-smtp-plus',
  'username-missing',
  'relay-not-answering',
])
export type NotComparedReason = z.infer<typeof notComparedReason>

/** What the service has about a user beside its lists, which come compared. */
export const comparison = serviceListing
  .omit({ domains: true, senders: true })
  .extend({ lists: listsCompared })
export type Comparison = z.infer<typeof comparison>

/** Comparing a user with the service; asked at a press alone. */
export const comparisonRequests = {
  compareWithService: {
    input: z.strictObject({ user: z.string() }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), comparison }),
      z.strictObject({ ok: z.literal(false), reason: notComparedReason }),
    ]),
  },
} as const
