import type { TFunction } from 'i18next'
import { alertProblemReason } from '../../electron/ipc/window-alerts.ts'
import {
  type FieldProblem,
  formProblemReason,
  type RelayView,
  type Snapshot,
} from '../../electron/ipc/window-contract.ts'
import { loginProblemReason } from '../../electron/ipc/window-logins.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { refusalReason, senderIdentity } from '../../relay/domain/relay-event.ts'
import type { ListProblemReason } from '../../relay/domain/sender-list.ts'
import { en } from './en.ts'
import { judgedWords } from './judged-words.ts'

export type Words = TFunction<'words'>
type Titled = { readonly title: string; readonly body: string }

/** A user as people know it. The practice user's id is the same in every language; its name is not. */
export function userWords(t: Words, id: string): string {
  return id === practiceUserId ? t('common.practiceUser') : id
}

/** Why the relay runs without, or not at all, and what to do. */
export function relayProblemWords(t: Words, problem: RelayView['problems'][number]): Titled {
  const holder = ('holder' in problem && problem.holder) || t('reasons.anotherProgram')
  const judged = problem.reason === 'configuration-refused' ? judgedWords(t, problem) : {}
  return titled(t, `reasons.relayProblem.${problem.reason}`, { ...problem, ...judged, holder })
}

/** A refusal: what happened, to which message, and the cure. `authorized`: who may send instead, as a sentence. */
export function refusalWords(t: Words, refusal: Snapshot['refusals'][number], authorized: string): Titled {
  const reason = refusalReason.safeParse(refusal.reason)
  if (!reason.success) return unknownWords(t, refusal.reason)
  return titled(t, `reasons.refusal.${reason.data}`, {
    address: refusal.address ?? t('common.anAddress'),
    user: refusal.user === null ? '?' : userWords(t, refusal.user),
    login: refusal.login ?? t('common.aProgram'),
    program: refusal.login === null ? t('common.aProgram') : `“${refusal.login}”`,
    authorized,
  })
}

/** Which of a message's identities was looked at, in the field's own words. */
export function identityWords(t: Words, identity: string): string {
  const known = senderIdentity.safeParse(identity)
  return known.success ? t(`reasons.identity.${known.data}`) : identity
}

/** Why a field can't be saved: a form problem's sentence, or a list problem's with the entry it is about. */
export function fieldWords(t: Words, problem: FieldProblem): string {
  const known = formProblemReason.safeParse(problem.reason)
  if (known.success) return t(`reasons.form.${known.data}`, { found: problem.found ?? '' })
  const ofAlerts = alertProblemReason.safeParse(problem.reason)
  if (ofAlerts.success) return t(`reasons.alertForm.${ofAlerts.data}`)
  const ofSignIn = loginProblemReason.safeParse(problem.reason)
  if (ofSignIn.success) return t(`signIns.problems.${ofSignIn.data}`, { found: problem.found ?? '' })
  if (isListProblem(problem.reason))
    return t(`reasons.list.${problem.reason}`, { entry: problem.found ?? '' })
  return t('reasons.unknownField', { reason: problem.reason })
}

function isListProblem(reason: string): reason is ListProblemReason {
  return Object.hasOwn(en.reasons.list, reason)
}

type TitledKey =
  | `reasons.relayProblem.${RelayView['problems'][number]['reason']}`
  | `reasons.refusal.${ReturnType<typeof refusalReason.parse>}`

function titled(t: Words, key: TitledKey, values: Record<string, unknown>): Titled {
  return { title: t(`${key}.title`, values), body: t(`${key}.body`, values) }
}

function unknownWords(t: Words, reason: string): Titled {
  return { title: reason, body: t('reasons.unknown', { reason }) }
}
