import { assertNever } from '../domain/result.ts'
import { splitList } from '../domain/sender-list.ts'
import { judgePort } from '../domain/smtp-port.ts'
import type { LoginConfiguration, RelayConfiguration, UserConfiguration } from './configuration.ts'

/** What is allowed but worth a second look, one English sentence each. */
export function configurationWarnings(configuration: RelayConfiguration): readonly string[] {
  return [
    ...configuration.listen.flatMap((listen) => listenWarnings(listen, configuration.logins)),
    ...configuration.users.flatMap((user) => userWarnings(user)),
    ...configuration.logins.flatMap((login) => loginWarnings(login, configuration.limits)),
  ]
}

function userWarnings(user: UserConfiguration): readonly string[] {
  const warnings = [portWarning(user)]
  if (user.encryption === 'none') {
    const what = user.username === undefined ? 'messages travel' : 'its password and messages travel'
    warnings.push(`User ${user.id}: ${what} to ${user.server} in clear text, because encryption is "none".`)
  }
  if (splitList(user.authorizedDomains).length === 0 && splitList(user.authorizedSenders).length === 0) {
    warnings.push(
      `User ${user.id}: every sender is authorized, because both lists are empty. Add your domain.`,
    )
  }
  return warnings.filter((warning) => warning !== null)
}

function portWarning({ id, server, port }: UserConfiguration): string | null {
  const verdict = judgePort(server, port)
  const served = 'SMTP+ is served on 25 and on 1025 to 5000: try 2525'
  switch (verdict) {
    case 'ok':
      // 587 is usual for other servers, and still none of SMTP+'s ports: whoever meant SMTP+ should hear it.
      return port === 587
        ? `User ${id}: port 587 is right for ${server} only if it is not SMTP+; ${served}.`
        : null
    case 'implicit-tls':
      return `User ${id}: port 465 wants TLS from the first byte, which is not spoken here; use STARTTLS on another port.`
    case 'submission-not-served':
      return `User ${id}: port 587 is usual elsewhere, but ${served}.`
    case 'telnet-not-served':
    case 'old-not-served':
    case 'not-served':
      return `User ${id}: port ${port} is not served any more or never was; ${served}.`
    case 'unusual':
      return `User ${id}: port ${port} is unusual for a mail server; check it.`
    case 'not-a-port':
      return `User ${id}: ${port} is not a port.`
    default:
      return assertNever(verdict)
  }
}

function listenWarnings(
  { address, port, addresses }: RelayConfiguration['listen'][number],
  logins: readonly LoginConfiguration[],
): readonly string[] {
  const warnings: string[] = []
  if (port !== 0 && port !== 25 && (port < 1_025 || port > 5_000)) {
    warnings.push(
      `The relay listens on port ${port}: programs set up for SMTP+ expect 25 or 1025 to 5000, such as 2525.`,
    )
  }
  if (isLoopback(address)) return warnings
  const served = [...(addresses ?? []), ...logins.flatMap((login) => login.addresses ?? [])]
  const reach = `The relay listens on ${address}: other machines can reach it, not only programs on this one.`
  return [
    ...warnings,
    served.length === 0
      ? `${reach} None of them is served, because no list names any: add "addresses" to this entry of "listen".`
      : `${reach} Served are ${served.join(', ')}; all others are turned away.`,
  ]
}

function loginWarnings(login: LoginConfiguration, limits: RelayConfiguration['limits']): readonly string[] {
  if (login.recipients === undefined || login.recipients <= limits.recipients) return []
  return [
    `Login ${login.name}: a message may still have ${limits.recipients} recipients at most, because "limits" says so.`,
  ]
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.')
}
