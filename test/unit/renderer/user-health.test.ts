import { describe, expect, it } from 'vitest'
import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import { healthOfUsers, type UserHealth } from '../../../renderer/state/user-health.ts'
import { userScenarios } from '../../support/counter-preview/user-scenarios.ts'

const shown = userScenarios['healths']?.()
if (!shown) throw new Error('the preview lost its users')
const healthIn = (snapshot: Pick<Snapshot, 'users' | 'messages' | 'alerts' | 'app'>, id: string) =>
  healthOfUsers(snapshot.users, snapshot).get(id)

describe('how a user is', () => {
  it.each([
    ['office', 'good'],
    ['accounting', 'inactive'],
    ['orders', 'credentials-refused'],
    ['branch-naples', 'account-blocked'],
    ['newsletter', 'password-missing'],
    ['scanner', 'password-changed'],
    ['shop', 'upstream-unreachable'],
    ['fresh', 'anyone'],
    ['unverified', 'nothing-verified'],
    ['practice', 'good'],
  ] satisfies [string, UserHealth][])('%s: %s', (id, expected) => {
    expect(healthIn(shown, id)).toBe(expected)
  })

  it('is well again when its alert has settled', () => {
    const alerts = shown.alerts.map((alert) => ({ ...alert, state: 'settled' as const }))
    expect(healthIn({ ...shown, alerts }, 'orders')).toBe('good')
  })

  it('is not well while the keychain that has its password is closed', () => {
    const locked = { ...shown, app: { ...shown.app, keychain: 'locked' as const } }
    expect(healthIn(locked, 'office')).toBe('password-unavailable')
    expect(healthIn(locked, 'accounting')).toBe('inactive')
    expect(healthIn(locked, 'practice')).toBe('good')
  })

  it('tells what stops all mail before what stops some of it', () => {
    const users = shown.users.map(
      (user): UserView => (user.id === 'orders' ? { ...user, password: 'missing', open: true } : user),
    )
    expect(healthIn({ ...shown, users }, 'orders')).toBe('credentials-refused')
  })

  it('is known of 200 users in a few milliseconds', () => {
    const many = userScenarios['twoHundred']?.()
    if (!many) throw new Error('the preview lost its users')
    const startedMs = performance.now()
    expect(healthOfUsers(many.users, many).size).toBe(201)
    expect(performance.now() - startedMs).toBeLessThan(50)
  })
})
