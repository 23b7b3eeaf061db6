import { outsideOf } from '../../relay/domain/narrower-lists.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { ListenAddress } from '../../relay/domain/relay-event.ts'
import type { UserView } from '../ipc/window-contract.ts'
import type { LoginView } from '../ipc/window-logins.ts'
import { hasOwnLists, ownLists, userBounds } from '../settings/login-lists.ts'
import { hasItsPassword } from '../settings/relay-configuration.ts'
import type { Settings, UserSettings } from '../settings/settings-schema.ts'
import { practiceVerification, verificationViewOf } from './verification-view.ts'

/** The practice user as the page sees it: its server is the relay's own affair, its rules are ours. */
export function practiceUserView(settings: Settings, listen: ListenAddress | null): UserView {
  return {
    id: practiceUserId,
    practice: true,
    server: listen?.address ?? '127.0.0.1',
    port: listen?.port ?? 0,
    encryption: 'starttls',
    username: practiceUserId,
    status: settings.practice.status,
    priority: 3,
    note: '',
    authorizedDomains: settings.practice.authorizedDomains,
    authorizedSenders: settings.practice.authorizedSenders,
    unauthorizedSenders: settings.practice.unauthorizedSenders,
    messagesPerHour: null,
    whenUncertain: 'retry',
    failureNotices: 'on-request',
    smtpApi: null,
    ...practiceVerification(settings.practice),
    password: 'not-needed',
  }
}

/** `installation`: of the settings, for the DNS records that would prove a domain. */
export function userViewOf(
  user: UserSettings,
  password: UserView['password'],
  installation: string,
): UserView {
  return {
    id: user.id,
    practice: false,
    server: user.server,
    port: user.port,
    encryption: user.encryption,
    username: user.username ?? '',
    status: user.status,
    priority: user.priority,
    note: user.note,
    authorizedDomains: user.authorizedDomains,
    authorizedSenders: user.authorizedSenders,
    unauthorizedSenders: user.unauthorizedSenders,
    messagesPerHour: user.messagesPerHour ?? null,
    whenUncertain: user.whenUncertain ?? 'retry',
    failureNotices: user.failureNotices ?? 'on-request',
    smtpApi: user.smtpApi ?? null,
    ...verificationViewOf(user, installation),
    password,
  }
}

/** Sign-ins without their hashes. `lastSeen`: when each last did something, ISO 8601 in UTC. */
export function loginViews(settings: Settings, lastSeen: ReadonlyMap<string, string>): LoginView[] {
  const bounds = userBounds(settings)
  return settings.logins.map((login) => {
    const user = hasOwnLists(login) ? bounds(login.user) : null
    const outside = user === null ? null : outsideOf(user, ownLists(login))
    return {
      name: login.name,
      user: login.user,
      status: login.status,
      lastSeenAt: lastSeen.get(login.name) ?? null,
      rewritesFormSender: login.rewritesFormSender === true,
      kind: login.kind ?? null,
      auth: login.auth,
      needsPassword: !hasItsPassword(login),
      addresses: login.addresses ?? [],
      until: login.until ?? null,
      ...ownLists(login),
      ineffective: outside ? [...outside.domains, ...outside.senders].map(({ text }) => text) : [],
      messagesPerHour: login.messagesPerHour ?? null,
      recipients: login.recipients ?? null,
      whenUncertain: login.whenUncertain ?? null,
    }
  })
}
