import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { mailDomainsOf } from '../../../relay/domain/verified-entries.ts'
import { checklistOf, needsChecklist } from '../../../renderer/state/checklist.ts'
import { entriesAfterEdit } from '../../support/entry-views.ts'
import { everydaySnapshot, freshSnapshot } from '../../support/window-scenarios.ts'

const everyday = everydaySnapshot()
const real = everyday.users.filter(({ practice }) => !practice)
const at = new Date(0).toISOString()
const memory = {
  skipped: [],
  checkedUsers: real.map(({ id }) => id),
  completeDomains: real.flatMap(({ entries }) => mailDomainsOf(entries)),
}
const allDone: Snapshot = {
  ...everyday,
  app: { ...everyday.app, checklist: memory },
  users: everyday.users.map((user) => ({
    ...user,
    entries: user.entries.map((entry) => ({ ...entry, state: 'verified' as const })),
  })),
  logins: real.flatMap((user) =>
    everyday.logins.slice(0, 1).map((login) => ({ ...login, user: user.id, lastSeenAt: at })),
  ),
  lastDeliveries: real.map(({ id }) => ({ user: id, at })),
  alerts: [],
}

const statesOf = (source: Snapshot) =>
  Object.fromEntries(checklistOf(source).map(({ step, state }) => [step, state]))

describe('the checklist', () => {
  it('begins with an SMTP+ user, when there is none', () => {
    const rows = checklistOf(freshSnapshot())
    expect(rows.map(({ state, user }) => ({ state, user }))).toEqual(
      rows.map(() => ({ state: 'open', user: null })),
    )
  })

  it('is gone when everything is done', () => {
    expect(new Set(Object.values(statesOf(allDone)))).toEqual(new Set(['done']))
    expect(needsChecklist(checklistOf(allDone))).toBe(false)
  })

  it('is gone when the rest is skipped, and comes back when the connection breaks', () => {
    const skipped = {
      ...allDone,
      lastDeliveries: [],
      app: { ...allDone.app, checklist: { ...memory, skipped: ['message' as const, 'port' as const] } },
    }
    expect(statesOf(skipped)).toMatchObject({ message: 'skipped', port: 'done' })
    expect(needsChecklist(checklistOf(skipped))).toBe(false)
    const alert = { ...everyday.alerts[0], kind: 'certificate', user: real[0]?.id ?? '', state: 'new' }
    const broken = { ...skipped, alerts: [alert] } as Snapshot
    expect(statesOf(broken)).toMatchObject({ port: 'broken' })
    expect(needsChecklist(checklistOf(broken))).toBe(true)
  })

  it('names the user whose turn it is', () => {
    const [first] = real
    const noPassword = {
      ...allDone,
      users: allDone.users.map((user) =>
        user.id === first?.id ? { ...user, password: 'missing' as const } : user,
      ),
    }
    expect(checklistOf(noPassword)[0]).toEqual({ step: 'credentials', state: 'broken', user: first?.id })
  })

  it('wants the DNS records of addresses alone, too', () => {
    const entries = entriesAfterEdit([], {
      authorizedDomains: 'firm.example',
      authorizedSenders: 'a@Shop.Example;b@firm.example',
    })
    expect(mailDomainsOf(entries)).toEqual(['firm.example', 'shop.example'])
  })
})
