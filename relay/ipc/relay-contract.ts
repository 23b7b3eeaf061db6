import { z } from 'zod'
import { relayConfiguration, unverifiedEntries } from '../config/configuration.ts'
import { alertSettings } from '../domain/alert-settings.ts'
import { decision } from '../domain/decision.ts'
import { messageAction, messageState, messageSummary } from '../domain/message-state.ts'
import { paceView } from '../domain/pace-view.ts'
import { alertKind, alertNote, alertReason, listenAddress, relayEvent } from '../domain/relay-event.ts'
import { defineContract } from './contract.ts'
import { journalFileRequests, journalRequests, queueAction, refusalSummary } from './journal-requests.ts'
import { checkProgress, probeRequests } from './probe-requests.ts'
import { relayProblem } from './relay-problem.ts'
import { secretText } from './secret-text.ts'
import { serviceRequests } from './service-requests.ts'
import { lastDelivery, loginSeen, userRequests } from './user-requests.ts'
import { verificationRequests } from './verification-requests.ts'
import { watchRequests } from './watch-requests.ts'

/** The rules of the built-in practice user; server, port, certificate and password are the relay's own affair. */
export const practiceRules = z.strictObject({
  status: z.enum(['active', 'inactive']),
  authorizedDomains: z.string(),
  authorizedSenders: z.string(),
  unauthorizedSenders: z.enum(['block', 'alert']),
})
export type PracticeRules = z.infer<typeof practiceRules>

export const journalCounts = z.strictObject({
  /** since local midnight */
  sentToday: z.int(),
  refusedToday: z.int(),
  failedToday: z.int(),
  /** right now */
  waiting: z.int(),
  held: z.int(),
  uncertain: z.int(),
})

export const alertSummary = z.strictObject({
  id: z.string(),
  kind: alertKind,
  reason: alertReason.nullable(),
  login: z.string().nullable(),
  user: z.string().nullable(),
  about: z.string(),
  count: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  state: z.enum(['new', 'seen', 'settled']),
  note: alertNote.nullable(),
})

const alertWishes = z.strictObject({ settings: alertSettings, language: z.enum(['en', 'it']) })

export const practiceMessage = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  mailFrom: z.string(),
  recipients: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  bytes: z.int(),
})

const attempt = z.strictObject({
  at: z.iso.datetime(),
  outcome: z.string(),
  reply: z.string(),
  stage: z.string(),
})

export const messageDetail = z.strictObject({
  summary: messageSummary,
  /** header block as stored, at most 64 KB of it */
  headers: z.string(),
  attempts: z.array(attempt),
  /** oldest first */
  actions: z.array(messageAction),
})

export const relaySnapshot = z.strictObject({
  listen: z.array(listenAddress),
  revision: z.int(),
  problems: z.array(relayProblem),
  counts: journalCounts,
  /** users whose pace is limited */
  paces: z.array(paceView),
  /** newest first, at most 200 of each */
  messages: z.array(messageSummary),
  refusals: z.array(refusalSummary),
  alerts: z.array(alertSummary),
  loginsSeen: z.array(loginSeen),
  lastDeliveries: z.array(lastDelivery),
  practice: z.strictObject({ listen: listenAddress.nullable() }),
})
export type RelaySnapshot = z.infer<typeof relaySnapshot>

/** What main asks of the relay, and what the relay tells main. Served by the relay process. */
export const relayContract = defineContract({
  name: 'relay',
  requests: {
    /** Starts the relay, or swaps its whole configuration. All or nothing: on a problem the old one stays in force. */
    configure: {
      input: z.strictObject({
        revision: z.int(),
        configuration: relayConfiguration,
        practice: practiceRules,
        unverified: unverifiedEntries,
        /** sign-ins whose online form gets an authorized From */
        formSenders: z.array(z.string()).default([]),
        alerts: alertWishes.default(() => ({ settings: alertSettings.parse({}), language: 'en' as const })),
        dataDirectory: z.string(),
      }),
      output: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), inForce: z.int() }),
        z.strictObject({ ok: z.literal(false), problem: relayProblem }),
      ]),
    },
    snapshot: { input: z.null(), output: relaySnapshot },
    listMessages: {
      input: z.strictObject({
        states: z.array(messageState).optional(),
        search: z.string().max(200).optional(),
        before: z.string().optional(),
        limit: z.int().min(1).max(500),
      }),
      output: z.array(messageSummary),
    },
    showMessage: { input: z.strictObject({ id: z.string() }), output: messageDetail.nullable() },
    queueAction: {
      input: z.strictObject({ action: queueAction, ids: z.array(z.string()).max(10_000) }),
      output: z.strictObject({ changed: z.int() }),
    },
    ...journalRequests,
    ...journalFileRequests,
    /** Writes a short message and queues it under the same rules as any program's; null login: the app itself. */
    sendFirstMessage: {
      input: z.strictObject({
        user: z.string(),
        from: z.string(),
        to: z.string(),
        language: z.enum(['en', 'it']),
      }),
      output: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), id: z.string() }),
        z.strictObject({
          ok: z.literal(false),
          reason: z.enum(['not-authorized', 'recipient-malformed', 'no-such-user', 'storage']),
          /** with `not-authorized`: why */
          decision: decision.nullable(),
        }),
      ]),
    },
    ...verificationRequests,
    ...probeRequests,
    ...watchRequests,
    ...serviceRequests,
    trySender: {
      input: z.strictObject({
        user: z.string(),
        mailFrom: z.string(),
        message: z.string().max(1_000_000).optional(),
      }),
      output: decision,
    },
    practiceMessages: { input: z.null(), output: z.array(practiceMessage) },
    practiceMessage: {
      input: z.strictObject({ id: z.string() }),
      output: z.strictObject({ message: practiceMessage, text: z.string() }).nullable(),
    },
    setAlertState: {
      input: z.strictObject({ id: z.string(), state: z.enum(['seen', 'settled']) }),
      output: z.null(),
    },
    ...userRequests,
    /** Main tells that the computer woke up or has a network again: what waits for a connection is tried now. */
    networkIsBack: { input: z.null(), output: z.null() },
    /** Finishes what it is receiving, at most 10 s, then the process ends. */
    stop: { input: z.strictObject({ reason: z.string() }), output: z.null() },
  },
  events: {
    relayEvent,
    message: messageSummary,
    messageGone: z.strictObject({ id: z.string() }),
    refusal: refusalSummary,
    alert: alertSummary,
    /** to be shown as one notification now */
    tellAlerts: z.array(alertSummary),
    counts: journalCounts,
    paces: z.array(paceView),
    /** every few seconds at most */
    loginSeen,
    lastDelivery,
    practice: practiceMessage,
    problems: z.array(relayProblem),
    checkProgress,
  },
})
export type RelayContract = typeof relayContract

/** What the relay asks of main. Served by main; the only answer that carries a secret, and it flows inward. */
export const keychainContract = defineContract({
  name: 'keychain',
  requests: {
    password: {
      input: z.strictObject({ user: z.string() }),
      output: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), password: secretText }),
        z.strictObject({
          ok: z.literal(false),
          reason: z.enum([
            'keychain-absent',
            'keychain-locked',
            'keychain-denied',
            'keychain-not-answering',
            'item-missing',
          ]),
        }),
      ]),
    },
  },
  events: {},
})
export type KeychainContract = typeof keychainContract
