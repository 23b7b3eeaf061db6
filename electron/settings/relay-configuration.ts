import type { RelayConfiguration, UserConfiguration } from '../../relay/config/configuration.ts'
import { limits } from '../../relay/config/configuration.ts'
import type { Settings, UserSettings } from './settings-schema.ts'

/** What the relay works under, from what is saved. The relay asks main for every password of a user who signs in. */
export function relayConfigurationOf(settings: Settings): RelayConfiguration {
  return {
    version: 1,
    listen: settings.listen,
    users: settings.users.map(forRelay),
    logins: settings.logins,
    limits: limits.parse({}),
  }
}

// A password kept "until I quit" is in no keychain and main still has it: the relay's question is the same.
function forRelay(user: UserSettings): UserConfiguration {
  const { password: _kept, ...rest } = user
  return user.username === undefined ? rest : { ...rest, password: { keychain: true } }
}
