import { parseConfiguration } from '../../relay/config/loading.ts'
import type { ConfigurationProblem } from '../../relay/config/schema-problem.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { createPasswordHash, generatePassword } from '../../relay/secrets/sign-in.ts'
import type { ExchangeFile } from './exchange-file.ts'
import { relayConfigurationOf } from './relay-configuration.ts'
import type { LoginSettings, Settings, UserSettings } from './settings-schema.ts'

/**
 * The settings here with the file's in their place. A password stays where user, server and user name are the same
 * ones: a file must not be able to have it sent to another server. A sign-in's stays while it belongs to the same user.
 */
export function settingsAfterImport(before: Settings, file: ExchangeFile): Settings {
  const { delivery: _wishes, journalDays: _days, ...rest } = before
  return {
    ...rest,
    listen: file.listen,
    users: file.users.map((user) => withOwnParts(before, user)),
    logins: file.logins.map((login) => withOwnHash(before, login)),
    practice: file.practice,
    alerts: file.alerts,
    dnsServers: file.dnsServers,
    ...(file.delivery ? { delivery: file.delivery } : {}),
    ...(file.journalDays === undefined ? {} : { journalDays: file.journalDays }),
    setUpDone: true,
  }
}

function withOwnParts(before: Settings, user: ExchangeFile['users'][number]): UserSettings {
  const here = before.users.find((known) => known.id === user.id)
  // A file by hand may leave the states out, which must not verify anything.
  const verification = user.verification ?? {}
  if (!here || !hasSameDoor(here, user)) return { ...user, verification }
  return {
    ...user,
    verification,
    ...(here.password ? { password: here.password } : {}),
    ...(here.caFile === undefined ? {} : { caFile: here.caFile }),
  }
}

type Door = Pick<UserSettings, 'server' | 'username' | 'encryption'>

/** Would a password of the one be shown to nobody else by the other? */
export function hasSameDoor(one: Door, other: Door): boolean {
  return one.server === other.server && one.username === other.username && one.encryption === other.encryption
}

function withOwnHash(before: Settings, login: ExchangeFile['logins'][number]): LoginSettings {
  const here = before.logins.find(({ name, user }) => name === login.name && user === login.user)
  return here?.passwordHash !== undefined && login.auth === 'password'
    ? { ...login, passwordHash: here.passwordHash }
    : login
}

/** What the relay would refuse in these settings, by its place; null: nothing. */
export function settingsProblem(settings: Settings): ConfigurationProblem | null {
  const placeholder = createPasswordHash(generatePassword())
  const whole = {
    ...settings,
    // the relay is told nothing of sign-ins without password: here they are looked at too
    logins: settings.logins.map((login) =>
      login.auth === 'password' ? { ...login, passwordHash: login.passwordHash ?? placeholder } : login,
    ),
  }
  const configuration = relayConfigurationOf(whole, true)
  const practice = {
    id: practiceUserId,
    server: 'localhost',
    port: 25,
    encryption: 'starttls',
    ...settings.practice,
  }
  const parsed = parseConfiguration({ ...configuration, users: [...configuration.users, practice] })
  return parsed.ok ? null : parsed.problem
}
