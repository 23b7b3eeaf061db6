import type { z } from 'zod'
import { parseAddressBlock } from '../../relay/config/address-block.ts'
import { outsideOf } from '../../relay/domain/narrower-lists.ts'
import { parseDomainList, parseSenderList, writeList } from '../../relay/domain/sender-list.ts'
import type { FieldProblem, WindowContract } from '../ipc/window-contract.ts'
import { type LoginProblemReason, loginLimits } from '../ipc/window-logins.ts'
import { userBounds } from '../settings/login-lists.ts'
import type { LoginSettings, Settings } from '../settings/settings-schema.ts'
import { listProblems } from './form-problems.ts'

export type LoginForm = z.output<WindowContract['requests']['updateLogin']['input']>

/** The addresses of a text, one a line or separated by ";" , "," or spaces; none twice. */
export function blocksIn(text: string): string[] {
  return [...new Set(text.split(/[\s;,]+/).filter((entry) => entry !== ''))]
}

/** What is wrong with the addresses by which the sign-in called `name` is to be recognised. */
export function addressProblems(settings: Settings, name: string, text: string): FieldProblem[] {
  const blocks = blocksIn(text)
  if (blocks.length === 0) return [problem('addresses', 'required')]
  const malformed = blocks.find((block) => parseAddressBlock(block) === null)
  if (malformed !== undefined) return [problem('addresses', 'device-address-malformed', malformed)]
  const others = settings.logins.filter((login) => login.name !== name)
  const taken = new Set(others.flatMap((login) => (login.addresses ?? []).map(keyOf)))
  const twice = blocks.find((block) => taken.has(keyOf(block)))
  return twice === undefined ? [] : [problem('addresses', 'device-address-taken', twice)]
}

/** Everything that keeps a sign-in from being saved like this; its user exists. */
export function loginFormProblems(settings: Settings, login: LoginSettings, form: LoginForm): FieldProblem[] {
  return [
    ...(login.auth === 'none' ? addressProblems(settings, login.name, form.addresses) : []),
    ...ownListProblems(settings, form),
    ...countProblems(form),
  ]
}

/** What is wrong with a sign-in's own senders. */
export function ownListProblems(
  settings: Settings,
  form: Pick<LoginForm, 'user' | 'authorizedDomains' | 'authorizedSenders'>,
): FieldProblem[] {
  const problems = listProblems(form)
  if (problems.length > 0) return problems
  const user = userBounds(settings)(form.user)
  if (user === null) return []
  const outside = outsideOf(user, form)
  return [
    ...outside.domains.map(({ text }) => problem('authorizedDomains', 'wider-than-user', text)),
    ...outside.senders.map(({ text }) => problem('authorizedSenders', 'wider-than-user', text)),
  ]
}

function countProblems({ messagesPerHour, recipients }: LoginForm): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (messagesPerHour !== null && !isCount(messagesPerHour, loginLimits.messagesPerHour))
    problems.push(problem('messagesPerHour', 'login-not-a-count'))
  if (recipients !== null && !isCount(recipients, loginLimits.recipients))
    problems.push(problem('recipients', 'too-many-recipients-wanted'))
  return problems
}

/** The sign-in with what the form says; name, password and status stay. */
export function withLoginForm(login: LoginSettings, form: LoginForm): LoginSettings {
  const { name, status, auth, passwordHash, rewritesFormSender, until } = login
  const authorizedDomains = tidied(parseDomainList(form.authorizedDomains))
  const authorizedSenders = tidied(parseSenderList(form.authorizedSenders))
  return {
    name,
    user: form.user,
    status,
    auth,
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(auth === 'none' ? { addresses: blocksIn(form.addresses) } : {}),
    ...(until === undefined ? {} : { until }),
    ...(rewritesFormSender === undefined ? {} : { rewritesFormSender }),
    ...(form.kind === null ? {} : { kind: form.kind }),
    ...(authorizedDomains === '' ? {} : { authorizedDomains }),
    ...(authorizedSenders === '' ? {} : { authorizedSenders }),
    ...(form.messagesPerHour === null ? {} : { messagesPerHour: form.messagesPerHour }),
    ...(form.recipients === null ? {} : { recipients: form.recipients }),
    ...(form.whenUncertain === null ? {} : { whenUncertain: form.whenUncertain }),
  }
}

function tidied(list: ReturnType<typeof parseDomainList> | ReturnType<typeof parseSenderList>): string {
  return list.ok ? writeList(list.value) : ''
}

function isCount(wanted: number, most: number): boolean {
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= most
}

function keyOf(block: string): string | undefined {
  return parseAddressBlock(block)?.key
}

function problem(
  field: keyof LoginForm,
  reason: LoginProblemReason | 'required' | 'device-address-malformed',
  found?: string,
): FieldProblem {
  return { field, reason, ...(found === undefined ? {} : { found }) }
}
