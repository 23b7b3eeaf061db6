import type { ServiceListing } from '../domain/service-listing.ts'

type Fields = ReadonlyMap<string, unknown>

/** Any of these says that the answer is about a user. */
const telling = ['isenabled', 'domainlist', 'senderlist', 'priority', 'blockuntil', 'adminblock']
const deepest = 3
const longestNote = 500
const longestEntry = 320
const mostEntries = 5000

/**
 * What an answer of listuserinfo says of a user; null: nothing in it is known. Field names come from a third party's
 * library (IsEnabled, DomainList, SenderList, Priority, Note, BlockUntil, AdminBlock), so any case is taken, one that is
 * missing or looks different says nothing, and they may stand in an object inside the answer. Nothing else is read:
 * an answer may repeat the credentials. `nowMs`: milliseconds since 1970.
 */
export function readListing(answer: unknown, nowMs: number): ServiceListing | null {
  const fields = tellingFields(answer, deepest)
  if (fields === null) return null
  const isEnabled = booleanOf(fields.get('isenabled'))
  const note = fields.get('note')
  return {
    status: isEnabled === null ? null : isEnabled ? 'active' : 'inactive',
    priority: priorityOf(fields.get('priority')),
    note: typeof note === 'string' ? note.replace(/\p{C}/gu, ' ').trim().slice(0, longestNote) : null,
    blockedUntil: blockOf(fields.get('blockuntil'), nowMs),
    adminBlock: booleanOf(fields.get('adminblock')),
    domains: listOf(fields.get('domainlist')),
    senders: listOf(fields.get('senderlist')),
  }
}

function tellingFields(answer: unknown, depth: number): Fields | null {
  if (typeof answer !== 'object' || answer === null || depth === 0) return null
  const fields = new Map(Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value]))
  if (telling.some((name) => fields.has(name))) return fields
  for (const value of fields.values()) {
    const inside: Fields | null = tellingFields(value, depth - 1)
    if (inside) return inside
  }
  return null
}

function booleanOf(value: unknown): boolean | null {
  const text = String(value).toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

function priorityOf(value: unknown): number | null {
  const priority = typeof value === 'string' && value !== '' ? Number(value) : value
  const isOne = typeof priority === 'number' && Number.isInteger(priority) && priority >= 1 && priority <= 5
  return isOne ? priority : null
}

/** ISO 8601 or .NET's /Date(ms)/; a block that is over is none. */
function blockOf(value: unknown, nowMs: number): string | null {
  if (typeof value !== 'string') return null
  const ms = Number(/^\/Date\((-?\d+)/.exec(value)?.[1] ?? Date.parse(value))
  const until = new Date(ms)
  return ms > nowMs && !Number.isNaN(until.getTime()) && until.getUTCFullYear() < 10_000
    ? until.toISOString()
    : null
}

/** As the service's page writes it, with `;`, or an array of texts. */
function listOf(value: unknown): string[] | null {
  const parts: readonly unknown[] | null =
    typeof value === 'string' ? value.split(';') : Array.isArray(value) ? value : null
  if (parts === null) return null
  return parts
    .filter((part): part is string => typeof part === 'string')
    .map((part) => part.replace(/\p{C}/gu, ' ').trim().slice(0, longestEntry))
    .filter((part) => part !== '')
    .slice(0, mostEntries)
}
