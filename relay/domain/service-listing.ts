import { z } from 'zod'

/** What the service says about one of its users; null: it doesn't say. Texts are as the service wrote them, cut to length. */
export const serviceListing = z.strictObject({
  status: z.enum(['active', 'inactive']).nullable(),
  priority: z.int().min(1).max(5).nullable(),
  note: z.string().max(500).nullable(),
  /** in the future, ISO 8601 */
  blockedUntil: z.iso.datetime().nullable(),
  adminBlock: z.boolean().nullable(),
  domains: z.array(z.string().max(320)).max(5000).nullable(),
  senders: z.array(z.string().max(320)).max(5000).nullable(),
})
export type ServiceListing = z.infer<typeof serviceListing>

/** The entries of one list that only one side has, tidied and in that side's order. */
export const listDifference = z.strictObject({
  onlyHere: z.array(z.string()),
  onlyThere: z.array(z.string()),
})

export type ListDifference = z.infer<typeof listDifference>

/** The lists of both sides compared; null: the service didn't name that list, which says nothing about what is in it. */
export const listsCompared = z.strictObject({
  domains: listDifference.nullable(),
  senders: listDifference.nullable(),
  /** what the service lists and this app can't read as an entry; never taken over */
  unreadable: z.array(z.string()),
})
export type ListsCompared = z.infer<typeof listsCompared>
