import { describe, expect, it } from 'vitest'
import { maskAddresses, supportReport } from '../../../electron/desks/support-report.ts'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { recordsView } from '../../support/domain-records-views.ts'
import { everydaySnapshot, message } from '../../support/window-scenarios.ts'

const canary = 'Zanzibar-7391'
const plainAuth = Buffer.from(`\0s1_2\0${canary}`).toString('base64')

/** A firm with the canary wherever a secret could get to. */
function leaky(): Snapshot {
  const everyday = everydaySnapshot()
  return {
    ...everyday,
    app: { ...everyday.app, domainRecords: [recordsView('firm.example')] },
    users: everyday.users.map((user) => Object.assign({}, user, { note: canary })),
    messages: everyday.messages.map((one) => ({ ...one, subject: canary })),
    refusals: everyday.refusals.map((one) => ({ ...one, reply: `501 5.5.2 AUTH PLAIN ${plainAuth}` })),
    alerts: everyday.alerts.map((one) => Object.assign({}, one, { about: `password=${canary}` })),
  }
}

const report = (withAddresses: boolean): string =>
  supportReport({
    snapshot: leaky(),
    attempts: [
      {
        summary: message('7', 'failed', { subject: canary, mailFrom: 'anna.rossi@firm.example' }),
        attempts: [
          {
            at: '2026-11-20T10:00:00.000Z',
            outcome: 'failed',
            stage: 'rcpt',
            reply: '550 5.1.1 <ugo.neri@customer.example>: unknown',
          },
        ],
      },
    ],
    logs: {
      'app.log': [
        `{"password":"${canary}"}`,
        `passwordHash: ${canary}`,
        `C: AUTH PLAIN ${plainAuth}`,
        `smtp://s1_2:${canary}@in.smtpok.com`,
        'data in /home/anna/.config',
      ],
    },
    versions: { Node: 'v24.0.0' },
    home: '/home/anna',
    nowMs: Date.parse('2026-11-22T10:00:00Z'),
    withAddresses,
  })

describe('the report for support', () => {
  it.each([false, true])('holds no secret, subject or note (addresses complete: %s)', (withAddresses) => {
    const text = report(withAddresses)
    expect(text).not.toContain(canary)
    expect(text).not.toContain(plainAuth)
    expect(text).not.toContain('/home/anna')
  })

  it('shortens addresses everywhere, those that servers quote as well', () => {
    const text = report(false)
    expect(text).toContain('550 5.1.1 <u…@customer.example>: unknown')
    expect(text).toContain('from a…@firm.example')
    expect(text).not.toMatch(/anna\.rossi|ugo\.neri/)
  })

  it('keeps addresses when the person wants them in it', () => {
    expect(report(true)).toContain('<ugo.neri@customer.example>')
  })

  it('says what those who help ask for first', () => {
    const text = report(false)
    const titles = [...text.matchAll(/^== (.*) ==$/gm)].map(([, title]) => title)
    expect(titles).toEqual([
      'Program',
      'Relay',
      'SMTP+ users',
      'Sign-ins of programs',
      'Alerts, newest first',
      'Refusals, newest first',
      'Messages with trouble, and what the server answered',
      'Last connection check',
      'DNS records',
      'Log: app.log',
    ])
    expect(text).toContain('without-smtp-plus')
    expect(text).toContain('listens on 127.0.0.1 port 2525')
  })

  it.each([
    ['"anna rossi"@firm.example', 'a…@firm.example'],
    ['<anna@firm.example>,bob@b.example', '<a…@firm.example>,b…@b.example'],
    ['SRS0=x=y=firm.example=anna@relay.example', 'S…@relay.example'],
    ['élodie@exemple.example', 'é…@exemple.example'],
    ['at 10:00 nothing @ all', 'at 10:00 nothing @ all'],
  ])('shortens %s', (written, shown) => {
    expect(maskAddresses(written)).toBe(shown)
  })
})
