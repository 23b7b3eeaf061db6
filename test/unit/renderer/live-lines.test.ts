import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { linesForMessage, linesForProgram } from '../../../renderer/state/live-lines.ts'
import { loginView } from '../../support/login-views.ts'
import { everydaySnapshot, freshSnapshot, message, minutesAgo } from '../../support/window-scenarios.ts'

const since = minutesAgo(1)
const now = minutesAgo(0)
const kindsOf = (snapshot: Snapshot): readonly string[] =>
  linesForProgram(snapshot, 'accounting', since).map(({ kind }) => kind)

describe('watching the first message', () => {
  it('waits for the program, and does not take an old message for a new one', () => {
    expect(kindsOf(everydaySnapshot())).toEqual(['listening', 'waitingForProgram'])
  })

  it('tells of each step as it happens', () => {
    const signedIn = {
      ...everydaySnapshot(),
      logins: [loginView('accounting', { lastSeenAt: now })],
    }
    expect(kindsOf(signedIn)).toEqual(['listening', 'signedIn'])
    const accepted = { ...signedIn, messages: [message('1', 'sending', { queuedAt: now })] }
    expect(kindsOf(accepted)).toEqual(['listening', 'signedIn', 'accepted', 'sending'])
    const sent = { ...signedIn, messages: [message('1', 'sent', { queuedAt: now })] }
    expect(kindsOf(sent)).toEqual(['listening', 'signedIn', 'accepted', 'sent'])
  })

  it('shows a refusal of this program, and of one that never got as far as a name', () => {
    const everyday = everydaySnapshot()
    const [refusal] = everyday.refusals
    if (!refusal) throw new Error('the everyday snapshot has a refusal')
    const refusals = [
      { ...refusal, id: 'a', at: now },
      { ...refusal, id: 'b', at: now, login: null, reason: 'sign-in-failed' },
      { ...refusal, id: 'c', at: now, login: 'printer' },
    ]
    expect(kindsOf({ ...everyday, refusals })).toEqual([
      'listening',
      'waitingForProgram',
      'refused',
      'refused',
    ])
  })

  it('says so when the relay is not there', () => {
    const snapshot = freshSnapshot()
    expect(kindsOf({ ...snapshot, relay: { ...snapshot.relay, listen: [] } })).toEqual(['down'])
  })

  it('says whose answer it was: SMTP+ or the practice server', () => {
    const snapshot = everydaySnapshot()
    const own = linesForMessage(snapshot, message('1', 'sent')).at(-1)
    const practice = linesForMessage(snapshot, message('1', 'sent', { user: 'practice' })).at(-1)
    expect([own, practice]).toMatchObject([
      { kind: 'sent', practice: false },
      { kind: 'sent', practice: true },
    ])
  })

  it('gives the reason when a message waits for more than its next try', () => {
    const held = message('1', 'waiting', { holdReason: 'credentials-refused', reply: '535' })
    expect(linesForMessage(everydaySnapshot(), held).at(-1)).toEqual({
      kind: 'held',
      reason: 'credentials-refused',
    })
  })
})
