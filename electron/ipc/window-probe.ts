import { z } from 'zod'
import {
  type CheckProgress,
  checkId,
  checkPorts,
  checkProgress,
  connectionChecked,
  ownDoorChecked,
} from '../../relay/ipc/probe-requests.ts'

/** A check of this run of the page and the stages that are over, in the order they ended. */
export const checkView = z.strictObject({ check: checkId, progress: z.array(checkProgress) })
export type CheckView = z.infer<typeof checkView>

const mostChecks = 4

/** The checks with one more stage in them; the oldest check makes room. */
export function withProgress(checks: readonly CheckView[], progress: CheckProgress): CheckView[] {
  const known = checks.find(({ check }) => check === progress.check)
  const others = checks.filter((one) => one !== known)
  const next = { check: progress.check, progress: [...(known?.progress ?? []), progress] }
  return [...others, next].slice(-mostChecks)
}

const [checked, notChecked] = connectionChecked.options

/** Why a check could not even begin. */
export const notCheckedReason = z.enum([
  ...notChecked.shape.reason.options,
  'user-unknown',
  'server-malformed',
  'relay-not-answering',
])
export type NotCheckedReason = z.infer<typeof notCheckedReason>

const answer = z.discriminatedUnion('ok', [
  checked,
  z.strictObject({ ok: z.literal(false), reason: notCheckedReason }),
])
export type ConnectionAnswer = z.infer<typeof answer>

const [doorChecked, doorNotChecked] = ownDoorChecked.options

const ownDoorAnswer = z.discriminatedUnion('ok', [
  doorChecked,
  z.strictObject({
    ok: z.literal(false),
    reason: z.enum([doorNotChecked.shape.reason.value, 'relay-not-answering']),
  }),
])
export type OwnDoorAnswer = z.infer<typeof ownDoorAnswer>

/** What is checked: a saved user with its server, credentials and senders, or a server alone. */
export const checkTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id: z.string() }),
  z.strictObject({
    kind: z.literal('server'),
    server: z.string().max(300),
    encryption: z.enum(['starttls', 'none']),
  }),
])
export type CheckTarget = z.infer<typeof checkTarget>

/** The page's calls of the connection doctor. A port that works is adopted by `updateUser`. */
export const windowProbeRequests = {
  /** Answers when all ports are done; the stages come before that, as changes of `checks`. */
  checkConnection: {
    input: z.strictObject({ check: checkId, target: checkTarget, ports: checkPorts.optional() }),
    output: answer,
  },
  /** Is the relay there for this computer's programs, and may they sign in? */
  checkOwnDoor: { input: z.null(), output: ownDoorAnswer },
  cancelCheck: { input: z.strictObject({ check: checkId }), output: z.null() },
} as const
