import { z } from 'zod'
import { dnsServer, domainCheck } from '../domain/domain-ownership.ts'
import { domainRecords } from '../domain/domain-records.ts'

/** What main asks of the relay about verifying senders, as part of the relay's contract. */
export const verificationRequests = {
  /**
   * Mails a new code from an authorized sender to itself, which the rules let through even though it isn't verified.
   * Only the code's hash is answered. `not-listed`: no authorized sender under the rules in force.
   */
  sendVerificationCode: {
    input: z.strictObject({ user: z.string(), address: z.string(), language: z.enum(['en', 'it']) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), id: z.string(), codeHash: z.string() }),
      z.strictObject({
        ok: z.literal(false),
        reason: z.enum(['no-such-user', 'user-inactive', 'not-listed', 'storage']),
      }),
    ]),
  },
  /** Looks in the DNS for proof of ownership, 5 s at most. `servers`: those to ask instead of this computer's. */
  checkDomain: {
    input: z.strictObject({
      /** in A-labels */
      domain: z.string(),
      /** the TXT record that proves it */
      record: z.string(),
      servers: z.array(dnsServer),
    }),
    output: domainCheck,
  },
  /** What the DNS says about sending through SMTP+, and what to publish where something is missing; 8 s at most. */
  readDomainRecords: {
    input: z.strictObject({
      /** in A-labels */
      domain: z.string(),
      servers: z.array(dnsServer),
    }),
    output: domainRecords,
  },
} as const
