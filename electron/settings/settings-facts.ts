import { createHash } from 'node:crypto'
import { authorizes } from '../../relay/domain/verification.ts'
import { verifiedEntries } from '../../relay/domain/verified-entries.ts'
import type { LoginSettings, Settings, UserSettings } from './settings-schema.ts'

/**
 * Settings as plain texts, thing by thing: `user office` → field → text. What people see of a change is made of these,
 * so a secret must never be among them: of a password hash only a mark that changes with it.
 */
export type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Fields that are `;` lists: told by what was taken off and put on. */
export const listFields: ReadonlySet<string> = new Set([
  'authorizedDomains',
  'authorizedSenders',
  'verified',
  'addresses',
])

/** Fields of which only the change is told. */
export const silentFields: ReadonlySet<string> = new Set(['password', 'alerts'])

export function factsOf(settings: Settings): Facts {
  return Object.fromEntries([
    ...settings.users.map((user) => [`user ${user.id}`, userFacts(user)] as const),
    ...settings.logins.map((login) => [`sign-in ${login.name}`, loginFacts(login)] as const),
    ['practice ', textsOf(settings.practice)] as const,
    ['settings ', appFacts(settings)] as const,
  ])
}

function userFacts(user: UserSettings): Record<string, string> {
  const { smtpApi } = user
  const verified = verifiedEntries(user, user.verification).filter(({ state }) => authorizes(state))
  return textsOf({
    server: user.server,
    port: user.port,
    encryption: user.encryption,
    username: user.username,
    password: user.password === undefined ? undefined : 'keychain',
    status: user.status,
    priority: user.priority,
    note: user.note,
    authorizedDomains: user.authorizedDomains,
    authorizedSenders: user.authorizedSenders,
    verified: verified.map(({ entry }) => entry).join(';'),
    unauthorizedSenders: user.unauthorizedSenders,
    messagesPerHour: user.messagesPerHour,
    whenUncertain: user.whenUncertain,
    failureNotices: user.failureNotices,
    campaignName: smtpApi?.campaignName,
    campaignCode: smtpApi?.campaignCode,
    header: smtpApi?.header,
    footer: smtpApi?.footer,
  })
}

function loginFacts(login: LoginSettings): Record<string, string> {
  return textsOf({
    user: login.user,
    status: login.status,
    kind: login.kind,
    auth: login.auth,
    password: login.passwordHash === undefined ? undefined : markOf(login.passwordHash),
    addresses: login.addresses?.join(';'),
    until: login.until,
    authorizedDomains: login.authorizedDomains,
    authorizedSenders: login.authorizedSenders,
    messagesPerHour: login.messagesPerHour,
    recipients: login.recipients,
    whenUncertain: login.whenUncertain,
    rewritesFormSender: login.rewritesFormSender,
  })
}

function appFacts(settings: Settings): Record<string, string> {
  const { language, theme } = settings.preferences
  const listen = settings.listen.map(({ address, port }) => `${address} ${port}`).join(', ')
  return textsOf({
    listen,
    devices: settings.listen.flatMap(({ addresses }) => addresses ?? []).join(', '),
    language,
    theme,
    dnsServers: settings.dnsServers.join(', '),
    giveUpAfterHours: settings.delivery?.giveUpAfterHours,
    warnAfterMinutes: settings.delivery?.warnAfterMinutes,
    journalDays: settings.journalDays,
    alerts: markOf(JSON.stringify(settings.alerts)),
  })
}

/** Only what is there and says something. */
function textsOf(values: Readonly<Record<string, string | number | boolean | undefined>>) {
  const told = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(told.map(([field, value]) => [field, String(value)]))
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
