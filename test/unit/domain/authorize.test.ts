import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../relay/domain/decision.ts'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import type { SenderPolicy } from '../../../relay/domain/sender-policy.ts'
import { policyOf, rulesOf } from './policy-of.ts'

const lists = { authorizedDomains: 'firm.example;bücher.example', authorizedSenders: 'info@partner.example' }
const office = policyOf(lists)

function judge(policy: SenderPolicy, mailFrom: string, ...fields: readonly string[]): Decision {
  const message =
    fields.length === 0 ? null : new TextEncoder().encode(`${fields.join('\r\n')}\r\n\r\nbody\r\n`)
  return judgeMessage(policy, mailFrom, message)
}

describe('a sender', () => {
  it('at an authorized domain may send', () => {
    expect(judge(office, 'Anybody@FIRM.example', 'From: anybody@firm.example')).toEqual({
      decision: 'allow',
      reason: 'domain-authorized',
      identity: 'header-from',
      address: 'anybody@firm.example',
      entry: 'firm.example',
      fault: null,
    })
  })

  it('with an authorized address may send, also while only the envelope is known', () => {
    expect(judge(office, 'INFO@partner.example')).toEqual({
      decision: 'allow',
      reason: 'address-authorized',
      identity: 'mail-from',
      address: 'INFO@partner.example',
      entry: 'info@partner.example',
      fault: null,
    })
  })

  it('at an international domain is the same in both ways of writing it', () => {
    expect(judge(office, 'a@bücher.example').reason).toBe('domain-authorized')
    expect(judge(office, 'a@xn--bcher-kva.example').reason).toBe('domain-authorized')
  })

  it.each([
    'boss@bank.example',
    'x@sub.firm.example',
    'x@firm.example.evil.example',
    'other@partner.example',
    'info@partner.example.evil.example',
  ])('%s is blocked, and named', (address) => {
    expect(judge(office, address)).toEqual({
      decision: 'block',
      reason: 'sender-not-authorized',
      identity: 'mail-from',
      address,
      entry: null,
      fault: null,
    })
  })

  it.each([
    ['header-from', ['From: ceo@evil.example']],
    ['sender', ['From: a@firm.example', 'Sender: ceo@evil.example']],
    ['resent-from', ['Resent-From: ceo@evil.example', 'From: a@firm.example']],
    ['resent-sender', ['Resent-Sender: ceo@evil.example', 'From: a@firm.example']],
    ['resent-from', ['Resent-From: a@firm.example', 'Resent-From: ceo@evil.example', 'From: a@firm.example']],
  ] as const)('is blocked for a foreign %s, whatever the others are', (identity, fields) => {
    const decision = judge(office, 'a@firm.example', ...fields)
    expect(decision).toMatchObject({ decision: 'block', identity, address: 'ceo@evil.example' })
  })

  it('passes with an alert where the rule is alert', () => {
    const policy = policyOf(lists, { unauthorizedSenders: 'alert' })
    expect(judge(policy, 'boss@bank.example', 'From: boss@bank.example')).toMatchObject({
      decision: 'alert',
      reason: 'sender-not-authorized',
      identity: 'mail-from',
    })
  })

  it('is nobody in particular when both lists are empty', () => {
    expect(judge(policyOf({}), 'anybody@anywhere.example', 'From: b@elsewhere.example')).toMatchObject({
      decision: 'allow',
      reason: 'everyone-authorized',
      entry: null,
    })
  })
})

describe('what is malformed', () => {
  const alerting = policyOf({}, { unauthorizedSenders: 'alert' })

  it('is blocked also where everybody may send and the rule is alert', () => {
    expect(judge(alerting, 'a,b@firm.example')).toMatchObject({
      decision: 'block',
      reason: 'address-malformed',
      identity: 'mail-from',
      fault: 'more-than-one',
    })
    expect(judge(alerting, 'a@firm.example', 'From: a@firm.example', 'From: b@firm.example')).toMatchObject({
      decision: 'block',
      reason: 'headers-malformed',
      fault: 'repeated',
    })
  })
})

describe('the null reverse-path', () => {
  it('passes for now at MAIL FROM', () => {
    expect(judge(office, '<>')).toMatchObject({ decision: 'allow', reason: 'null-sender-awaits-header' })
    expect(judge(office, '')).toMatchObject({ decision: 'allow', reason: 'null-sender-awaits-header' })
  })

  it('passes with an authorized header From (receipts)', () => {
    expect(judge(office, '<>', 'From: a@firm.example')).toMatchObject({
      decision: 'allow',
      identity: 'header-from',
    })
  })

  it('is blocked with any other, also where the rule is alert', () => {
    const alerting = policyOf(lists, { unauthorizedSenders: 'alert' })
    for (const policy of [office, alerting]) {
      expect(judge(policy, '<>', 'From: ceo@evil.example')).toMatchObject({
        decision: 'block',
        reason: 'null-sender-not-allowed',
        identity: 'header-from',
        address: 'ceo@evil.example',
      })
    }
  })
})

describe('an entry that is not verified', () => {
  const policy = policyOf({
    ...lists,
    unverifiedDomains: ['firm.example'],
    unverifiedSenders: ['info@partner.example'],
  })

  it.each([
    ['a@firm.example', 'firm.example'],
    ['info@partner.example', 'info@partner.example'],
  ])('does not authorize %s, and says so', (address, entry) => {
    expect(judge(policy, address)).toMatchObject({ decision: 'block', reason: 'sender-not-verified', entry })
  })

  it('does not stand in the way of a verified one', () => {
    const both = policyOf({
      authorizedDomains: 'firm.example',
      authorizedSenders: 'a@firm.example',
      unverifiedSenders: ['a@firm.example'],
    })
    expect(judge(both, 'a@firm.example')).toMatchObject({ reason: 'domain-authorized' })
  })

  it('keeps the lists from counting as empty', () => {
    const one = policyOf({ authorizedDomains: 'firm.example', unverifiedDomains: ['firm.example'] })
    expect(judge(one, 'x@elsewhere.example')).toMatchObject({ reason: 'sender-not-authorized' })
  })
})

describe('a sign-in with narrower lists of its own', () => {
  const narrow = policyOf(lists, {
    rules: [rulesOf(lists), rulesOf({ authorizedSenders: 'a@firm.example' })],
  })

  it('may send what both allow, and nothing else', () => {
    expect(judge(narrow, 'a@firm.example')).toMatchObject({ decision: 'allow', entry: 'a@firm.example' })
    expect(judge(narrow, 'b@firm.example')).toMatchObject({ reason: 'sender-not-authorized' })
  })

  it('never widens what its user allows', () => {
    const wider = policyOf(lists, { rules: [rulesOf(lists), rulesOf({ authorizedDomains: 'evil.example' })] })
    expect(judge(wider, 'ceo@evil.example')).toMatchObject({ decision: 'block' })
  })
})

describe('who is not active', () => {
  it.each([
    ['user-inactive', { userActive: false }],
    ['login-inactive', { loginActive: false }],
  ] as const)('sends nothing: %s', (reason, more) => {
    const policy = policyOf({}, { ...more, unauthorizedSenders: 'alert' })
    expect(judge(policy, 'a@firm.example', 'From: a@firm.example')).toMatchObject({
      decision: 'block',
      reason,
    })
  })
})
