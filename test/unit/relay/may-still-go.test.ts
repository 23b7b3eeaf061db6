import { describe, expect, it } from 'vitest'
import { relayConfiguration } from '../../../relay/config/configuration.ts'
import { buildPolicyBook } from '../../../relay/config/policy-book.ts'
import { mayStillGo } from '../../../relay/may-still-go.ts'

const user = { id: 'office', server: 'in.smtpok.com', port: 2525, encryption: 'starttls' } as const
const book = (user: object, login: object = {}) =>
  buildPolicyBook(
    relayConfiguration.parse({
      version: 1,
      listen: [{ address: '127.0.0.1', port: 2525 }],
      users: [user],
      logins: [{ name: 'accounting', user: 'office', passwordHash: 'x', ...login }],
    }),
  )
const sentAs = (...identities: string[]) => ({ user: 'office', login: 'accounting', identities })

describe('A queued message under the rules of today', () => {
  const strict = book({ ...user, authorizedDomains: 'firm.example' })

  it('may go while every identity is authorized', () => {
    expect(mayStillGo(strict, sentAs('mail-from:a@firm.example', 'header-from:b@firm.example'))).toBe(true)
  })

  it.each(['header-from', 'sender', 'resent-from', 'resent-sender', 'mail-from'])(
    'may not go when its %s is not authorized',
    (identity) => {
      const others = ['mail-from:a@firm.example', 'header-from:a@firm.example'].filter(
        (one) => !one.startsWith(identity),
      )
      expect(mayStillGo(strict, sentAs(...others, `${identity}:x@else.example`))).toBe(false)
    },
  )

  it('may go when the user only wants an alert', () => {
    const lenient = book({ ...user, authorizedDomains: 'firm.example', unauthorizedSenders: 'alert' })
    expect(mayStillGo(lenient, sentAs('mail-from:x@else.example', 'header-from:x@else.example'))).toBe(true)
  })

  it('is bound by its sign-in’s narrower list', () => {
    const narrow = book(
      { ...user, authorizedDomains: 'firm.example' },
      { authorizedSenders: 'a@firm.example' },
    )
    expect(mayStillGo(narrow, sentAs('mail-from:b@firm.example', 'header-from:b@firm.example'))).toBe(false)
  })

  it('is bound by the narrower list of a sign-in that is known by its address', () => {
    const scanner = book(
      { ...user, authorizedDomains: 'firm.example' },
      { auth: 'none', addresses: ['127.0.0.2/32'], authorizedSenders: 'a@firm.example' },
    )
    expect(mayStillGo(scanner, sentAs('mail-from:b@firm.example', 'header-from:b@firm.example'))).toBe(false)
  })

  it('is bound by its user’s list when its sign-in is gone', () => {
    const message = { ...sentAs('header-from:x@else.example'), login: 'gone' }
    expect(mayStillGo(strict, message)).toBe(false)
  })

  it('is not held for its sender when its user is inactive: that is told apart', () => {
    const inactive = book({ ...user, status: 'inactive', authorizedDomains: 'firm.example' })
    expect(mayStillGo(inactive, sentAs('mail-from:a@firm.example', 'header-from:a@firm.example'))).toBe(true)
  })
})

describe('An entry that isn’t verified', () => {
  it('authorizes nothing, and the decision says so', () => {
    const unverified = buildPolicyBook(
      relayConfiguration.parse({
        version: 1,
        listen: [{ address: '127.0.0.1', port: 2525 }],
        users: [{ ...user, authorizedDomains: 'firm.example' }],
        logins: [{ name: 'accounting', user: 'office', passwordHash: 'x' }],
      }),
      undefined,
      [{ user: 'office', domains: ['Firm.example'], senders: [] }],
    )
    expect(mayStillGo(unverified, sentAs('mail-from:a@firm.example', 'header-from:a@firm.example'))).toBe(
      false,
    )
  })
})

describe('A mail with a verification code', () => {
  const code = sentAs('verification:Info@firm.example')

  it('may go while its address is in the list, verified or not', () => {
    expect(mayStillGo(book({ ...user, authorizedSenders: 'info@firm.example' }), code)).toBe(true)
  })

  it('may not go when its address was taken out of the list', () => {
    expect(mayStillGo(book({ ...user, authorizedSenders: 'other@firm.example' }), code)).toBe(false)
    expect(mayStillGo(book({ ...user, authorizedDomains: 'firm.example' }), code)).toBe(false)
  })

  it('is nothing that can be claimed beside another identity', () => {
    const strict = book({ ...user, authorizedSenders: 'info@firm.example' })
    expect(() =>
      mayStillGo(strict, sentAs('verification:info@firm.example', 'header-from:x@y.example')),
    ).toThrow()
  })
})
