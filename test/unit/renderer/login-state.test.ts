import { describe, expect, it } from 'vitest'
import { loginViews } from '../../../electron/desks/views.ts'
import type { LoginSettings } from '../../../electron/settings/settings-schema.ts'
import { loginState } from '../../../renderer/state/login-state.ts'
import { loginView } from '../../support/login-views.ts'
import { officeSettings } from '../../support/office-settings.ts'

describe('the state of a sign-in', () => {
  it('names what keeps its program from sending, the missing password before all else', () => {
    const gone = { authorizedSenders: 'gone@old.example', ineffective: ['gone@old.example'] }
    expect(loginState(loginView('till'))).toBe('active')
    expect(loginState(loginView('till', { status: 'inactive' }))).toBe('paused')
    expect(loginState(loginView('till', gone))).toBe('nobody')
    expect(loginState(loginView('till', { needsPassword: true, status: 'inactive', ...gone }))).toBe(
      'noPassword',
    )
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
    const states = loginViews(settings, new Map()).map((login) => [login.name, loginState(login)])
    expect(states).toEqual([
      ['imported', 'noPassword'],
      ['till', 'active'],
      ['scanner', 'active'],
    ])
  })
})
