import { describe, expect, it } from 'vitest'
import { type ActivityRow, activityRows } from '../../../renderer/state/activity-rows.ts'
import { rowFits, rowsOfNow } from '../../../renderer/state/journal-rows.ts'
import { everydaySnapshot, message, minutesAgo } from '../../support/window-scenarios.ts'

const { messages, refusals } = everydaySnapshot()
const everyday = activityRows(messages, refusals)
const idsOf = (rows: readonly ActivityRow[]): readonly string[] => rows.map(({ id }) => id)
const rowsWith = (...parts: Parameters<typeof message>[]): readonly ActivityRow[] =>
  activityRows(
    parts.map((part) => message(...part)),
    [],
  )

describe('the rows of Activity', () => {
  it('are messages and refusals in one order, newest first', () => {
    expect(idsOf(everyday)).toEqual(['2041', 'r7', '2040', '2039'])
  })

  it('fit a filter by state, user, sign-in and time', () => {
    const fitting = (filter: Parameters<typeof rowFits>[1]): readonly string[] =>
      idsOf(everyday.filter((row) => rowFits(row, filter)))
    expect(fitting({ states: ['refused'] })).toEqual(['r7'])
    expect(fitting({ states: ['sent'] })).toEqual(['2041', '2040', '2039'])
    expect(fitting({ user: 'office', login: 'printer' })).toEqual([])
    expect(fitting({ since: minutesAgo(30) })).toEqual(['2041', 'r7'])
    expect(fitting({ until: minutesAgo(30) })).toEqual(['2040', '2039'])
  })

  it('are found by a part of an address, a subject or an answer, in any case, or by their whole id', () => {
    const found = (search: string): readonly string[] =>
      idsOf(everyday.filter((row) => rowFits(row, { search })))
    expect(found('BANK.example')).toEqual(['r7'])
    expect(found('ment remin')).toEqual(['2040'])
    expect(found('2039')).toEqual(['2039'])
  })
})

describe('the rows that were read', () => {
  const read = rowsWith(
    ['3', 'waiting', { queuedAt: minutesAgo(3), changedAt: minutesAgo(3) }],
    ['2', 'waiting', { queuedAt: minutesAgo(20), changedAt: minutesAgo(20) }],
    ['1', 'waiting', { queuedAt: minutesAgo(30), changedAt: minutesAgo(30) }],
  )

  it('show what became of them since, in their place', () => {
    const live = rowsWith(['2', 'sent', { queuedAt: minutesAgo(1), changedAt: minutesAgo(1) }])
    const rows = rowsOfNow(read, live, {}, null)
    expect(idsOf(rows)).toEqual(['3', '2', '1'])
    expect(rows[1]).toMatchObject({ message: { state: 'sent' } })
  })

  it('leave when they no longer fit', () => {
    const live = rowsWith(['2', 'sent', { queuedAt: minutesAgo(20), changedAt: minutesAgo(1) }])
    expect(idsOf(rowsOfNow(read, live, { states: ['waiting'] }, null))).toEqual(['3', '1'])
  })

  it('are not set back by news that is older than what was read', () => {
    const live = rowsWith(['2', 'sending', { queuedAt: minutesAgo(20), changedAt: minutesAgo(25) }])
    expect(rowsOfNow(read, live, {}, null)[1]).toMatchObject({ message: { state: 'waiting' } })
  })

  it('are joined by what arrives, if it fits, at its time', () => {
    const live = rowsWith(
      ['5', 'sent', { queuedAt: minutesAgo(1) }],
      ['4', 'waiting', { queuedAt: minutesAgo(2) }],
      ['2b', 'waiting', { queuedAt: minutesAgo(10) }],
      ['0', 'waiting', { queuedAt: minutesAgo(40) }],
    )
    expect(idsOf(rowsOfNow(read, live, { states: ['waiting'] }, null))).toEqual([
      '4',
      '3',
      '2b',
      '2',
      '1',
      '0',
    ])
  })

  it('are not joined by what lies further back than was read: it comes with its page', () => {
    const live = rowsWith(['0', 'waiting', { queuedAt: minutesAgo(40) }])
    expect(idsOf(rowsOfNow(read, live, {}, minutesAgo(35)))).toEqual(['3', '2', '1'])
  })
})
