import { describe, expect, it } from 'vitest'
import { addressMatcher, parseAddressBlock } from '../../../relay/config/address-block.ts'
import { type RelayConfigurationInput, relayConfiguration } from '../../../relay/config/configuration.ts'
import { buildPolicyBook, type PolicyBook } from '../../../relay/config/policy-book.ts'
import { isOpen } from '../../../relay/domain/sender-policy.ts'
import { createPasswordHash } from '../../../relay/secrets/sign-in.ts'
import { officeUser } from '../../support/configuration.ts'

const passwordHash = createPasswordHash('x')

function bookOf(more: Partial<RelayConfigurationInput> = {}): PolicyBook {
  const listen = [{ address: '127.0.0.1', port: 0 }]
  const logins = [{ name: 'accounting', user: 'office', passwordHash }]
  return buildPolicyBook(
    relayConfiguration.parse({ version: 1, listen, users: [officeUser()], logins, ...more }),
  )
}

describe('a policy book', () => {
  it('finds sign-ins by name and users by id', () => {
    const book = bookOf()
    expect(book.login('accounting')?.user).toBe('office')
    expect(book.login('Accounting')).toBeNull()
    expect(book.login('__proto__')).toBeNull()
    expect(book.user('office')?.server).toBe('127.0.0.1')
    expect(book.user('nobody')).toBeNull()
    expect(book.policyOfUser('nobody')).toBeNull()
  })

  it('finds a sign-in without a password by its address only, the most narrow block first', () => {
    const none = { user: 'office', auth: 'none' } as const
    const book = bookOf({
      logins: [
        { ...none, name: 'floor', addresses: ['192.168.1.0/24', 'fd00::/8'] },
        { ...none, name: 'scanner', addresses: ['192.168.1.20'] },
      ],
    })
    expect(book.login('scanner')).toBeNull()
    expect(book.loginForAddress('192.168.1.20', 0)?.name).toBe('scanner')
    expect(book.loginForAddress('::ffff:192.168.1.20', 0)?.name).toBe('scanner')
    expect(book.loginForAddress('192.168.1.21', 0)?.name).toBe('floor')
    expect(book.loginForAddress('fd12::1', 0)?.name).toBe('floor')
    expect(book.loginForAddress('192.168.2.20', 0)).toBeNull()
    expect(book.loginForAddress('', 0)).toBeNull()
  })

  it('forgets an address when its time is over, and falls back on the wider block that has none', () => {
    const none = { user: 'office', auth: 'none' } as const
    const until = '2026-03-02T10:00:00.000Z'
    const endsMs = Date.parse(until)
    const book = bookOf({
      logins: [
        { ...none, name: 'trial', addresses: ['192.168.1.20', '10.0.0.9'], until },
        { ...none, name: 'floor', addresses: ['192.168.1.0/24'] },
      ],
    })
    const listen = { address: '0.0.0.0', port: 25 }
    expect(book.loginForAddress('192.168.1.20', endsMs - 1)?.name).toBe('trial')
    expect(book.loginForAddress('192.168.1.20', endsMs)?.name).toBe('floor')
    expect(book.mayConnect(listen, '10.0.0.9', endsMs - 1)).toBe(true)
    expect(book.mayConnect(listen, '10.0.0.9', endsMs)).toBe(false)
    expect(book.loginForAddress('10.0.0.9', endsMs)).toBeNull()
  })

  it("binds a sign-in by its user's rules, and by its own where it has some", () => {
    const book = bookOf({
      logins: [
        { name: 'wide', user: 'office', passwordHash },
        {
          name: 'narrow',
          user: 'office',
          passwordHash,
          status: 'inactive',
          authorizedSenders: 'a@firm.example',
        },
      ],
    })
    const policyOf = (name: string) => {
      const login = book.login(name)
      return login ? book.policyOf(login) : null
    }
    expect(policyOf('wide')?.rules).toHaveLength(1)
    expect(policyOf('narrow')?.rules).toHaveLength(2)
    expect([policyOf('wide')?.loginActive, policyOf('narrow')?.loginActive]).toEqual([true, false])
    expect(book.policyOfUser('office')?.rules.every((rules) => !isOpen(rules))).toBe(true)
  })

  it('lets a sign-in of an earlier book send nothing', () => {
    const old = bookOf().login('accounting')
    if (!old) throw new Error('no sign-in')
    expect(bookOf({ logins: [] }).policyOf(old)).toMatchObject({ loginActive: false })
  })

  it('throws on a list that cannot be read: never an empty list in its place', () => {
    expect(() => bookOf({ users: [officeUser({ authorizedDomains: 'a,b' })] })).toThrow(/not checked/)
  })
})

describe('an address block', () => {
  it.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '192.168.1.20/32'])('%s is one', (text) => {
    expect(parseAddressBlock(text)).not.toBeNull()
  })

  it.each([
    '',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    'host',
    '10.0.0.0/-1',
  ])('%j is none', (text) => {
    expect(parseAddressBlock(text)).toBeNull()
  })

  it('of nothing matches nobody', () => {
    expect(addressMatcher([])('127.0.0.1')).toBe(false)
  })
})
