import { describe, expect, it } from 'vitest'
import { maySendNow } from '../../../renderer/state/may-send.ts'

const lists = {
  authorizedDomains: 'firm.example;bücher.example',
  authorizedSenders: 'info@partner.example',
  entries: [],
}

describe('whether a refused address may send by now', () => {
  it.each([
    ['ann@firm.example', true],
    ['ANN@FIRM.example', true],
    ['ann@xn--bcher-kva.example', true],
    ['info@partner.example', true],
    ['other@partner.example', false],
    ['ann@sub.firm.example', false],
    ['not an address', false],
  ])('%s: %s', (address, may) => {
    expect(maySendNow(lists, address)).toBe(may)
  })

  it('is so for everybody when both lists are empty', () => {
    expect(maySendNow({ authorizedDomains: '', authorizedSenders: '', entries: [] }, 'x@y.example')).toBe(
      true,
    )
  })

  it('never becomes so because an entry could not be read', () => {
    expect(
      maySendNow({ authorizedDomains: 'not a domain', authorizedSenders: '', entries: [] }, 'x@y.example'),
    ).toBe(false)
  })
})
