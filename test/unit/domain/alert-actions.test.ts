import { describe, expect, it } from 'vitest'
import { type AlertSurroundings, alertActions } from '../../../relay/domain/alert-actions.ts'
import type { AlertCause } from '../../../relay/domain/alert-cause.ts'
import type { AlertKind, AlertReason } from '../../../relay/domain/relay-event.ts'

const around: AlertSurroundings = {
  lists: { authorizedDomains: 'firm.example', authorizedSenders: 'info@partner.example;me@gmail.com' },
  login: { active: true, rewritesFormSender: false },
}
const cause = (kind: AlertKind, about = '', reason: AlertReason | null = null): AlertCause => ({
  kind,
  reason,
  about,
  login: 'website',
  user: 'office',
})
const user = 'office'
const pause = { action: 'pause-login', login: 'website' }
const ignore = { action: 'ignore' }

describe('an address that is not authorized', () => {
  it('can be authorized; its domain is offered when it is plainly the firm’s own', () => {
    expect(alertActions(cause('unauthorized-sender', 'x@sub.firm.example'), around)).toEqual([
      { action: 'authorize-address', user, address: 'x@sub.firm.example' },
      { action: 'authorize-domain', user, domain: 'sub.firm.example' },
      pause,
      ignore,
    ])
    expect(alertActions(cause('unauthorized-sender', 'ann@partner.example'), around)[1]).toEqual({
      action: 'authorize-domain',
      user,
      domain: 'partner.example',
    })
  })

  it.each(['boss@bank.example', 'other@gmail.com', 'x@mail.gmail.com', 'x@notfirm.example'])(
    'has no domain to offer when it is %s',
    (address) => {
      const actions = alertActions(cause('unauthorized-sender', address), around).map(({ action }) => action)
      expect(actions).toEqual(['authorize-address', 'pause-login', 'ignore'])
    },
  )

  it('offers nothing that is done, nobody who is gone, and no address that is none', () => {
    const about = 'boss@bank.example'
    const listed = { ...around, lists: { authorizedDomains: '', authorizedSenders: about } }
    const verify = { action: 'ask-for-verification', user, entry: about }
    expect(alertActions(cause('unauthorized-sender', about), listed)).toEqual([verify, pause, ignore])
    expect(alertActions(cause('unauthorized-sender', about), { lists: null, login: null })).toEqual([ignore])
    expect(alertActions(cause('unauthorized-sender', 'a,b@x.example'), around)).toEqual([pause, ignore])
    const paused = { ...around, login: { active: false, rewritesFormSender: false } }
    expect(alertActions(cause('unauthorized-sender', about), paused)).not.toContainEqual(pause)
  })
})

describe('an entry that is not verified', () => {
  it('is asked to be verified: the address where it is listed, else its domain', () => {
    const ask = (about: string) => alertActions(cause('sender-not-verified', about), around)[0]
    expect(ask('Info@partner.example')).toMatchObject({ entry: 'info@partner.example' })
    expect(ask('ann@FIRM.example')).toEqual({ action: 'ask-for-verification', user, entry: 'firm.example' })
    expect(ask('ann@gone.example')).toEqual(pause)
  })
})

describe('a website’s form', () => {
  it('is offered to be put right here, not to authorize its visitors', () => {
    const form = cause('unauthorized-sender', 'visitor@x.example', 'form-sender')
    expect(alertActions(form, around)).toEqual([{ action: 'rewrite-form-sender', login: 'website' }, pause])
    const rewriting = { ...around, login: { active: true, rewritesFormSender: true } }
    expect(alertActions(form, rewriting)).toEqual([pause])
  })
})

describe('other alerts', () => {
  const check = { action: 'check-connection', user }
  const replace = { action: 'replace-password', user }
  it.each([
    ['credentials-refused', null, [replace, check]],
    ['account-blocked', null, [check]],
    ['upstream-unreachable', null, [check]],
    ['certificate', 'certificate-not-trusted', [check]],
    ['certificate', 'server-certificate-expiring', [check, ignore]],
    ['delivery-failing', 'waiting-long', [check]],
    ['delivery-failing', 'gave-up', [check]],
    ['delivery-failing', 'password-unavailable', [replace]],
    ['queue-growing', null, [ignore]],
    ['disk-low', 'disk-nearly-full', []],
    ['relay-stopped', 'ended-unexpectedly', []],
  ] as const)('%s (%s) has its cures', (kind, reason, actions) => {
    expect(alertActions(cause(kind, 'words', reason), around)).toEqual(actions)
  })
})
