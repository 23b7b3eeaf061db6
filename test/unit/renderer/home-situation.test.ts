import { describe, expect, it } from 'vitest'
import type { RelayView, Snapshot } from '../../../electron/ipc/window-contract.ts'
import { nextStep } from '../../../renderer/screens/home/next-step.ts'
import { homeSituation, toneOf } from '../../../renderer/screens/home/situation.ts'
import { situationSentence } from '../../../renderer/screens/home/situation-words.ts'
import { startWords } from '../../../renderer/words/i18n.ts'
import { loginView } from '../../support/login-views.ts'
import { everydaySnapshot, freshSnapshot, message, minutesAgo } from '../../support/window-scenarios.ts'

const words = await startWords('en')
const everyday = everydaySnapshot()
const withRelay = (part: Partial<RelayView>): Snapshot => ({
  ...everyday,
  relay: { ...everyday.relay, ...part },
})
const withCounts = (part: Partial<Snapshot['counts']>): Snapshot => ({
  ...everyday,
  counts: { ...everyday.counts, ...part },
})
const held = (holdReason: NonNullable<Snapshot['messages'][number]['holdReason']>): Snapshot => ({
  ...everyday,
  messages: [message('1', 'waiting', { holdReason }), message('2', 'waiting', { holdReason })],
})
const portInUse = (freePort: number | null): Snapshot =>
  withRelay({
    status: 'not-listening',
    listen: [],
    problems: [{ reason: 'port-in-use', address: '127.0.0.1', port: 2525, freePort }],
  })

const at = (hours: number, minutes: number): string =>
  new Date(new Date().setHours(hours, minutes, 0, 0)).toISOString()
const sentenceOf = (snapshot: Snapshot): string =>
  situationSentence(words.getFixedT('en'), homeSituation(snapshot), 'en')

