import { outsideOf, rulesOfLists } from '../domain/narrower-lists.ts'
import { isReservedLogin } from '../domain/own-logins.ts'
import { parseDomainList, parseSenderList } from '../domain/sender-list.ts'
import { serverNameProblem } from '../domain/server-name.ts'
import { isPasswordHash } from '../secrets/sign-in.ts'
import { parseAddressBlock } from './address-block.ts'
import type { LoginConfiguration, RelayConfiguration, UserConfiguration } from './configuration.ts'
import { describeList, listExpectation } from './list-words.ts'
import { blockExpectation, listenProblem } from './listen-checks.ts'
import { type ConfigurationProblem, describeValue } from './schema-problem.ts'

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
  if (first !== at) {
    return {
      path: `${path}.id`,
      expected: 'an id that no other user has',
      found: describeValue(user.id, 'id'),
    }
  }
  if (serverNameProblem(user.server) !== null) {
    const expected = 'a host name or an IP address, without "smtp://", spaces or a port'
    return { path: `${path}.server`, expected, found: describeValue(user.server, 'server') }
  }
  if (user.username !== undefined && user.password === undefined) {
    const expected = 'where the password comes from: {"env": NAME}, {"file": PATH} or {"keychain": true}'
    return { path: `${path}.password`, expected, found: 'nothing' }
  }
  if (user.username === undefined && user.password !== undefined) {
    return { path: `${path}.username`, expected: 'the user name this password belongs to', found: 'nothing' }
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
  if (first !== at) {
    return {
      path: `${path}.name`,
      expected: 'a name that no other login has',
      found: describeValue(login.name, 'name'),
    }
  }
  if (isReservedLogin(login.name)) {
    const expected = "a name that the relay doesn't use for its own mail"
    return { path: `${path}.name`, expected, found: describeValue(login.name, 'name') }
  }
  const user = configuration.users.find((one) => one.id === login.user)
  if (!user) {
    return {
      path: `${path}.user`,
      expected: 'the id of one of the users',
      found: describeValue(login.user, 'user'),
    }
  }
  return (
    (login.auth === 'none' ? addressProblem(configuration, login, at) : passwordProblem(login, path)) ??
    listsProblem(path, login) ??
    widerProblem(path, login, user)
  )
}

function passwordProblem(login: LoginConfiguration, path: string): ConfigurationProblem | null {
  if (login.addresses !== undefined) {
    return { path: `${path}.addresses`, expected: 'addresses only with "auth": "none"', found: 'a list' }
  }
  if (login.until !== undefined) {
    return { path: `${path}.until`, expected: 'an end only with "auth": "none"', found: 'a time' }
  }
  const hash = login.passwordHash
  if (hash !== undefined && isPasswordHash(hash)) return null
  const expected = 'a hash made by "login add" or "login reset"'
  return { path: `${path}.passwordHash`, expected, found: hash === undefined ? 'nothing' : 'something else' }
}

function addressProblem(
  configuration: RelayConfiguration,
  login: LoginConfiguration,
  at: number,
): ConfigurationProblem | null {
  const path = `logins[${at}]`
  if (login.passwordHash !== undefined) {
    return {
      path: `${path}.passwordHash`,
      expected: 'no password with "auth": "none"',
      found: 'a password hash',
    }
  }
  if (login.addresses === undefined || login.addresses.length === 0) {
    const expected = 'the addresses it is recognised by, such as ["192.168.1.20/32"]'
    return { path: `${path}.addresses`, expected, found: login.addresses ? 'an empty list' : 'nothing' }
  }
  const earlier = new Set(
    configuration.logins.slice(0, at).flatMap((one) => (one.addresses ?? []).map(keyOf)),
  )
  return firstProblem(login.addresses, (address, index) => {
    const place = `${path}.addresses[${index}]`
    if (parseAddressBlock(address) === null) {
      return { path: place, expected: blockExpectation, found: describeValue(address, 'addresses') }
    }
    // A block inside another's is clear: the narrower one decides (policy-book). The same block twice is not.
    if (!earlier.has(keyOf(address))) return null
    return {
      path: place,
      expected: 'an address that no other login has',
      found: describeValue(address, 'addresses'),
    }
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
  if (!problem) return null
  return { path: `${path}.${problem.list}`, expected: listExpectation(problem), found: describeList(problem) }
}

// Narrower, never wider: what a login's own lists allow, its user's must allow too.
function widerProblem(path: string, login: Lists, user: UserConfiguration): ConfigurationProblem | null {
  const rules = rulesOfLists(user)
  if (rules === null) return null
  const { authorizedDomains = '', authorizedSenders = '' } = login
  const outside = outsideOf(rules, { authorizedDomains, authorizedSenders })
  const expected = "only what the user's own lists allow (narrower, never wider)"
  const [domain] = outside.domains
  if (domain) return { path: `${path}.authorizedDomains`, expected, found: describeValue(domain.text, '') }
  const [sender] = outside.senders
  return sender
    ? { path: `${path}.authorizedSenders`, expected, found: describeValue(sender.text, '') }
    : null
}
