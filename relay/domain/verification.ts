import { z } from 'zod'

export const codeLifetimeMs = 30 * 60_000
export const triesPerCode = 5

/**
 * How an entry was shown to be one's own: a code mailed to the address · a TXT record with this installation's token ·
 * SMTP+'s own SPF and DKIM records at the domain · a person's word that MailUp has verified it.
 */
export const verificationMethod = z.enum(['code', 'dns-txt', 'smtp-plus-dns', 'confirmed-in-mailup'])
export type VerificationMethod = z.infer<typeof verificationMethod>

const at = z.iso.datetime()

/** One entry of a user's lists. Times are ISO 8601 in UTC. Only `verified` and `carried-over` authorize anything. */
export const entryState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not-verified') }),
  z.strictObject({
    state: z.literal('waiting'),
    at,
    expiresAt: at,
    triesLeft: z.int().min(0).max(triesPerCode),
    /** relay/secrets/verification-code makes and checks it; the code itself is only in the mail */
    codeHash: z.string(),
    /** the mail with the code, in the queue */
    messageId: z.string(),
  }),
  z.strictObject({ state: z.literal('verified'), how: verificationMethod, at }),
  /** was there before its state was kept, as SMTP+ took over the accounts it had; `at` null: no longer known when */
  z.strictObject({ state: z.literal('carried-over'), at: at.nullable() }),
])
export type EntryState = z.infer<typeof entryState>

export const notVerified: EntryState = { state: 'not-verified' }

export function authorizes(state: EntryState): boolean {
  return state.state === 'verified' || state.state === 'carried-over'
}

/** A code is on its way; whatever code was asked for earlier is void from now on. `nowMs`: milliseconds since 1970. */
export function asked(
  state: EntryState,
  code: { readonly codeHash: string; readonly messageId: string },
  nowMs: number,
): EntryState {
  if (authorizes(state)) return state
  return {
    state: 'waiting',
    at: isoTime(nowMs),
    expiresAt: isoTime(nowMs + codeLifetimeMs),
    triesLeft: triesPerCode,
    codeHash: code.codeHash,
    messageId: code.messageId,
  }
}

export type TypedCode =
  | { readonly reason: 'verified' }
  | { readonly reason: 'wrong-code'; readonly triesLeft: number }
  | { readonly reason: 'too-many-tries' }
  | { readonly reason: 'code-expired' }
  | { readonly reason: 'no-code-asked' }
  | { readonly reason: 'already-verified' }

/**
 * A code was typed: what came of it, and the entry's state from now on. `isRight` compares it with a hash and isn't
 * asked when the answer can't matter.
 */
export function codeTyped(
  state: EntryState,
  isRight: (codeHash: string) => boolean,
  nowMs: number,
): { readonly typed: TypedCode; readonly state: EntryState } {
  if (authorizes(state)) return { typed: { reason: 'already-verified' }, state }
  if (state.state !== 'waiting') return { typed: { reason: 'no-code-asked' }, state }
  if (nowMs >= Date.parse(state.expiresAt)) return { typed: { reason: 'code-expired' }, state }
  if (state.triesLeft === 0) return { typed: { reason: 'too-many-tries' }, state }
  if (isRight(state.codeHash)) return { typed: { reason: 'verified' }, state: verified('code', nowMs) }
  const triesLeft = state.triesLeft - 1
  const typed: TypedCode =
    triesLeft === 0 ? { reason: 'too-many-tries' } : { reason: 'wrong-code', triesLeft }
  return { typed, state: { ...state, triesLeft } }
}

/** What was verified before keeps the way and the time it was verified first. */
export function confirmedInMailUp(state: EntryState, nowMs: number): EntryState {
  return authorizes(state) ? state : verified('confirmed-in-mailup', nowMs)
}

export function seenInDns(
  state: EntryState,
  how: Extract<VerificationMethod, 'dns-txt' | 'smtp-plus-dns'>,
  nowMs: number,
): EntryState {
  return authorizes(state) ? state : verified(how, nowMs)
}

function verified(how: VerificationMethod, nowMs: number): EntryState {
  return { state: 'verified', how, at: isoTime(nowMs) }
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}
