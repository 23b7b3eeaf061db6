import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { listsWithin, rulesOfLists } from '../domain/narrower-lists.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { authorizes, type EntryState, entryState } from '../domain/verification.ts'
import { verifiedEntries } from '../domain/verified-entries.ts'
import {
  deliveryWishes,
  type LoginConfiguration,
  limits,
  listener,
  loginConfiguration,
  type RelayConfiguration,
  relayConfiguration,
  userConfiguration,
} from './configuration.ts'
import { parseConfiguration } from './loading.ts'
import { type ConfigurationProblem, schemaProblem } from './schema-problem.ts'

const userInSettings = userConfiguration.extend({ verification: z.record(z.string(), entryState).optional() })
const loginInSettings = loginConfiguration.extend({
  rewritesFormSender: z.boolean().optional(),
  kind: z.string().optional(),
})

/** The app's settings file (electron/settings/settings-schema) as far as a configuration file knows it too. */
const settingsFile = z.looseObject({
  version: z.literal(1),
  revision: z.int(),
  listen: z.array(listener).min(1),
  users: z.array(userInSettings),
  logins: z.array(loginInSettings),
  delivery: deliveryWishes.optional(),
  journalDays: relayConfiguration.shape.journalDays,
})
type SettingsFile = z.infer<typeof settingsFile>
type UserInSettings = SettingsFile['users'][number]

/** `leftOut`: what the other file has no place for, a sentence each. */
export type Converted<File> = { readonly file: File; readonly leftOut: readonly string[] }

/**
 * The app's settings as a configuration file. Entries that aren't verified authorize nothing in the app and everything
 * in a configuration file, so they stay behind; a user who would be left without any, and so open to everybody, becomes
 * inactive.
 */
export function configurationOfSettings(
  input: unknown,
): Result<Converted<RelayConfiguration>, ConfigurationProblem> {
  const read = settingsFile.safeParse(input)
  if (!read.success) return failed(schemaProblem(read.error, input))
  const { listen, users, logins, delivery, journalDays } = read.data
  const leftOut: string[] = []
  const converted = users.map((user) => userOfSettings(user, leftOut))
  const configuration = {
    version: 1,
    listen,
    users: converted,
    logins: logins.flatMap((login) => loginOfSettings(login, converted, leftOut) ?? []),
    ...(delivery ? { delivery } : {}),
    ...(journalDays === undefined ? {} : { journalDays }),
  }
  leftOut.push("Alerts, language, name servers and the practice mailbox are the app's alone.")
  const checked = parseConfiguration(configuration)
  return checked.ok ? done({ file: checked.value.configuration, leftOut }) : checked
}

function userOfSettings(user: UserInSettings, leftOut: string[]): RelayConfiguration['users'][number] {
  const { verification, ...rest } = user
  const password =
    user.username !== undefined && !user.password ? { password: { keychain: true as const } } : {}
  if ('password' in password) leftOut.push(`User ${user.id} has no password in the keychain yet.`)
  const entries = verifiedEntries(user, verification)
  const authorizing = entries.filter(({ state }) => authorizes(state))
  if (authorizing.length === entries.length) return { ...rest, ...password }
  const names = entries.filter(({ state }) => !authorizes(state)).map(({ entry }) => entry)
  leftOut.push(`User ${user.id}: not verified, therefore left out: ${names.join(', ')}.`)
  const isOpen = authorizing.length === 0
  if (isOpen) leftOut.push(`User ${user.id} is inactive: without any entry everybody could send as anybody.`)
  const listOf = (list: 'domains' | 'senders'): string =>
    authorizing.flatMap((one) => (one.list === list ? [one.entry] : [])).join(';')
  return {
    ...rest,
    ...password,
    authorizedDomains: listOf('domains'),
    authorizedSenders: listOf('senders'),
    status: isOpen ? 'inactive' : user.status,
  }
}

