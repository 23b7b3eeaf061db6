import { describe, expect, it } from 'vitest'
import { freeName } from '../../../renderer/state/free-name.ts'
import { hasStraySpaces, readPort } from '../../../renderer/state/read-form.ts'
import { joinLists, readLists, sortIntoLists } from '../../../renderer/state/read-lists.ts'
import { judgeForm, readTyped, readWishes } from '../../../renderer/state/read-user-form.ts'
import { addressForPrograms, openAddresses, writeAddress } from '../../../renderer/state/relay-address.ts'
import { formatBytes, formatTime, inGroups } from '../../../renderer/words/format.ts'

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('the connection fields', () => {
  it('are read without the spaces around them', () => {
    const typed = { server: ' in.smtpok.com ', port: '2525', encryption: 'starttls', username: ' s1_2 ' }
    expect(readTyped(form(typed))).toEqual({
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls',
      username: 's1_2',
    })
  })

  it('name every field that is wrong', () => {
    const { problems } = judgeForm(form({ server: '', port: '587x', username: 'x', messagesPerHour: '1.5' }))
    expect(problems.map(({ field, reason }) => `${field}: ${reason}`)).toEqual([
      'server: required',
      'port: port-not-a-port',
      'messagesPerHour: not-a-count',
    ])
  })

  it('leave out what the form has no field for, and an empty campaign is none', () => {
    expect(readWishes(form({ server: 'x' }))).toEqual({})
    expect(
      readWishes(form({ campaignName: '', campaignCode: '', header: 'as-set', footer: 'as-set' })),
    ).toEqual({ smtpApi: null })
    expect(
      readWishes(form({ campaignName: 'News', campaignCode: '', header: 'off', footer: 'as-set' })),
    ).toEqual({ smtpApi: { campaignName: 'News', header: false } })
    expect(readWishes(form({ priority: '2', status: 'inactive', messagesPerHour: '' }))).toEqual({
      priority: 2,
      status: 'inactive',
      messagesPerHour: null,
    })
  })

  it.each(['0', '65536', '25.5', '-1', '2525x', '٢٥'])('do not take %s for a port', (text) => {
    expect(readPort(text)).toMatchObject({ ok: false, problem: { reason: 'port-not-a-port' } })
  })

  it('notice the space that came along when a password was pasted', () => {
    expect(hasStraySpaces('secret ')).toBe(true)
    expect(hasStraySpaces('two words')).toBe(false)
  })

  it('suggest a name that is free', () => {
    expect(freeName('office', [])).toBe('office')
    expect(freeName('office', ['office', 'office 2'])).toBe('office 3')
  })
})

describe('the one field for domains and addresses', () => {
  it('sorts them into the two lists and back', () => {
    const lists = sortIntoLists('yourcompany.example; info@partner.example')
    expect(lists).toEqual({
      authorizedDomains: 'yourcompany.example',
      authorizedSenders: 'info@partner.example',
    })
    expect(joinLists(lists)).toBe('yourcompany.example; info@partner.example')
    expect(readLists(lists).problems).toEqual([])
  })

  it('leaves a comma to be explained', () => {
    expect(readLists(sortIntoLists('a.example, b@c.example')).problems).toMatchObject([{ reason: 'comma' }])
  })
})

describe('addresses, times and sizes', () => {
  it('give programs the IPv4 loopback, and tell when other computers can reach the relay', () => {
    const listen = [
      { address: '::1', port: 2525 },
      { address: '127.0.0.1', port: 2525 },
      { address: '0.0.0.0', port: 2525 },
    ]
    expect(addressForPrograms(listen)?.address).toBe('127.0.0.1')
    expect(openAddresses(listen)).toEqual([{ address: '0.0.0.0', port: 2525 }])
    expect(listen.map(writeAddress)).toEqual(['[::1]:2525', '127.0.0.1:2525', '0.0.0.0:2525'])
    expect(addressForPrograms([])).toBeNull()
  })

  it('are written in the reader’s language', () => {
    const noon = new Date(2026, 4, 3, 12, 5)
    const iso = noon.toISOString()
    expect(formatTime(iso, 'en', noon.getTime())).toBe('12:05')
    expect(formatTime(iso, 'en', noon.getTime() + 86_400_000)).toBe('3 May, 12:05')
    expect(formatTime(iso, 'it', noon.getTime() + 86_400_000)).toBe('3 mag, 12:05')
    expect(formatTime(iso, 'en', noon.getTime() + 366 * 86_400_000)).toMatch(/^3 May 20\d\d, 12:05$/)
    expect(formatBytes(48_213, 'en')).toBe('48 kB')
    expect(formatBytes(2_540_000, 'it')).toBe('2,5 MB')
  })

  it('groups a password for reading aloud', () => {
    expect(inGroups('k7Rw4tYm9P')).toBe('k7Rw 4tYm 9P')
  })
})
