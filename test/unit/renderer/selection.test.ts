import { describe, expect, it } from 'vitest'
import { activityRows } from '../../../renderer/state/activity-rows.ts'
import {
  extendedTo,
  isSelected,
  nothingSelected,
  type Selection,
  selectedRows,
  toggled,
} from '../../../renderer/state/selection.ts'
import { everydaySnapshot } from '../../support/window-scenarios.ts'

const { messages, refusals } = everydaySnapshot()
/** 2041, the refusal r7, 2040, 2039 */
const rows = activityRows(messages, refusals)
const idsOf = (selection: Selection): readonly string[] => selectedRows(selection, rows).map(({ id }) => id)

describe('a selection', () => {
  it('is empty at first', () => {
    expect(idsOf(nothingSelected)).toEqual([])
  })

  it('takes one row in, and out again', () => {
    const two = toggled(toggled(nothingSelected, '2041', rows), '2039', rows)
    expect(idsOf(two)).toEqual(['2041', '2039'])
    expect(idsOf(toggled(two, '2041', rows))).toEqual(['2039'])
  })

  it('leaves refusals out: there is nothing to do to them', () => {
    expect(idsOf(toggled(nothingSelected, 'r7', rows))).toEqual([])
    expect(rows.filter((row) => isSelected({ kind: 'all' }, row)).map(({ id }) => id)).not.toContain('r7')
  })

  it('reaches from where it began to here, in both directions, and shrinks again', () => {
    const start = toggled(nothingSelected, '2040', rows)
    expect(idsOf(extendedTo(start, '2039', '2040', rows))).toEqual(['2040', '2039'])
    const up = extendedTo(start, '2041', '2040', rows)
    expect(idsOf(up)).toEqual(['2041', '2040'])
    expect(idsOf(extendedTo(up, '2040', '2041', rows))).toEqual(['2040'])
  })

  it('of all that match holds what is there now, and one less leaves the others', () => {
    expect(idsOf({ kind: 'all' })).toEqual(['2041', '2040', '2039'])
    expect(idsOf(toggled({ kind: 'all' }, '2040', rows))).toEqual(['2041', '2039'])
  })

  it('forgets rows that have left the list', () => {
    const all = toggled(toggled(nothingSelected, '2041', rows), '2039', rows)
    expect(selectedRows(all, rows.slice(0, 2)).map(({ id }) => id)).toEqual(['2041'])
  })
})
