import { describe, expect, it } from 'vitest'
import { loginViews } from '../../../electron/desks/views.ts'
import type { LoginSettings } from '../../../electron/settings/settings-schema.ts'
import { loginState } from '../../../renderer/state/login-state.ts'
import { loginView } from '../../support/login-views.ts'
import { officeSettings } from '../../support/office-settings.ts'

const until = '2026-03-02T10:00:00.000Z'
const stateOf = (given: Parameters<typeof loginView>[1], nowMs = 0) =>
  loginState(loginView('till', given), nowMs)

describe('the state of a sign-in', () => {
  it('names what keeps its program from sending, the missing password before all else', () => {
    const gone = { authorizedSenders: 'gone@old.example', ineffective: ['gone@old.example'] }
    expect(stateOf({})).toBe('active')
    expect(stateOf({ status: 'inactive' })).toBe('paused')
    expect(stateOf(gone)).toBe('nobody')
    expect(stateOf({ until }, Date.parse(until) - 1)).toBe('active')
    expect(stateOf({ until }, Date.parse(until))).toBe('over')
    expect(stateOf({ needsPassword: true, status: 'inactive', ...gone })).toBe('noPassword')
  })

  it('is without password only where one is used', () => {
    const common = { user: 'office', status: 'active' } as const
    const settings = {
      ...officeSettings('firm.example'),
      logins: [
        { ...common, name: 'imported', auth: 'password' },
        { ...common, name: 'till', auth: 'password', passwordHash: 'sha256$1$2' },
        { ...common, name: 'scanner', auth: 'none', addresses: ['192.168.1.20'] },
      ] satisfies LoginSettings[],
    }
    const states = loginViews(settings, new Map()).map((login) => [login.name, loginState(login, 0)])
    expect(states).toEqual([
      ['imported', 'noPassword'],
      ['till', 'active'],
      ['scanner', 'active'],
    ])
  })
})
