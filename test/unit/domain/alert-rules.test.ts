import { describe, expect, it } from 'vitest'
import type { AlertCause } from '../../../relay/domain/alert-cause.ts'
import {
  alertThresholds,
  endedUnexpectedly,
  isOver,
  isOverAfterSession,
  type Observation,
  troublesOf,
} from '../../../relay/domain/alert-rules.ts'
import type { AlertKind, AlertReason } from '../../../relay/domain/relay-event.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const nowMs = Date.UTC(2030, 5, 15, 12)
const gigabyte = 1024 ** 3

const fine: Observation = {
  nowMs,
  runningSinceMs: nowMs - 10 * minuteMs,
  directory: '/data',
  freeBytes: 50 * gigabyte,
  diskBytes: 100 * gigabyte,
  samples: [],
  waitingLong: [],
  certificates: [],
}
const cause = (
  kind: AlertKind,
  reason: AlertReason | null = null,
  user: string | null = null,
): AlertCause => ({
  kind,
  reason,
  user,
  login: null,
  about: '',
})
const kinds = (seen: Partial<Observation>) => troublesOf({ ...fine, ...seen }).map(({ kind }) => kind)
/** one sample a minute, the last one now */
const growth = (...counts: number[]) => ({
  samples: counts.map((waiting, at) => ({ atMs: nowMs - (counts.length - 1 - at) * minuteMs, waiting })),
})
const rising = (from: number, to: number) =>
  growth(...Array.from({ length: 31 }, (_, minute) => Math.round(from + ((to - from) * minute) / 30)))

describe('when all is well', () => {
  it('there is no trouble', () => expect(troublesOf(fine)).toEqual([]))
})

describe('the disk', () => {
  it('is low under its mark, and fine again only well above it', () => {
    const low = alertThresholds.diskLowBytes
    const alert = cause('disk-low', 'disk-refuses-mail')
    expect(kinds({ freeBytes: low - 1 })).toEqual(['disk-low'])
    expect(isOver(alert, { ...fine, freeBytes: low - 1 })).toBe(false)
    expect(kinds({ freeBytes: low })).toEqual([])
    expect(isOver(alert, { ...fine, freeBytes: low })).toBe(false)
    expect(isOver(alert, { ...fine, freeBytes: low * 1.5 })).toBe(true)
  })

  it('has a lower mark when it is small', () => {
    expect(kinds({ freeBytes: 160, diskBytes: 1000 })).toEqual([])
    expect(kinds({ freeBytes: 140, diskBytes: 1000 })).toEqual(['disk-low'])
  })
})

describe('a queue', () => {
  it('that has grown for half an hour and is long is told, with its length', () => {
    expect(troublesOf({ ...fine, ...rising(90, 300) })).toEqual([{ ...cause('queue-growing'), about: '300' }])
  })

  it('that is short, steady, shrinking, or has grown for minutes only is not', () => {
    expect(kinds(rising(0, alertThresholds.growingMessages))).toEqual([])
    expect(kinds(rising(500, 500))).toEqual([])
    expect(kinds(rising(900, 500))).toEqual([])
    expect(kinds(growth(10, 200, 500, 1000))).toEqual([])
  })

  it('that was one burst is not growing', () => {
    expect(kinds(growth(...Array.from({ length: 31 }, (_, minute) => (minute < 5 ? 0 : 1000))))).toEqual([])
  })

  it('is settled when it is short again or shrinks, not when it merely stands still', () => {
    const alert = cause('queue-growing')
    expect(isOver(alert, { ...fine, ...rising(300, 90) })).toBe(true)
    expect(isOver(alert, { ...fine, ...rising(900, 500) })).toBe(true)
    expect(isOver(alert, { ...fine, ...rising(500, 500) })).toBe(false)
    expect(isOver(alert, { ...fine, ...rising(100, 500) })).toBe(false)
  })
})

