import { describe, expect, it } from 'vitest'
import { allGuides } from '../../../renderer/guides/all-guides.ts'
import { generalGuide, searchGuides } from '../../../renderer/guides/search-guides.ts'

const first = (typed: string): string | undefined => searchGuides(typed, null)[0]?.id

describe('the search among the guides', () => {
  it('finds all of them with nothing typed', () => {
    expect(searchGuides('', null)).toHaveLength(allGuides.length)
    expect(searchGuides('  ', null)).toHaveLength(allGuides.length)
  })

  it.each([
    ['outlok', 'outlook-classic'],
    ['OUTLOOK', 'outlook-classic'],
    ['tunderbird', 'thunderbird'],
    ['thunderbrid', 'thunderbird'],
    ['wordpres', 'wordpress'],
    ['wodpress', 'wordpress'],
    ['woocomerce', 'woocommerce'],
    ['presta shop', 'prestashop'],
    ['magneto', 'magento'],
    ['phyton', 'python'],
    ['pyhton', 'python'],
    ['node.js', 'nodemailer'],
    ['c#', 'dotnet'],
    ['.net', 'dotnet'],
    ['sinology', 'synology'],
    ['kiocera', 'kyocera'],
    ['cannon', 'canon'],
    ['laserjet', 'hp'],
    ['stampante', 'other-printer'],
    ['contabilita', 'erp'],
    ['contabilità', 'erp'],
    ['gestionale', 'erp'],
    ['gmial', 'gmail-send-as'],
    ['postfx', 'postfix'],
    ['i phone', 'iphone'],
    ['k9', 'thunderbird-android'],
  ])('finds %s', (typed, id) => {
    const found = searchGuides(typed, null).map((guide) => guide.id)
    expect(found.slice(0, 6)).toContain(id)
  })

  it('puts the name itself first', () => {
    expect(first('thunderbird')).toBe('thunderbird')
    expect(first('evolution')).toBe('evolution')
    expect(first('qnap')).toBe('qnap')
  })

  it('narrows to a kind', () => {
    expect(searchGuides('', 'printer').every(({ kind }) => kind === 'printer')).toBe(true)
    expect(searchGuides('thunderbird', 'phone').map(({ id }) => id)).toEqual(['thunderbird-android'])
  })

  it('finds nothing for what is no program, and has a general guide for it', () => {
    expect(searchGuides('zzzzzzzz', null)).toEqual([])
    expect(generalGuide(null).id).toBe('other-program')
    expect(generalGuide('printer').id).toBe('other-printer')
  })
})
