import { z } from 'zod'
import { givenNameForm, longestGivenName } from '../domain/given-name.ts'

/** Where a password comes from; never the password itself. */
export const passwordSource = z.union([
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ keychain: z.literal(true) }),
])
export type PasswordSource = z.infer<typeof passwordSource>

const status = z.enum(['active', 'inactive'])

/** How people name users and sign-ins. */
export const name = z.string().min(1).max(longestGivenName).regex(givenNameForm)

/**
 * What becomes of a message whose connection was lost after it was handed over: tried again by itself (absent: this),
 * or kept until a person decides. A sign-in's own wish goes before its user's.
 */
export const whenUncertain = z.enum(['retry', 'ask'])
export type WhenUncertain = z.infer<typeof whenUncertain>

/** Who gets a delivery status notice (RFC 3464) of what was given up: a sender that asked for one (absent: this), or every authorized sender. */
export const failureNotices = z.enum(['on-request', 'always'])
export type FailureNotices = z.infer<typeof failureNotices>

/** SMTP+'s own header for messages that don't bring one: its campaign, and whether header and footer are put in. */
export const smtpApi = z.strictObject({
  campaignName: z.string().min(1).max(120).optional(),
  campaignCode: z.string().min(1).max(120).optional(),
  header: z.boolean().optional(),
  footer: z.boolean().optional(),
})

/** An SMTP+ user: where its mail goes, with which credentials, and under which rules. */
export const userConfiguration = z.strictObject({
  id: name,
  server: z.string().min(1),
  port: z.int().min(1).max(65_535),
  encryption: z.enum(['starttls', 'none']),
  username: z.string().min(1).optional(),
  password: passwordSource.optional(),
  caFile: z.string().min(1).optional(),
  status: status.default('active'),
  priority: z.int().min(1).max(5).default(3),
  note: z.string().default(''),
  /** `;`-separated, as SMTP+ writes them: relay/domain/sender-list reads them */
  authorizedDomains: z.string().default(''),
  authorizedSenders: z.string().default(''),
  unauthorizedSenders: z.enum(['block', 'alert']).default('block'),
  /** the speed bought; absent: as fast as the server takes it */
  messagesPerHour: z.int().positive().optional(),
  whenUncertain: whenUncertain.optional(),
  failureNotices: failureNotices.optional(),
  smtpApi: smtpApi.optional(),
})
export type UserConfiguration = z.infer<typeof userConfiguration>

/** What a program or device on this side signs in with; bound to one user's rules. */
export const loginConfiguration = z.strictObject({
  name,
  user: name,
  status: status.default('active'),
  auth: z.enum(['password', 'none']).default('password'),
  /** relay/listener/sign-in makes and checks it; absent only with auth "none" */
  passwordHash: z.string().optional(),
  /** CIDR blocks; demanded with auth "none" */
  addresses: z.array(z.string()).optional(),
  /** with auth "none": when its addresses stop counting, ISO 8601 in UTC; absent: never */
  until: z.iso.datetime().optional(),
  authorizedDomains: z.string().optional(),
  authorizedSenders: z.string().optional(),
  messagesPerHour: z.int().positive().optional(),
  /** in one message; never more than `limits.recipients` */
  recipients: z.int().positive().optional(),
  whenUncertain: whenUncertain.optional(),
})
export type LoginConfiguration = z.infer<typeof loginConfiguration>

export const limits = z.strictObject({
  messageBytes: z.int().positive().default(26_214_400),
  recipients: z.int().positive().default(500),
  connections: z.int().positive().default(200),
  connectionsPerLogin: z.int().positive().default(50),
})
export type Limits = z.infer<typeof limits>

/** How long deliveries are tried, and when waiting is worth a warning. */
export const deliveryWishes = z.strictObject({
  giveUpAfterHours: z.number().positive().max(240).default(48),
  warnAfterMinutes: z.number().positive().max(14_400).default(60),
})
export type DeliveryWishes = z.infer<typeof deliveryWishes>

/** An address the relay listens on. `addresses`: who may connect there (CIDR blocks), beside this computer itself. */
export const listener = z.strictObject({
  address: z.string().min(1),
  port: z.int().min(0).max(65_535),
  addresses: z.array(z.string()).optional(),
})

/** Version 1 of the configuration file. What zod cannot see (lists, references, doubles) is checked in loading. */
export const relayConfiguration = z.strictObject({
  version: z.literal(1),
  listen: z.array(listener).min(1),
  users: z.array(userConfiguration),
  logins: z.array(loginConfiguration),
  limits: limits.default(limits.parse({})),
  delivery: deliveryWishes.optional(),
  /** how long the journal keeps what happened */
  journalDays: z.int().positive().max(3_650).optional(),
})
export type RelayConfiguration = z.infer<typeof relayConfiguration>
export type RelayConfigurationInput = z.input<typeof relayConfiguration>

/**
 * Entries of users' lists whose owner hasn't confirmed them yet: they authorize nothing. Only the app keeps such;
 * who writes a configuration file vouches for its entries. A list, so that a user may be called `__proto__`.
 */
export const unverifiedEntries = z.array(
  z.strictObject({ user: z.string(), domains: z.array(z.string()), senders: z.array(z.string()) }),
)
export type UnverifiedEntries = z.infer<typeof unverifiedEntries>
