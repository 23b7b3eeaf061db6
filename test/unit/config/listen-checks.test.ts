import { describe, expect, it } from 'vitest'
import { type RelayConfigurationInput, relayConfiguration } from '../../../relay/config/configuration.ts'
import { parseConfiguration } from '../../../relay/config/loading.ts'
import { buildPolicyBook } from '../../../relay/config/policy-book.ts'
import { officeUser, programLogin } from '../../support/listening.ts'

type More = Partial<RelayConfigurationInput>

const input = (more: More): RelayConfigurationInput => ({
  version: 1,
  listen: [{ address: '127.0.0.1', port: 2525 }],
  users: [officeUser],
  logins: [programLogin],
  ...more,
})
const problemOf = (more: More) => {
  const parsed = parseConfiguration(input(more))
  return parsed.ok ? null : parsed.problem
}
const warningsOf = (more: More): readonly string[] => {
  const parsed = parseConfiguration(input(more))
  return parsed.ok ? parsed.value.warnings : [parsed.problem.path]
}

describe('the list of an address of listen', () => {
  it.each(['192.168.1.20', '192.168.1.0/24', 'fd00::/8', '2001:db8::7', '::1.2.3.4'])(
    'may hold %s',
    (block) => {
      expect(problemOf({ listen: [{ address: '0.0.0.0', port: 2525, addresses: [block] }] })).toBeNull()
    },
  )

  it.each([
    '192.168.1.20/24',
    '0.0.0.0/0',
    '::ffff:192.168.1.20',
    'fd00::1/8',
    'printer.local',
    '192.168.1.*',
    '',
  ])('may not hold %j', (block) => {
    const found = problemOf({ listen: [{ address: '0.0.0.0', port: 2525, addresses: ['10.0.0.1', block] }] })
    expect(found).toMatchObject({ path: 'listen[0].addresses[1]' })
  })

  it('is not demanded: without any, check warns, and nobody beyond this computer is served', () => {
    const [warning] = warningsOf({ listen: [{ address: '0.0.0.0', port: 2525 }] })
    expect(warning).toMatch(/0\.0\.0\.0.*None of them is served.*"addresses"/)
    const book = buildPolicyBook(
      relayConfiguration.parse(input({ listen: [{ address: '0.0.0.0', port: 2525 }] })),
    )
    expect(book.mayConnect({ address: '0.0.0.0', port: 2525 }, '192.168.1.20', 0)).toBe(false)
  })

  it('counts for its own address and port alone, in the words of IPv4 too; a device with a sign-in of its own counts everywhere', () => {
    const scanner = { name: 'scanner', user: 'office', auth: 'none' as const, addresses: ['10.0.0.0/8'] }
    const inside = { address: '192.168.1.1', port: 2525, addresses: ['192.168.1.0/24', 'fd00::/8'] }
    const both = input({ listen: [inside, { address: '::', port: 25 }], logins: [programLogin, scanner] })
    const { mayConnect } = buildPolicyBook(relayConfiguration.parse(both))
    expect(mayConnect(inside, '192.168.1.7', 0)).toBe(true)
    expect(mayConnect(inside, '::ffff:192.168.1.7', 0)).toBe(true)
    expect(mayConnect(inside, 'fd00::7', 0)).toBe(true)
    expect(mayConnect(inside, '192.168.2.7', 0)).toBe(false)
    expect(mayConnect({ address: '::', port: 25 }, '192.168.1.7', 0)).toBe(false)
    expect(mayConnect({ address: '::', port: 25 }, '10.1.2.3', 0)).toBe(true)
    expect(mayConnect(inside, '', 0)).toBe(false)
    expect(warningsOf(both)).toEqual([
      expect.stringMatching(/192\.168\.1\.1: .*Served are 192\.168\.1\.0\/24, fd00::\/8, 10\.0\.0\.0\/8;/),
      expect.stringMatching(/ ::: .*Served are 10\.0\.0\.0\/8;/),
    ])
  })
})

describe('ports', () => {
  it.each([
    [['127.0.0.1', '127.0.0.1'], false],
    [['127.0.0.1', '0.0.0.0'], false],
    [['::', '127.0.0.1'], false],
    [['::1', '::'], false],
    [['127.0.0.1', '::1'], true],
    [['0.0.0.0', '::1'], true],
    [['127.0.0.1', '127.0.0.2'], true],
  ])('of %j: may both listen on the same port: %s', (addresses, mayBoth) => {
    const listen = addresses.map((address) => ({ address, port: 2525 }))
    expect(problemOf({ listen })?.path).toBe(mayBoth ? undefined : 'listen[1]')
    const apart = addresses.map((address, index) => ({ address, port: 2525 + index }))
    expect(problemOf({ listen: apart })).toBeNull()
  })

  it.each([
    [25, 0],
    [1025, 0],
    [5000, 0],
    [0, 0],
    [587, 1],
    [1024, 1],
    [5001, 1],
  ])('%s: %s warnings', (port, count) => {
    expect(warningsOf({ listen: [{ address: '127.0.0.1', port }] })).toHaveLength(count)
  })
})

describe('addresses of sign-ins', () => {
  const device = (name: string, address: string) => ({
    name,
    user: 'office',
    auth: 'none' as const,
    addresses: [address],
  })

  it.each([
    ['192.168.1.20', '192.168.1.20/32'],
    ['FD00::0:1', 'fd00::1'],
    ['10.0.0.0/8', '10.0.0.0/8'],
  ])('%s and %s are the same, and belong to one sign-in', (one, other) => {
    expect(problemOf({ logins: [device('a', one), device('b', other)] })?.path).toBe('logins[1].addresses[0]')
  })

  it('may lie inside one another: the narrower one decides', () => {
    const logins = [device('floor', '10.0.0.0/8'), device('printer', '10.0.0.7')]
    expect(problemOf({ logins })).toBeNull()
    const book = buildPolicyBook(relayConfiguration.parse(input({ logins })))
    expect(book.loginForAddress('10.0.0.7', 0)?.name).toBe('printer')
    expect(book.loginForAddress('10.0.0.8', 0)?.name).toBe('floor')
  })

  it('recipients beyond what the relay takes are warned about', () => {
    expect(warningsOf({ logins: [{ ...programLogin, recipients: 501 }] })).toEqual([
      'Login program: a message may still have 500 recipients at most, because "limits" says so.',
    ])
  })
})
