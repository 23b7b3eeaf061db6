import { describe, expect, it } from 'vitest'
import {
  everything,
  filterOf,
  furtherConditions,
  type JournalWish,
  messagesOf,
} from '../../../renderer/state/journal-wish.ts'

const now = new Date(2026, 2, 30, 15, 20).getTime()
const filter = (part: Partial<JournalWish>) => filterOf({ ...everything, ...part }, now)
const midnight = (year: number, month: number, day: number): string =>
  new Date(year, month - 1, day).toISOString()

describe('what somebody looks for', () => {
  it('asks for nothing where nothing was chosen', () => {
    expect(filter({})).toEqual({})
    expect(filter({ search: '   ' })).toEqual({})
  })

  it('is asked by state, user, sign-in and text', () => {
    expect(filter({ show: 'attention', user: 'office', login: 'printer', search: ' offer ' })).toEqual({
      states: ['held', 'uncertain', 'failed'],
      user: 'office',
      login: 'printer',
      search: 'offer',
    })
  })

  it('begins at local midnight', () => {
    expect(filter({ period: 'today' })).toEqual({ since: midnight(2026, 3, 30) })
    expect(filter({ period: 'week' })).toEqual({ since: midnight(2026, 3, 24) })
    expect(filter({ period: 'month' })).toEqual({ since: midnight(2026, 3, 1) })
  })

  it('takes first and last day whole, each of them or both', () => {
    expect(filter({ period: 'days', firstDay: '2026-03-28', lastDay: '2026-03-29' })).toEqual({
      since: midnight(2026, 3, 28),
      until: midnight(2026, 3, 30),
    })
    expect(filter({ period: 'days', lastDay: '2026-12-31' })).toEqual({ until: midnight(2027, 1, 1) })
    expect(filter({ period: 'days', firstDay: '0002-03-28' })).toEqual({})
  })

  it('counts the conditions that are folded away', () => {
    expect(furtherConditions({ ...everything, show: 'sent', search: 'x' })).toBe(0)
    expect(furtherConditions({ ...everything, user: 'office', period: 'week' })).toBe(2)
  })

  it('holds no messages when only refusals are shown', () => {
    expect(messagesOf(filter({ show: 'refused' }))).toBeNull()
    expect(messagesOf(filter({ show: 'waiting', user: 'office' }))).toEqual({
      states: ['waiting', 'sending'],
      user: 'office',
    })
    expect(messagesOf({})).toEqual({})
  })
})
