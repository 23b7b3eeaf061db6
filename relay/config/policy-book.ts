import { comparableAddress } from '../domain/mail-address.ts'
import type { ListenAddress } from '../domain/relay-event.ts'
import {
  type AddressEntry,
  type DomainEntry,
  parseDomainList,
  parseSenderList,
} from '../domain/sender-list.ts'
import { type SenderPolicy, type SenderRules, senderRules } from '../domain/sender-policy.ts'
import { addressMatcher, parseAddressBlock } from './address-block.ts'
import type {
  LoginConfiguration,
  RelayConfiguration,
  UnverifiedEntries,
  UserConfiguration,
  WhenUncertain,
} from './configuration.ts'
import { peerRules } from './peer-rules.ts'

/** A sign-in of the configuration; its `user` is the id of the SMTP+ user whose rules bind it. */
export type LoginEntry = LoginConfiguration

/** One configuration made ready for looking up; replaced as a whole when the configuration changes. */
export type PolicyBook = {
  /** a sign-in with a password */
  login(name: string): LoginEntry | null
  /**
   * the sign-in that is recognised by this address alone (auth "none"); the narrowest block that holds it wins.
   * `nowMs`: the computer's clock, milliseconds since 1970; who was let in for a while only is nobody afterwards
   */
  loginForAddress(address: string, nowMs: number): LoginEntry | null
  /** whether a peer that isn't this computer may speak to the relay on this address of `listen` (peer-rules.ts) */
  mayConnect(listen: ListenAddress, peerAddress: string, nowMs: number): boolean
  user(id: string): UserConfiguration | null
  users(): ReadonlyMap<string, UserConfiguration>
  policyOf(login: LoginEntry): SenderPolicy
  policyOfUser(userId: string): SenderPolicy | null
  /** of a sign-in of either kind, by name; for mail that was accepted earlier */
  policyOfLoginNamed(name: string): SenderPolicy | null
  /** what becomes of a message that may have arrived: its sign-in's wish, else its user's */
  whenUncertain(userId: string, loginName: string): WhenUncertain
  /** whether this sign-in's online form gets an authorized From from the relay (relay/domain/form-sender) */
  rewritesFormSender(name: string): boolean
}

type AddressLogin = {
  readonly prefix: number
  /** milliseconds since 1970 */
  readonly untilMs: number
  readonly matches: (address: string) => boolean
  readonly login: LoginEntry
}

function addressLogin(block: string, login: LoginEntry): AddressLogin {
  const untilMs = login.until === undefined ? Infinity : Date.parse(login.until)
  return { prefix: parseAddressBlock(block)?.prefix ?? 0, untilMs, matches: addressMatcher([block]), login }
}

/**
 * Builds the book of a configuration that loading has accepted (throws when its lists can't be read: a bug).
 * `practiceUser`: the built-in practice server's user, which no file names. `formSenders`: names of sign-ins.
 */
export function buildPolicyBook(
  configuration: RelayConfiguration,
  practiceUser?: UserConfiguration,
  unverified: UnverifiedEntries = [],
  formSenders: readonly string[] = [],
): PolicyBook {
  const rewriting = new Set(formSenders)
  const allUsers = practiceUser ? [...configuration.users, practiceUser] : configuration.users
  const users = new Map(allUsers.map((user) => [user.id, user]))
  const unverifiedOf = new Map(unverified.map((entries) => [entries.user, entries]))
  const userPolicies = new Map(
    allUsers.map((user) => [user.id, policy(user, readRules(user, unverifiedOf.get(user.id)), null)]),
  )
  const logins = new Map<string, LoginEntry>()
  const byAddress: AddressLogin[] = []
  const loginPolicies = new Map<string, SenderPolicy>()

  for (const login of configuration.logins) {
    const user = users.get(login.user)
    const userRules = userPolicies.get(login.user)?.rules[0]
    if (!user || !userRules) throw new Error(`sign-in ${login.name} belongs to no user`)
    if (login.auth === 'password') logins.set(login.name, login)
    else byAddress.push(...(login.addresses ?? []).map((block) => addressLogin(block, login)))
    loginPolicies.set(login.name, policy(user, userRules, login))
  }

  // Of two blocks that hold an address, the one that says more about it: one printer among a whole floor.
  byAddress.sort((one, other) => other.prefix - one.prefix)
  const isListed = peerRules(configuration.listen)
  let last: { readonly address: string; readonly found: readonly AddressLogin[] } = { address: '', found: [] }

  return {
    login: (name) => logins.get(name) ?? null,
    loginForAddress(address, nowMs) {
      // Asked several times a message, nearly always about the same one.
      if (address !== last.address) last = { address, found: byAddress.filter((one) => one.matches(address)) }
      return last.found.find(({ untilMs }) => nowMs < untilMs)?.login ?? null
    },
    mayConnect: (listen, peer, nowMs) =>
      isListed(listen, peer) || byAddress.some((one) => nowMs < one.untilMs && one.matches(peer)),
    user: (id) => users.get(id) ?? null,
    users: () => users,
    policyOf: (login) => loginPolicies.get(login.name) ?? noLongerThere(login),
    policyOfUser: (userId) => userPolicies.get(userId) ?? null,
    policyOfLoginNamed: (name) => loginPolicies.get(name) ?? null,
    whenUncertain: (userId, loginName) => {
      const login = configuration.logins.find(({ name }) => name === loginName)
      const ofLogin = login?.user === userId ? login.whenUncertain : undefined
      return ofLogin ?? users.get(userId)?.whenUncertain ?? 'retry'
    },
    rewritesFormSender: (name) => rewriting.has(name),
  }
}

// A session may outlive its sign-in: after a reload without it, nothing may be sent in its name.
function noLongerThere(login: LoginEntry): SenderPolicy {
  return {
    user: login.user,
    login: login.name,
    userActive: true,
    loginActive: false,
    unauthorizedSenders: 'block',
    rules: [],
  }
}

function policy(user: UserConfiguration, rules: SenderRules, login: LoginConfiguration | null): SenderPolicy {
  const narrower =
    login?.authorizedDomains === undefined && login?.authorizedSenders === undefined ? [] : [readRules(login)]
  return {
    user: user.id,
    login: login?.name ?? null,
    userActive: user.status === 'active',
    loginActive: login === null || login.status === 'active',
    unauthorizedSenders: user.unauthorizedSenders,
    rules: [rules, ...narrower],
  }
}

function readRules(
  lists: {
    readonly authorizedDomains?: string | undefined
    readonly authorizedSenders?: string | undefined
  },
  unverified: Omit<UnverifiedEntries[number], 'user'> = { domains: [], senders: [] },
): SenderRules {
  const { domains, senders } = readLists(lists.authorizedDomains ?? '', lists.authorizedSenders ?? '')
  const waiting = readLists(unverified.domains.join(';'), unverified.senders.join(';'))
  return senderRules(
    domains,
    senders,
    new Set(waiting.domains.map((entry) => entry.domain)),
    new Set(waiting.senders.map((entry) => comparableAddress(entry.address))),
  )
}

function readLists(
  domainList: string,
  senderList: string,
): { readonly domains: readonly DomainEntry[]; readonly senders: readonly AddressEntry[] } {
  const domains = parseDomainList(domainList)
  const senders = parseSenderList(senderList)
  // Never an empty policy in place of one that can't be read: empty lists would let everyone send.
  if (!domains.ok || !senders.ok) {
    throw new Error('a list of authorized senders that was not checked reached the relay')
  }
  return { domains: domains.value, senders: senders.value }
}
