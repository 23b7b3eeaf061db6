import type { UserView } from '../../electron/ipc/window-contract.ts'
import { type UserHint, type UserProblem, userHints, userProblems } from '../../relay/domain/user-problems.ts'
import type { RequestInput } from './bridge.ts'
import { type ConnectionDraft, textOf } from './read-form.ts'

/** What a person sets of a user beside its connection; what the form has no field for is left out. */
export type WishesDraft = Omit<RequestInput<'updateUser'>, 'id' | keyof ConnectionDraft>

/** The connection as it stands in the fields, right or not; a port that is no number reads as 0. */
export function readTyped(form: FormData): ConnectionDraft {
  const port = textOf(form, 'port')
  return {
    server: textOf(form, 'server'),
    port: /^\d{1,6}$/.test(port) ? Number(port) : 0,
    encryption: textOf(form, 'encryption') === 'none' ? 'none' : 'starttls',
    username: textOf(form, 'username'),
  }
}

/** The other fields, as far as the form has them. */
export function readWishes(form: FormData): WishesDraft {
  const priority = Number(textOf(form, 'priority'))
  return {
    ...(form.has('status') ? { status: textOf(form, 'status') === 'inactive' ? 'inactive' : 'active' } : {}),
    ...(priority >= 1 ? { priority } : {}),
    ...(form.has('note') ? { note: textOf(form, 'note') } : {}),
    ...(form.has('unauthorizedSenders')
      ? { unauthorizedSenders: textOf(form, 'unauthorizedSenders') === 'alert' ? 'alert' : 'block' }
      : {}),
    ...(form.has('messagesPerHour') ? { messagesPerHour: readCount(textOf(form, 'messagesPerHour')) } : {}),
    ...(form.has('whenUncertain')
      ? { whenUncertain: textOf(form, 'whenUncertain') === 'ask' ? 'ask' : 'retry' }
      : {}),
    ...(form.has('failureNotices')
      ? { failureNotices: textOf(form, 'failureNotices') === 'always' ? 'always' : 'on-request' }
      : {}),
    ...(form.has('campaignName') ? { smtpApi: readSmtpApi(form) } : {}),
  }
}

/** What keeps the form from being saved, and what is only worth a word. */
export function judgeForm(form: FormData): {
  readonly problems: readonly UserProblem[]
  readonly hints: readonly UserHint[]
} {
  const draft = { ...readTyped(form), ...readWishes(form) }
  return { problems: userProblems(draft), hints: userHints(draft) }
}

/** Empty: no limit. What isn't a whole number reads as NaN, which no user can be saved with. */
function readCount(text: string): number | null {
  if (text === '') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

function readSmtpApi(form: FormData): UserView['smtpApi'] {
  const campaignName = textOf(form, 'campaignName')
  const campaignCode = textOf(form, 'campaignCode')
  const part = (field: 'header' | 'footer') => {
    const wanted = textOf(form, field)
    return wanted === 'on' || wanted === 'off' ? { [field]: wanted === 'on' } : {}
  }
  const wanted = {
    ...(campaignName === '' ? {} : { campaignName }),
    ...(campaignCode === '' ? {} : { campaignCode }),
    ...part('header'),
    ...part('footer'),
  }
  return Object.keys(wanted).length === 0 ? null : wanted
}
