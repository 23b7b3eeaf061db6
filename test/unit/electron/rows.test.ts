import { describe, expect, it } from 'vitest'
import { dropRow, mostRows, putRow } from '../../../electron/desks/rows.ts'

const row = (id: string, at: string) => ({ id, at })
const timeOf = (one: { at: string }) => one.at

describe('the rows the window shows', () => {
  it('stand newest first, and a row that changed keeps one place', () => {
    let rows = putRow([], row('a', '2026-01-01'), timeOf)
    rows = putRow(rows, row('c', '2026-01-03'), timeOf)
    rows = putRow(rows, row('b', '2026-01-02'), timeOf)
    rows = putRow(rows, row('a', '2026-01-01'), timeOf)
    expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(dropRow(rows, 'b').map(({ id }) => id)).toEqual(['c', 'a'])
  })

  it('are never more than 200, and the oldest go first', () => {
    let rows: { id: string; at: string }[] = []
    for (let count = 0; count < 300; count++) {
      rows = putRow(rows, row(String(count), String(1_000 + count)), timeOf)
    }
    expect(rows).toHaveLength(mostRows)
    expect(rows[0]?.id).toBe('299')
  })
})
