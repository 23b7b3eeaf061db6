import { z } from 'zod'
import { judgement } from '../../relay/domain/expectation.ts'
import { settingChange } from './window-history.ts'

/** Why a file of settings isn't taken; `path`: the place in it, empty for the file as a whole. */
export const transferProblem = z.strictObject({
  reason: z.enum([
    'unreadable',
    'too-large',
    'cut-off',
    'not-json',
    'not-ours',
    'newer-version',
    'unknown-key',
    'wrong-value',
  ]),
  path: z.string(),
  expected: z.string(),
  found: z.string(),
  /** what belongs at the place and what stands there; null where that isn't the problem */
  judged: judgement.nullable(),
})
export type TransferProblem = z.infer<typeof transferProblem>

const cancelled = z.strictObject({ outcome: z.literal('cancelled') })

/** The calls about taking the settings elsewhere and bringing them in. Files are chosen in dialogs of main's. */
export const transferRequests = {
  exportSettings: {
    input: z.null(),
    output: z.discriminatedUnion('outcome', [
      cancelled,
      z.strictObject({ outcome: z.literal('written'), path: z.string() }),
      z.strictObject({ outcome: z.literal('not-written'), path: z.string(), message: z.string() }),
    ]),
  },
  /** Reads a file and says what it would change; nothing is changed. */
  readSettingsFile: {
    input: z.null(),
    output: z.discriminatedUnion('outcome', [
      cancelled,
      z.strictObject({ outcome: z.literal('refused'), path: z.string(), problem: transferProblem }),
      z.strictObject({
        outcome: z.literal('read'),
        path: z.string(),
        /** names this reading for `importSettings` */
        reading: z.string(),
        /** what would become another; an added user with its fields */
        changes: z.array(settingChange),
        /** users and sign-ins that need a password afterwards */
        usersWithout: z.array(z.string()),
        signInsWithout: z.array(z.string()),
      }),
    ]),
  },
  /** Takes over what was read, all of it or nothing; refused when the settings changed since it was shown. */
  importSettings: {
    input: z.strictObject({ reading: z.string() }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), revision: z.int() }),
      z.strictObject({ ok: z.literal(false), reason: z.enum(['changed-meanwhile', 'settings-not-saved']) }),
    ]),
  },
} as const
