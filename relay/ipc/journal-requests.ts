import { z } from 'zod'
import { messageState, messageSummary } from '../domain/message-state.ts'

/** A line of the journal about something that never became a message. */
export const refusalSummary = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  login: z.string().nullable(),
  user: z.string().nullable(),
  reason: z.string(),
  identity: z.string().nullable(),
  address: z.string().nullable(),
  /** the relay's reply, word for word */
  reply: z.string(),
})

/** One line of the journal: a message with its whole life (showMessage tells the rest), or what was refused. */
export const journalEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), message: messageSummary }),
  z.strictObject({ kind: z.literal('refusal'), refusal: refusalSummary }),
])
export type JournalEntry = z.infer<typeof journalEntry>

/** Which messages. What is left out asks for nothing; several conditions must all hold. */
export const messageFilter = z.strictObject({
  /** any of these; left out: all */
  states: z.array(messageState).optional(),
  user: z.string().max(200).optional(),
  login: z.string().max(200).optional(),
  /** part of a subject, an address or a reply, capitals or not; or a whole id */
  search: z.string().max(200).optional(),
  /** accepted (or refused) from this moment on, and before that one */
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})
export type MessageFilter = z.infer<typeof messageFilter>

/** `refused` beside the states of messages: what never became one. */
export const journalFilter = messageFilter.extend({
  states: z.array(z.enum([...messageState.options, 'refused'])).optional(),
})
export type JournalFilter = z.infer<typeof journalFilter>

/**
 * A page of the journal, in the order asked for. `next` asks for the following page; null: there is none. A page may
 * be short, even empty, and still have a `next`: a search that takes long answers what it found so far, as far as
 * `searchedTo`.
 */
export const journalPage = z.strictObject({
  entries: z.array(journalEntry),
  next: z.string().nullable(),
  searchedTo: z.iso.datetime().nullable(),
})
export type JournalPage = z.infer<typeof journalPage>

export const journalOrder = z.enum(['newest-first', 'oldest-first'])
export type JournalOrder = z.infer<typeof journalOrder>

export const countOfEntries = z.strictObject({
  count: z.int(),
  /** false: there are at least so many */
  exact: z.boolean(),
})

export const queueAction = z.enum(['retry', 'hold', 'release', 'delete', 'arrived'])

/** Why a file asked for was not written. `gone`: the message, or its bytes (they go once it was sent). */
const fileNotWritten = z.strictObject({
  ok: z.literal(false),
  reason: z.enum(['gone', 'not-written']),
  /** the system's words with `not-written`, else empty */
  detail: z.string(),
})

export const messageSaved = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), bytes: z.int() }),
  fileNotWritten,
])
export const journalExported = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), entries: z.int() }),
  fileNotWritten,
])

/** What the page may ask about queue and journal, answered by the relay. */
export const journalRequests = {
  listEntries: {
    input: z.strictObject({
      filter: journalFilter,
      /** left out: newest first */
      order: journalOrder.optional(),
      /** the `next` of the page before, in the same order */
      before: z.string().max(100).optional(),
      limit: z.int().min(1).max(500),
    }),
    output: journalPage,
  },
  /** How many match; counting ends above 1000. */
  countEntries: { input: z.strictObject({ filter: journalFilter }), output: countOfEntries },
  /** How many of the matching messages an action would change now: for the question before it. */
  countForAction: {
    input: z.strictObject({ action: queueAction, filter: messageFilter }),
    output: z.strictObject({ count: z.int() }),
  },
  /** The action on all that match and that it makes sense for. */
  queueActionOnAll: {
    input: z.strictObject({ action: queueAction, filter: messageFilter }),
    output: z.strictObject({ changed: z.int() }),
  },
} as const

/** What main asks of the relay once a person has chosen a file. The bytes never pass main or the page. */
export const journalFileRequests = {
  /** The stored bytes exactly, into a new file that only this account can read. */
  saveMessage: { input: z.strictObject({ id: z.string(), path: z.string() }), output: messageSaved },
  /** CSV (RFC 4180), newest first. */
  exportJournal: {
    input: z.strictObject({ filter: journalFilter, path: z.string() }),
    output: journalExported,
  },
} as const
