import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesOf, foldedUnit } from '../../../relay/domain/letter-case.ts'
import { loadDriver } from '../../../relay/queue/database.ts'
import { searchCondition } from '../../../relay/queue/search-pattern.ts'
import type { SqlConnection } from '../../../relay/queue/sql.ts'
import { driverNames } from '../../support/queue-workbench.ts'

describe.each(driverNames)('a search on %s', (name) => {
  let connection: SqlConnection
  beforeAll(async () => {
    connection = (await loadDriver(name)).open(':memory:')
  })
  afterAll(() => connection.close())

  const finds = (term: string, text: string): boolean => {
    const { sql, values } = searchCondition(['text'], term)
    const row = connection.prepare(`SELECT ${sql} AS found FROM (SELECT ? AS text)`).get(...values, text)
    return Object.values(row ?? {})[0] === 1
  }

  it.each([
    ['città', 'Offerta per la CITTÀ'],
    ['CITTÀ', 'Offerta per la città'],
    ['É', 'perché'],
    ['é', 'PERCHÉ'],
    ['øl', 'SMØLFEN'],
    ['договор', 'ДОГОВОР № 7'],
    ['ΑΘΗΝΑ', 'αθηνα'],
    ['50%_é*?[x]', 'Sconto 50%_É*?[X]'],
    ['invoice', 'INVOICE'],
  ])('for %s finds %s', (term, text) => {
    expect(finds(term, text)).toBe(true)
  })

  it.each([
    ['città', 'citta'],
    ['é', 'e'],
    ['é*', 'é and more'],
    ['é?', 'éa'],
    ['[é]', 'é'],
    ['ß', 'SS'],
  ])('for %s does not find %s', (term, text) => {
    expect(finds(term, text)).toBe(false)
  })

  it('finds any text by itself, whatever its case', () => {
    const letter = fc.constantFrom(...Array.from('aZéÉàÀßñÑøØžŽюЮωΩ %_*?[]^-\\"ıİſ'))
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 8 }), (letters) => {
        const text = letters.join('')
        const changed = letters.map((one) => casesOf(one).at(-1)).join('')
        return finds(text, `x${text}y`) && finds(text, `x${changed}y`)
      }),
    )
  })
})

describe('letters that count as one', () => {
  it('are one to the search index too', () => {
    for (let unit = 0; unit < 0x1_0000; unit++) {
      const letter = String.fromCharCode(unit)
      for (const other of casesOf(letter)) {
        if (foldedUnit(other.charCodeAt(0)) !== foldedUnit(unit)) expect([letter, other]).toEqual([])
      }
    }
  })
})
