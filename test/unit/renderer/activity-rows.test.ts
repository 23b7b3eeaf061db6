import { describe, expect, it } from 'vitest'
import { activityRows, filterRows } from '../../../renderer/state/activity-rows.ts'
import { crowdedSnapshot, everydaySnapshot } from '../../support/window-scenarios.ts'

const { messages, refusals } = everydaySnapshot()
const rows = activityRows(messages, refusals)
const idsOf = (found: typeof rows): readonly string[] => found.map(({ id }) => id)

describe('the rows of Activity', () => {
  it('are messages and refusals in one order, newest first', () => {
    expect(idsOf(rows)).toEqual(['2041', 'r7', '2040', '2039'])
  })

  it('are filtered by what happened to them', () => {
    expect(idsOf(filterRows(rows, 'refused', ''))).toEqual(['r7'])
    expect(idsOf(filterRows(rows, 'sent', ''))).toEqual(['2041', '2040', '2039'])
    const crowded = activityRows(crowdedSnapshot().messages, [])
    const states = new Set(
      filterRows(crowded, 'attention', '').map((row) => (row.kind === 'message' ? row.message.state : '')),
    )
    expect(states).toEqual(new Set(['held', 'uncertain', 'failed']))
  })

  it('are found by every word of the search, in any field and any case', () => {
    expect(idsOf(filterRows(rows, 'all', 'BANK.example'))).toEqual(['r7'])
    expect(idsOf(filterRows(rows, 'all', 'maria reminder'))).toEqual(['2040'])
    expect(idsOf(filterRows(rows, 'all', 'maria boss'))).toEqual([])
  })
})
