import { z } from 'zod'
import { watchStep } from '../domain/watch-step.ts'

/** What the app asks to see programs at the relay's door. */
export const watchRequests = {
  /**
   * Tells what programs did since step `after`. `begin`: a new watch, from nothing. It goes on while it is asked for:
   * ten seconds without a question, or fifteen minutes in all, end it (`open` is false then).
   */
  watchPrograms: {
    input: z.strictObject({ begin: z.boolean(), after: z.int().min(0) }),
    output: z.strictObject({ open: z.boolean(), steps: z.array(watchStep) }),
  },
} as const