function loginOfSettings(
  login: SettingsFile['logins'][number],
  users: RelayConfiguration['users'],
  leftOut: string[],
): LoginConfiguration | null {
  const { rewritesFormSender, kind: _forPeople, ...rest } = login
  const user = users.find(({ id }) => id === login.user)
  const why = user ? 'it has no password yet' : `its user ${login.user} is not in the file`
  if (!user || (login.auth === 'password' && login.passwordHash === undefined)) {
    leftOut.push(`Login ${login.name} is left out: ${why}.`)
    return null
  }
  if (rewritesFormSender) leftOut.push(`Login ${login.name}: visitors are not put into Reply-To.`)
  const { authorizedDomains = '', authorizedSenders = '' } = login
  const rules = rulesOfLists(user)
  if (rules === null || (authorizedDomains === '' && authorizedSenders === '')) return rest
  const left = listsWithin(rules, { authorizedDomains, authorizedSenders })
  return left === null ? { ...rest, status: 'inactive' } : { ...rest, ...left }
}

/**
 * The app's settings with a configuration in the place of what both know. `before`: the settings file that is there,
 * or null. Who writes a configuration vouches for its entries: they count as carried over, or as verified before.
 */
export function settingsOfConfiguration(
  configuration: RelayConfiguration,
  before: unknown,
): Result<Converted<Readonly<Record<string, unknown>>>, ConfigurationProblem> {
  const read = before === null ? null : settingsFile.safeParse(before)
  if (read?.success === false) return failed(schemaProblem(read.error, before))
  const here = read?.data ?? null
  const leftOut: string[] = []
  if (JSON.stringify(configuration.limits) !== JSON.stringify(limits.parse({})))
    leftOut.push('Limits: the app has its own.')
  const { delivery: _wishes, journalDays: _days, ...rest } = here ?? firstSettings()
  return done({
    file: {
      ...rest,
      revision: (here?.revision ?? 0) + 1,
      listen: configuration.listen,
      users: configuration.users.map((user) => userForApp(user, here, leftOut)),
      logins: configuration.logins.map((login) => ({
        ...appsOwn(here?.logins.find(({ name }) => name === login.name)),
        ...login,
      })),
      ...(configuration.delivery ? { delivery: configuration.delivery } : {}),
      ...(configuration.journalDays === undefined ? {} : { journalDays: configuration.journalDays }),
    },
    leftOut,
  })
}

function userForApp(
  user: RelayConfiguration['users'][number],
  here: SettingsFile | null,
  leftOut: string[],
): UserInSettings {
  const { password, ...rest } = user
  const inKeychain = password !== undefined && 'keychain' in password
  if (password && !inKeychain)
    leftOut.push(`User ${user.id}: enter the password in the app, which keeps it in the keychain.`)
  const known = here?.users.find(({ id }) => id === user.id)
  const states = new Map(
    known ? verifiedEntries(known, known.verification).map(({ key, state }) => [key, state]) : [],
  )
  const verification: Record<string, EntryState> = {}
  for (const { key, state } of verifiedEntries(user, undefined)) {
    const earlier = states.get(key)
    verification[key] = earlier && authorizes(earlier) ? earlier : state
  }
  return { ...rest, ...(inKeychain ? { password } : {}), verification }
}

function appsOwn(login: SettingsFile['logins'][number] | undefined) {
  return {
    ...(login?.rewritesFormSender === undefined ? {} : { rewritesFormSender: login.rewritesFormSender }),
    ...(login?.kind === undefined ? {} : { kind: login.kind }),
  }
}

/** What the app needs beside: as after its first launch, with the wizard behind it. */
function firstSettings(): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    practice: {
      status: 'active',
      authorizedDomains: '',
      authorizedSenders: '',
      unauthorizedSenders: 'block',
    },
    preferences: { language: 'en', theme: 'system' },
    setUpDone: true,
    trayExplained: false,
    installation: randomBytes(16).toString('hex'),
  }
}
