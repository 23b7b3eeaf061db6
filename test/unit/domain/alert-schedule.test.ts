import { describe, expect, it } from 'vitest'
import { type ChannelHistory, dueAlerts, lastDigestTimeMs } from '../../../relay/domain/alert-schedule.ts'
import { type AlertFrequency, alertSettings } from '../../../relay/domain/alert-settings.ts'
import { alertKind } from '../../../relay/domain/relay-event.ts'

const minuteMs = 60_000
const noonMs = new Date(2030, 5, 15, 12).getTime()
const eightMs = new Date(2030, 5, 15, 8).getTime()
const alert = { id: 1, kind: 'unauthorized-sender', lastToldMs: null } as const

const history = (told: number | null = null, digestMs: number | null = noonMs): ChannelHistory => ({
  lastToldMs: new Map(told === null ? [] : [['unauthorized-sender', told]]),
  lastDigestMs: digestMs,
})
const idsAt = (
  frequency: AlertFrequency,
  past: ChannelHistory,
  nowMs = noonMs,
  one: typeof alert | { lastToldMs: number } = alert,
) => dueAlerts([{ ...alert, ...one }], () => frequency, past, nowMs).ids

describe('every time', () => {
  it('is at once, then at most once a minute for one cause', () => {
    expect(idsAt('every-time', history())).toEqual([1])
    const told = { lastToldMs: noonMs }
    expect(idsAt('every-time', history(noonMs), noonMs + minuteMs - 1, told)).toEqual([])
    expect(idsAt('every-time', history(noonMs), noonMs + minuteMs, told)).toEqual([1])
  })

  it("doesn't wait for another cause of its kind", () => {
    expect(idsAt('every-time', history(noonMs), noonMs + 1)).toEqual([1])
  })
})

describe('hourly', () => {
  it('tells the first at once and what follows together, an hour later', () => {
    expect(idsAt('hourly', history())).toEqual([1])
    expect(idsAt('hourly', history(noonMs), noonMs + 59 * minuteMs)).toEqual([])
    expect(idsAt('hourly', history(noonMs), noonMs + 60 * minuteMs)).toEqual([1])
  })

  it('is not put off by a clock that was put back', () => {
    expect(idsAt('hourly', history(noonMs + 5 * 60 * minuteMs))).toEqual([1])
  })
})

describe('daily', () => {
  it('waits for eight in the morning', () => {
    const yesterday = history(null, eightMs - 24 * 60 * minuteMs)
    expect(dueAlerts([alert], () => 'daily', yesterday, eightMs - 1)).toEqual({ ids: [], digest: false })
    expect(dueAlerts([alert], () => 'daily', yesterday, eightMs)).toEqual({ ids: [1], digest: true })
  })

  it('is made up for when the computer was off at eight, and comes once a day', () => {
    expect(idsAt('daily', history(null, eightMs - 1))).toEqual([1])
    expect(idsAt('daily', history(null, eightMs))).toEqual([])
  })

  it('never comes on the first day: there was no eight o’clock yet', () => {
    expect(dueAlerts([alert], () => 'daily', history(null, null), noonMs)).toEqual({ ids: [], digest: false })
  })

  it('goes by the clock on the wall', () => {
    expect(lastDigestTimeMs(noonMs)).toBe(eightMs)
    expect(lastDigestTimeMs(eightMs)).toBe(eightMs)
    expect(new Date(lastDigestTimeMs(eightMs - 1)).getHours()).toBe(8)
    expect(new Date(lastDigestTimeMs(eightMs - 1)).getDate()).toBe(14)
  })
})

describe('never', () => {
  it('tells nothing', () => {
    expect(idsAt('never', history())).toEqual([])
  })
})

describe('the settings of alerts', () => {
  it('have an answer for every kind when nothing was chosen', () => {
    const chosen = alertSettings.parse({})
    expect(Object.keys(chosen.frequency)).toEqual([...alertKind.options])
    expect(chosen.mail).toBeNull()
    expect(chosen.ignored).toEqual([])
  })

  it('fill in what an older file does not say', () => {
    const read = alertSettings.parse({ frequency: { 'disk-low': { desktop: 'never' } } })
    expect(read.frequency['disk-low']).toEqual({ desktop: 'never', mail: 'hourly' })
    expect(read.frequency['relay-stopped'].desktop).toBe('every-time')
  })
})
