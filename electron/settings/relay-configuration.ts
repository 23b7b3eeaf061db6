import type {
  LoginConfiguration,
  RelayConfiguration,
  UnverifiedEntries,
  UserConfiguration,
} from '../../relay/config/configuration.ts'
import { limits } from '../../relay/config/configuration.ts'
import { listsWithin } from '../../relay/domain/narrower-lists.ts'
import { unverifiedEntriesOf } from '../../relay/domain/verified-entries.ts'
import { hasOwnLists, ownLists, userBounds } from './login-lists.ts'
import { isNetworkListen, type LoginSettings, type Settings, type UserSettings } from './settings-schema.ts'

/**
 * What the relay works under, from what is saved. The relay asks main for every password of a user who signs in.
 * `hasIpv6Loopback`: whether this computer knows `::1`; where it doesn't, nobody can call there either, and to
 * insist on it would leave the relay without any address. `isHere`: whether this computer has an address right now;
 * one that it lost with its network must not keep the programs on this computer from sending.
 */
export function relayConfigurationOf(
  settings: Settings,
  hasIpv6Loopback: boolean,
  isHere: (address: string) => boolean = () => true,
): RelayConfiguration {
  return {
    version: 1,
    listen: settings.listen.filter((entry) =>
      isNetworkListen(entry) ? isHere(entry.address) : hasIpv6Loopback || entry.address !== '::1',
    ),
    users: settings.users.map(forRelay),
    logins: loginsForRelay(settings),
    limits: limits.parse({}),
    ...(settings.delivery ? { delivery: settings.delivery } : {}),
    ...(settings.journalDays === undefined ? {} : { journalDays: settings.journalDays }),
  }
}

/** The entries that authorize nothing. The practice user's all do: nobody else's mail is at stake there. */
export function unverifiedOf(settings: Settings): UnverifiedEntries {
  return settings.users.map((user) => {
    const { domains, senders } = unverifiedEntriesOf(user, user.verification)
    return { user: user.id, domains, senders }
  })
}

/** The sign-ins whose online form gets an authorized From: told beside the configuration, which has no word for it. */
export function formSendersOf(settings: Settings): string[] {
  return settings.logins.filter(({ rewritesFormSender }) => rewritesFormSender).map(({ name }) => name)
}

function loginsForRelay(settings: Settings): LoginConfiguration[] {
  const bounds = userBounds(settings)
  return settings.logins.filter(hasItsPassword).map((login) => {
    const { rewritesFormSender: _beside, kind: _forPeople, ...rest } = login
    const user = hasOwnLists(login) ? bounds(login.user) : null
    if (user === null) return rest
    // A user's lists may have lost what a sign-in's own still name: nobody else's mail has to suffer for that.
    const left = listsWithin(user, ownLists(login))
    return Object.assign(rest, left ?? { status: 'inactive' as const })
  })
}

/** One that was brought in from another computer has none until a person makes it: nobody can sign in with it. */
export function hasItsPassword({ auth, passwordHash }: LoginSettings): boolean {
  return auth === 'none' || passwordHash !== undefined
}

// A password kept "until I quit" is in no keychain and main still has it: the relay's question is the same.
function forRelay(user: UserSettings): UserConfiguration {
  const { password: _kept, verification: _states, ...rest } = user
  return user.username === undefined ? rest : { ...rest, password: { keychain: true } }
}
