import type {
  RelayConfiguration,
  UnverifiedEntries,
  UserConfiguration,
} from '../../relay/config/configuration.ts'
import { limits } from '../../relay/config/configuration.ts'
import { unverifiedEntriesOf } from '../../relay/domain/verified-entries.ts'
import type { Settings, UserSettings } from './settings-schema.ts'

/**
 * What the relay works under, from what is saved. The relay asks main for every password of a user who signs in.
 * `hasIpv6Loopback`: whether this computer knows `::1`; where it doesn't, nobody can call there either, and to
 * insist on it would leave the relay without any address.
 */
export function relayConfigurationOf(settings: Settings, hasIpv6Loopback: boolean): RelayConfiguration {
  return {
    version: 1,
    listen: settings.listen.filter(({ address }) => hasIpv6Loopback || address !== '::1'),
    users: settings.users.map(forRelay),
    logins: settings.logins,
    limits: limits.parse({}),
  }
}

/** The entries that authorize nothing. The practice user's all do: nobody else's mail is at stake there. */
export function unverifiedOf(settings: Settings): UnverifiedEntries {
  return settings.users.map((user) => {
    const { domains, senders } = unverifiedEntriesOf(user, user.verification)
    return { user: user.id, domains, senders }
  })
}

// A password kept "until I quit" is in no keychain and main still has it: the relay's question is the same.
function forRelay(user: UserSettings): UserConfiguration {
  const { password: _kept, verification: _states, ...rest } = user
  return user.username === undefined ? rest : { ...rest, password: { keychain: true } }
}