describe('mail that waits longer than an hour', () => {
  const waitingLong = [{ user: 'office', reply: '451 4.3.0 later' }]
  it('is told for each user, with the last answer, until it is gone', () => {
    expect(troublesOf({ ...fine, waitingLong })).toEqual([
      { ...cause('delivery-failing', 'waiting-long', 'office'), about: '451 4.3.0 later' },
    ])
    const alert = cause('delivery-failing', 'waiting-long', 'office')
    expect(isOver(alert, { ...fine, waitingLong })).toBe(false)
    expect(isOver(alert, fine)).toBe(true)
  })

  it('that was given up is never settled by itself: a person has to look at it', () => {
    const alert = cause('delivery-failing', 'gave-up', 'office')
    expect(isOver(alert, fine)).toBe(false)
    expect(isOverAfterSession(alert, 'office', true)).toBe(false)
  })
})

describe('a certificate', () => {
  const ends = (days: number, user: string | null = 'office') => ({
    certificates: [{ user, server: 'in.smtpok.com:2525', endsAtMs: nowMs + days * dayMs }],
  })
  it('that ends within 14 days is told with its last day', () => {
    expect(troublesOf({ ...fine, ...ends(13) })).toEqual([
      {
        ...cause('certificate', 'server-certificate-expiring', 'office'),
        about: 'in.smtpok.com:2525 (2030-06-28)',
      },
    ])
    expect(troublesOf({ ...fine, ...ends(13, null) })[0]?.reason).toBe('own-certificate-expiring')
    expect(kinds(ends(14))).toEqual([])
  })

  it('is settled when a longer one was seen; when none was seen nobody knows', () => {
    const alert = cause('certificate', 'server-certificate-expiring', 'office')
    expect(isOver(alert, { ...fine, ...ends(13) })).toBe(false)
    expect(isOver(alert, fine)).toBe(false)
    expect(isOver(alert, { ...fine, ...ends(90) })).toBe(true)
    expect(isOver(cause('certificate', 'certificate-not-trusted', 'office'), { ...fine, ...ends(90) })).toBe(
      false,
    )
  })
})

describe('a session that went well', () => {
  it.each([
    ['credentials-refused', null],
    ['upstream-unreachable', null],
    ['certificate', 'certificate-not-trusted'],
    ['delivery-failing', 'password-unavailable'],
  ] as const)('settles %s (%s) of that user alone', (kind, reason) => {
    expect(isOverAfterSession(cause(kind, reason, 'office'), 'office', false)).toBe(true)
    expect(isOverAfterSession(cause(kind, reason, 'billing'), 'office', true)).toBe(false)
  })

  it('settles a blocked account only when a message went through', () => {
    expect(isOverAfterSession(cause('account-blocked', null, 'office'), 'office', false)).toBe(false)
    expect(isOverAfterSession(cause('account-blocked', null, 'office'), 'office', true)).toBe(true)
  })

  it.each([
    'unauthorized-sender',
    'sender-not-verified',
    'disk-low',
    'queue-growing',
    'relay-stopped',
  ] as const)('says nothing about %s', (kind) =>
    expect(isOverAfterSession(cause(kind, null, 'office'), 'office', true)).toBe(false),
  )
})

describe('a relay that stopped', () => {
  it('did so unexpectedly unless it said so or the computer went down', () => {
    expect(endedUnexpectedly(nowMs, nowMs - dayMs)).toBe(true)
    expect(endedUnexpectedly(nowMs, nowMs + minuteMs)).toBe(false)
    expect(endedUnexpectedly(null, nowMs - dayMs)).toBe(false)
  })

  it('is settled when it has run for an hour again', () => {
    const alert = cause('relay-stopped', 'ended-unexpectedly')
    expect(isOver(alert, fine)).toBe(false)
    expect(isOver(alert, { ...fine, runningSinceMs: nowMs - 60 * minuteMs })).toBe(true)
  })
})
