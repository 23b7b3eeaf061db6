import { outsideOf, rulesOfLists } from '../domain/narrower-lists.ts'
import { isReservedLogin } from '../domain/own-logins.ts'
import { parseDomainList, parseSenderList } from '../domain/sender-list.ts'
import { serverNameProblem } from '../domain/server-name.ts'
import { isPasswordHash } from '../secrets/sign-in.ts'
import { parseAddressBlock } from './address-block.ts'
import type { LoginConfiguration, RelayConfiguration, UserConfiguration } from './configuration.ts'
import { listProblemAt } from './list-words.ts'
import { listenProblem } from './listen-checks.ts'
import { type ConfigurationProblem, foundKindOf, foundValue, problemAt } from './schema-problem.ts'

/**
 * What the schema can't see: doubles, references, addresses, the lists. Null when the configuration may be put in
 * force; else the first problem. A problem anywhere refuses the whole configuration.
 */
export function semanticProblem(configuration: RelayConfiguration): ConfigurationProblem | null {
  return (
    firstProblem(configuration.listen, (listen, at) => listenProblem(configuration.listen, listen, at)) ??
    firstProblem(configuration.users, (user, at) => userProblem(configuration, user, at)) ??
    firstProblem(configuration.logins, (login, at) => loginProblem(configuration, login, at))
  )
}

function firstProblem<Item>(
  items: readonly Item[],
  check: (item: Item, at: number) => ConfigurationProblem | null,
): ConfigurationProblem | null {
  for (const [at, item] of items.entries()) {
    const problem = check(item, at)
    if (problem) return problem
  }
  return null
}

function userProblem(
  configuration: RelayConfiguration,
  user: UserConfiguration,
  at: number,
): ConfigurationProblem | null {
  const path = `users[${at}]`
  const first = configuration.users.findIndex((one) => one.id === user.id)
  if (first !== at) return problemAt(`${path}.id`, 'unique-user', foundValue(user.id, 'id'))
  if (serverNameProblem(user.server) !== null) {
    return problemAt(`${path}.server`, 'server-name', foundValue(user.server, 'server'))
  }
  if (user.username !== undefined && user.password === undefined) {
    return problemAt(`${path}.password`, 'password-of-username', foundKindOf('nothing'))
  }
  if (user.username === undefined && user.password !== undefined) {
    return problemAt(`${path}.username`, 'username-of-password', foundKindOf('nothing'))
  }
  return listsProblem(path, user)
}

function loginProblem(
  configuration: RelayConfiguration,
  login: LoginConfiguration,
  at: number,
): ConfigurationProblem | null {
  const path = `logins[${at}]`
  const first = configuration.logins.findIndex((one) => one.name === login.name)
  if (first !== at) return problemAt(`${path}.name`, 'unique-login', foundValue(login.name, 'name'))
  if (isReservedLogin(login.name)) {
    return problemAt(`${path}.name`, 'unreserved-login', foundValue(login.name, 'name'))
  }
  const user = configuration.users.find((one) => one.id === login.user)
  if (!user) return problemAt(`${path}.user`, 'user-of-file', foundValue(login.user, 'user'))
  return (
    (login.auth === 'none' ? addressProblem(configuration, login, at) : passwordProblem(login, path)) ??
    listsProblem(path, login) ??
    widerProblem(path, login, user)
  )
}

function passwordProblem(login: LoginConfiguration, path: string): ConfigurationProblem | null {
  if (login.addresses !== undefined) {
    return problemAt(`${path}.addresses`, 'no-addresses', foundKindOf('list'))
  }
  if (login.until !== undefined) {
    return problemAt(`${path}.until`, 'no-end', foundKindOf('time'))
  }
  const hash = login.passwordHash
  if (hash !== undefined && isPasswordHash(hash)) return null
  return problemAt(
    `${path}.passwordHash`,
    'password-hash',
    foundKindOf(hash === undefined ? 'nothing' : 'another'),
  )
}

function addressProblem(
  configuration: RelayConfiguration,
  login: LoginConfiguration,
  at: number,
): ConfigurationProblem | null {
  const path = `logins[${at}]`
  if (login.passwordHash !== undefined) {
    return problemAt(`${path}.passwordHash`, 'no-password', foundKindOf('password-hash'))
  }
  if (login.addresses === undefined || login.addresses.length === 0) {
    const found = foundKindOf(login.addresses ? 'empty-list' : 'nothing')
    return problemAt(`${path}.addresses`, 'addresses', found)
  }
  const earlier = new Set(
    configuration.logins.slice(0, at).flatMap((one) => (one.addresses ?? []).map(keyOf)),
  )
  return firstProblem(login.addresses, (address, index) => {
    const place = `${path}.addresses[${index}]`
    if (parseAddressBlock(address) === null) {
      return problemAt(place, 'address-block', foundValue(address, 'addresses'))
    }
    // A block inside another's is clear: the narrower one decides (policy-book). The same block twice is not.
    if (!earlier.has(keyOf(address))) return null
    return problemAt(place, 'unique-address', foundValue(address, 'addresses'))
  })
}

function keyOf(block: string): string | undefined {
  return parseAddressBlock(block)?.key
}

type Lists = {
  readonly authorizedDomains?: string | undefined
  readonly authorizedSenders?: string | undefined
}

function listsProblem(path: string, lists: Lists): ConfigurationProblem | null {
  const domains = parseDomainList(lists.authorizedDomains ?? '')
  const senders = parseSenderList(lists.authorizedSenders ?? '')
  const problem =
    (domains.ok ? undefined : domains.problem[0]) ?? (senders.ok ? undefined : senders.problem[0])
  return problem ? listProblemAt(path, problem) : null
}

// Narrower, never wider: what a login's own lists allow, its user's must allow too.
function widerProblem(path: string, login: Lists, user: UserConfiguration): ConfigurationProblem | null {
  const rules = rulesOfLists(user)
  if (rules === null) return null
  const { authorizedDomains = '', authorizedSenders = '' } = login
  const outside = outsideOf(rules, { authorizedDomains, authorizedSenders })
  const [domain] = outside.domains
  if (domain) return problemAt(`${path}.authorizedDomains`, 'narrower-lists', foundValue(domain.text, ''))
  const [sender] = outside.senders
  return sender ? problemAt(`${path}.authorizedSenders`, 'narrower-lists', foundValue(sender.text, '')) : null
}
