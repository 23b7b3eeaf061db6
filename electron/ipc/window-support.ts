import { z } from 'zod'

/** The call about the report for support. Where it goes is chosen in a dialog of main's. */
export const supportRequests = {
  /** `withAddresses`: else what stands before each @ is shortened to its first letter. */
  saveSupportReport: {
    input: z.strictObject({ withAddresses: z.boolean() }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('cancelled') }),
      z.strictObject({ outcome: z.literal('written'), path: z.string() }),
      z.strictObject({ outcome: z.literal('not-written'), path: z.string(), message: z.string() }),
    ]),
  },
} as const
