import { describe, expect, it, onTestFinished } from 'vitest'
import type { UserSettings } from '../../electron/settings/settings-schema.ts'
import { type AppWithoutWindow, startAppWithoutWindow } from '../support/app-without-window.ts'
import type { Fault } from '../support/fault-server.ts'
import { type FaultServers, startFaultServers } from '../support/fault-server.ts'
import { faults, lonelyFaults, slowFaults } from '../support/faults.ts'
import { waitUntil } from '../support/wait-until.ts'

const password = 'the password of this test'

function userAt(port: number): UserSettings {
  return {
    id: 'office',
    server: 'localhost',
    port,
    encryption: 'starttls',
    username: 's1_2',
    status: 'active',
    priority: 3,
    note: '',
    authorizedDomains: '',
    authorizedSenders: 'info@firm.example',
    unauthorizedSenders: 'block',
  }
}

async function appAt(
  table: Readonly<Record<string, Fault>>,
): Promise<FaultServers & { app: AppWithoutWindow }> {
  const servers = await startFaultServers(table)
  const [first = 0] = servers.ports.values()
  const app = await startAppWithoutWindow({ caFile: servers.caFile, settings: { users: [userAt(first)] } })
  onTestFinished(() => app.close())
  await app.ask('setPassword', { id: 'office', password, keep: 'until-quit' })
  return { ...servers, app }
}

const office = { kind: 'user', id: 'office' } as const

describe('the connection check of the app', () => {
  it('signs in with the stored password, tells each stage, and gives every fault its verdict', async () => {
    const { app, ports } = await appAt(faults)
    const found: Record<string, string | undefined> = {}
    // Eight at a time, as many as the app looks at by itself.
    for (const names of chunks([...ports.keys()], 8)) {
      const some = names.map((name) => ports.get(name) ?? 0)
      const answer = await app.ask('checkConnection', { check: names[0] ?? '', target: office, ports: some })
      if (!answer.ok) throw new Error(answer.reason)
      expect(answer).toMatchObject({ signIn: 'tried', cancelled: false })
      for (const name of names) {
        found[name] = answer.report.ports.find(({ port }) => port === ports.get(name))?.verdict
      }
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(faults).map(([name, { verdict }]) => [name, verdict])),
    )
    await waitUntil('the page to hear every stage', () => app.told().includes('nothing-sent'))
    expect(app.told()).toContain('"part":"check-progress"')
    expect(app.told()).not.toContain(password)
  })

  it('remembers that a server encrypted: the next time, no offer means that it was taken out', async () => {
    const { app, ports } = await appAt({ fine: faults.fine, bare: lonelyFaults['no STARTTLS'] })
    const look = async (name: string) => {
      const port = ports.get(name) ?? 0
      const answer = await app.ask('checkConnection', {
        check: crypto.randomUUID(),
        target: office,
        ports: [port],
      })
      return answer.ok ? answer.report.ports[0]?.verdict : answer.reason
    }
    expect(await look('bare')).toBe('starttls-not-offered')
    expect(await look('fine')).toBe('ok')
    expect(await look('bare')).toBe('starttls-stripped')
  })

  it('ends at once when it is cancelled, and keeps what was done until then', async () => {
    const { app, ports } = await appAt({ fine: faults.fine, silence: slowFaults.silence })
    const asked = app.ask('checkConnection', { check: 'c2', target: office, ports: [...ports.values()] })
    await waitUntil('the good port to be done', () => app.told().includes('nothing-sent'))
    await app.ask('cancelCheck', { check: 'c2' })
    const answer = await asked
    if (!answer.ok) throw new Error(answer.reason)
    expect(answer.cancelled).toBe(true)
    expect(answer.report.ports.map(({ port }) => port)).toEqual([ports.get('fine')])
  })

  it('says why nothing was checked', async () => {
    const { app } = await appAt({ fine: faults.fine })
    const unknown = await app.ask('checkConnection', { check: 'c3', target: { kind: 'user', id: 'nobody' } })
    const server = { kind: 'server', server: 'http://mail.example', encryption: 'starttls' } as const
    const malformed = await app.ask('checkConnection', { check: 'c4', target: server })
    expect([unknown, malformed]).toEqual([
      { ok: false, reason: 'user-unknown' },
      { ok: false, reason: 'server-malformed' },
    ])
  })
})

function chunks<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