describe('the sentence of Home', () => {
  it.each<[string, Snapshot, string, string | null]>([
    [
      'all is well',
      everyday,
      'Your relay is running. 12 messages sent today, nothing is waiting.',
      'see-activity',
    ],
    [
      'one sent',
      withCounts({ sentToday: 1 }),
      'Your relay is running. 1 message sent today, nothing is waiting.',
      'see-activity',
    ],
    [
      'none sent yet',
      withCounts({ sentToday: 0 }),
      'Your relay is running. Nothing was sent today yet, nothing is waiting.',
      'see-activity',
    ],
    [
      'some waiting',
      withCounts({ waiting: 3 }),
      'Your relay is running. 12 messages sent today, 3 messages are waiting for their next try.',
      'see-messages',
    ],
    [
      'some waiting for their turn',
      {
        ...withCounts({ waiting: 3 }),
        paces: [{ user: 'office', ratePerHour: 60, boughtPerHour: 60, waiting: 3, doneAt: at(14, 20) }],
      },
      'Your relay is running. 12 messages sent today, 3 messages are waiting for their turn. Done at about 14:20.',
      'see-messages',
    ],
    ['starting', withRelay({ status: 'starting' }), 'The relay is starting.', null],
    [
      'restarting',
      withRelay({ status: 'restarting' }),
      'The relay stopped unexpectedly and is being started again. Mail it had accepted is safe on disk.',
      null,
    ],
    [
      'given up',
      withRelay({ status: 'stopped-for-good' }),
      'The relay stopped five times in five minutes, so it stays off. Mail it had accepted is safe on disk; programs can’t send until you start it again.',
      'start-relay',
    ],
    [
      'the port is taken by a program with a name',
      withRelay({
        status: 'not-listening',
        listen: [],
        problems: [
          {
            reason: 'port-in-use',
            address: '127.0.0.1',
            port: 2525,
            freePort: 2526,
            holder: 'postfix (process 7)',
          },
        ],
      }),
      'postfix (process 7) uses port 2525. Programs can’t reach the relay until it has a port. Mail it had accepted goes on being sent.',
      'use-port',
    ],
    [
      'port taken',
      portInUse(2526),
      'Another program uses port 2525. Programs can’t reach the relay until it has a port. Mail it had accepted goes on being sent.',
      'use-port',
    ],
    [
      'port taken, none free',
      portInUse(null),
      'Another program uses port 2525. Programs can’t reach the relay until it has a port. Mail it had accepted goes on being sent.',
      'open-settings',
    ],
    [
      'wrong password',
      held('credentials-refused'),
      '2 messages are waiting: SMTP+ refused the user name or password of “office”.',
      'new-password',
    ],
    [
      'blocked',
      held('account-blocked'),
      '2 messages are waiting: SMTP+ has blocked “office”. See its settings at MailUp, then try again.',
      'open-service',
    ],
    [
      'on hold',
      withCounts({ held: 1 }),
      '1 message is on hold until you release or delete it.',
      'see-messages',
    ],
    [
      'failed',
      withCounts({ failedToday: 2 }),
      '2 messages could not be delivered today. The servers’ answers say why.',
      'see-messages',
    ],
  ])('%s', (_situation, snapshot, sentence, step) => {
    expect(sentenceOf(snapshot)).toBe(sentence)
    expect(nextStep(homeSituation(snapshot))?.label ?? null).toBe(step)
  })

  it('offers the free port itself', () => {
    expect(nextStep(homeSituation(portInUse(2526)))).toMatchObject({ press: 'use-port', port: 2526 })
  })

  it('tells a closed keychain from a missing password', () => {
    const locked = { ...held('password-unavailable'), app: { ...everyday.app, keychain: 'locked' as const } }
    expect(homeSituation(locked)).toEqual({ kind: 'keychain-closed', user: 'office', keychain: 'locked' })
    expect(nextStep(homeSituation(locked))?.label).toBe('unlock-again')
    expect(homeSituation(held('password-unavailable'))).toEqual({ kind: 'password-missing', user: 'office' })
  })

  it('tells a closed keychain before any mail has to wait for it', () => {
    const locked = { ...everyday, app: { ...everyday.app, keychain: 'locked' as const } }
    expect(homeSituation(locked)).toEqual({ kind: 'keychain-closed', user: 'office', keychain: 'locked' })
    const untilQuit = everyday.users.map((user) => ({ ...user, password: 'until-quit' as const }))
    expect(homeSituation({ ...locked, users: untilQuit }).kind).not.toBe('keychain-closed')
  })

  it('asks for a password that is not there, before any mail has to wait for it', () => {
    const users = everyday.users.map((user) => ({ ...user, password: 'missing' as const }))
    expect(homeSituation({ ...everyday, users })).toEqual({ kind: 'password-missing', user: 'office' })
  })

  it('leads through the set-up: a sign-in, then the first message', () => {
    expect(homeSituation(freshSnapshot())).toEqual({ kind: 'no-sign-in' })
    const logins = [loginView('accounting', { user: 'practice' })]
    expect(homeSituation({ ...freshSnapshot(), logins })).toEqual({ kind: 'first-message' })
  })

  it('says that practice is practice', () => {
    const snapshot = { ...everyday, users: freshSnapshot().users }
    expect(sentenceOf(snapshot)).toBe(
      'Your relay is running in practice: 12 messages today, and all of it stays on this computer.',
    )
  })

  it('names a refused sender once there is a new alert, and is silent when it was seen', () => {
    expect(homeSituation(everyday).kind).toBe('fine')
    const alerts = everyday.alerts.map((alert) => ({ ...alert, state: 'new' as const }))
    expect(homeSituation({ ...everyday, alerts })).toEqual({
      kind: 'sender-refused',
      address: 'boss@bank.example',
      user: 'office',
    })
  })

  it('says that mail was sent where the user’s rule is to tell only', () => {
    const alerts = everyday.alerts.map((alert) => ({ ...alert, state: 'new' as const }))
    const users = everyday.users.map((user) => ({ ...user, unauthorizedSenders: 'alert' as const }))
    expect(sentenceOf({ ...everyday, alerts, users })).toBe(
      'boss@bank.example is not authorized for “office”. Its mail was sent all the same, as you chose.',
    )
  })

  it('names one new alert of any other kind, with how many there are besides', () => {
    const [alert] = everyday.alerts
    if (!alert) throw new Error('the everyday snapshot has an alert')
    const gaveUp = { ...alert, kind: 'delivery-failing', reason: 'gave-up', state: 'new' } as const
    expect(sentenceOf({ ...everyday, alerts: [gaveUp] })).toBe(
      'A message of “office” was given up. It was not delivered, and is kept for 30 days.',
    )
    const older = {
      ...gaveUp,
      id: 'a2',
      kind: 'queue-growing',
      reason: null,
      firstAt: minutesAgo(500),
    } as const
    expect(sentenceOf({ ...everyday, alerts: [older, gaveUp] })).toBe(
      'A message of “office” was given up, and 1 more alert.',
    )
    expect(nextStep(homeSituation({ ...everyday, alerts: [gaveUp] }))?.label).toBe('see-alerts')
    const cameBack = { ...gaveUp, kind: 'relay-stopped', reason: 'ended-unexpectedly' } as const
    expect(homeSituation({ ...everyday, alerts: [cameBack] }).kind).toBe('fine')
  })

  it('tells mail that the rules hold from mail that somebody held', () => {
    const snapshot = { ...held('sender-not-authorized'), counts: { ...everyday.counts, held: 3 } }
    expect(homeSituation(snapshot).kind).toBe('held-by-rules')
    expect(sentenceOf(snapshot)).toContain('on hold: the rules have changed')
  })

  it('puts what stops all mail before what stops some of it', () => {
    const both = { ...held('credentials-refused'), relay: portInUse(2526).relay }
    expect(homeSituation(both).kind).toBe('relay-problem')
  })

  it('goes on when only an old queue was set aside: that is told beside the sentence', () => {
    const snapshot = withRelay({ problems: [{ reason: 'database-set-aside', path: 'queue.db.unreadable' }] })
    expect(homeSituation(snapshot).kind).toBe('fine')
    expect(toneOf(homeSituation(snapshot))).toBe('good')
  })

  it('is a sentence in Italian too', () => {
    expect(situationSentence(words.getFixedT('it'), homeSituation(everyday), 'it')).toBe(
      'Il relay è in funzione. 12 messaggi inviati oggi, niente in attesa.',
    )
  })
})
