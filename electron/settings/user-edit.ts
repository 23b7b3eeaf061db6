import type { RequestInput } from '../../relay/ipc/contract.ts'
import type { WindowContract } from '../ipc/window-contract.ts'
import type { UserSettings } from './settings-schema.ts'

/** What a form says of a user; what is left out stays as it is. */
export type UserChange = Omit<RequestInput<WindowContract, 'updateUser'>, 'id'>

/**
 * A new user before anything was said of it: the service's own defaults and nobody may send, or the lists of `like`
 * with what was verified of them. Whoever verified an entry on this computer has verified it for all of its users.
 */
export function newUser(id: string, like?: UserSettings): UserSettings {
  return {
    id,
    server: 'in.smtpok.com',
    port: 2525,
    encryption: 'starttls',
    status: 'active',
    priority: 3,
    note: '',
    authorizedDomains: like?.authorizedDomains ?? '',
    authorizedSenders: like?.authorizedSenders ?? '',
    unauthorizedSenders: 'block',
    ...(like?.caFile === undefined ? {} : { caFile: like.caFile }),
    // a user of before states were kept has none: its copy is carried over likewise
    ...(like && !like.verification ? {} : { verification: like?.verification ?? {} }),
  }
}

/** The user with the change in it. Defaults are left out of the file, as they are in a configuration file. */
export function withChange(user: UserSettings, change: UserChange): UserSettings {
  const { username, messagesPerHour, whenUncertain, failureNotices, smtpApi, ...rest } = user
  const merged = {
    username: change.username?.trim() ?? username ?? '',
    messagesPerHour: change.messagesPerHour === undefined ? messagesPerHour : change.messagesPerHour,
    whenUncertain: change.whenUncertain ?? whenUncertain ?? 'retry',
    failureNotices: change.failureNotices ?? failureNotices ?? 'on-request',
    smtpApi: change.smtpApi === undefined ? smtpApi : change.smtpApi,
  }
  return {
    ...rest,
    server: change.server?.trim() ?? rest.server,
    port: change.port ?? rest.port,
    encryption: change.encryption ?? rest.encryption,
    status: change.status ?? rest.status,
    priority: change.priority ?? rest.priority,
    note: change.note?.trim() ?? rest.note,
    unauthorizedSenders: change.unauthorizedSenders ?? rest.unauthorizedSenders,
    ...(merged.username === '' ? {} : { username: merged.username }),
    ...(merged.messagesPerHour ? { messagesPerHour: merged.messagesPerHour } : {}),
    ...(merged.whenUncertain === 'retry' ? {} : { whenUncertain: merged.whenUncertain }),
    ...(merged.failureNotices === 'on-request' ? {} : { failureNotices: merged.failureNotices }),
    ...(merged.smtpApi ? { smtpApi: merged.smtpApi } : {}),
  }
}
