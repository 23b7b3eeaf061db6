import { describe, expect, it } from 'vitest'
import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import { mailDomainsOf } from '../../../relay/domain/verified-entries.ts'
import { checklistOf, needsChecklist } from '../../../renderer/state/checklist.ts'
import { entriesAfterEdit, entryView } from '../../support/entry-views.ts'
import { loginView } from '../../support/login-views.ts'
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
  users: everyday.users.map(verified),
  logins: real.map(({ id }) => seenFor(id)),
  lastDeliveries: real.map(({ id }) => ({ user: id, at })),
  alerts: [],
}

function verified(user: UserView): UserView {
  const entries = user.entries.map(({ entry }) => ({ ...entryView(entry), state: 'verified' as const }))
  return { ...user, entries }
}

function withoutPassword(user: UserView): UserView {
  return { ...user, password: 'missing' }
}

function seenFor(user: string): Snapshot['logins'][number] {
  return loginView('accounting', { user, lastSeenAt: at })
}

function certificateAlert(user: string): Snapshot['alerts'][number] {
  const about = 'the certificate has expired'
  const times = { count: 1, firstAt: at, lastAt: at }
  const rest = { reason: null, login: null, note: null, actions: [] }
  return { id: '1', kind: 'certificate', user, about, state: 'new', ...times, ...rest }
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
    const broken = { ...skipped, alerts: [certificateAlert(real[0]?.id ?? '')] }
    expect(statesOf(broken)).toMatchObject({ port: 'broken' })
    expect(needsChecklist(checklistOf(broken))).toBe(true)
  })

  it('names the user whose turn it is', () => {
    const [first] = real
    const noPassword = {
      ...allDone,
      users: allDone.users.map((user) => (user.id === first?.id ? withoutPassword(user) : user)),
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

  it('wants none of a provider of public mailboxes', () => {
    const entries = entriesAfterEdit([], { authorizedDomains: '', authorizedSenders: 'anna@gmail.com' })
    expect(mailDomainsOf(entries)).toEqual([])
  })
})
