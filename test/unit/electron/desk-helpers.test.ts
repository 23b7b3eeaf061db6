import { describe, expect, it } from 'vitest'
import { alertNotification } from '../../../electron/alerts/alert-words.ts'
import { batchDeltas } from '../../../electron/desks/delta-batch.ts'
import { listProblems, nameProblems } from '../../../electron/desks/form-problems.ts'
import type { Delta } from '../../../electron/ipc/window-contract.ts'
import { keychainEnvironment, relayEnvironment } from '../../../electron/relay-process/environment.ts'
import { mainWords } from '../../../electron/words.ts'
import { waitUntil } from '../../support/wait-until.ts'

const reasons = (problems: readonly { reason: string }[]): string[] => problems.map(({ reason }) => reason)

describe('a form', () => {
  it.each([
    ['', ['required']],
    ['office', []],
    ['Practice', ['name-taken']],
    ['two\nlines', ['name-characters']],
    [' spaced', ['name-characters']],
    ['x'.repeat(65), ['too-long']],
  ])('judges the name %j', (name, expected) => {
    expect(reasons(nameProblems('id', name, ['practice']))).toEqual(expected)
  })

  it('says which list is wrong and shows the entry', () => {
    const problems = listProblems({
      authorizedDomains: 'a@firm.example',
      authorizedSenders: 'x@a.example, y@a.example',
    })
    expect(problems).toEqual([
      { field: 'authorizedDomains', reason: 'address-among-domains', found: 'a@firm.example' },
      { field: 'authorizedSenders', reason: 'comma', found: 'x@a.example, y@a.example' },
    ])
  })
})

describe('changes for the page', () => {
  const counts = (sentToday: number): Delta => ({
    part: 'counts',
    value: { sentToday, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 },
  })
  const gone = (id: string): Delta => ({ part: 'message-gone', value: { id } })

  it('go out together, the last of each whole part alone and every row', async () => {
    const sent: (readonly Delta[])[] = []
    const batch = batchDeltas((deltas) => void sent.push(deltas))
    for (const delta of [counts(1), gone('a'), counts(2), gone('b'), counts(3)]) batch.add(delta)
    await waitUntil('a batch', () => sent.length > 0)
    expect(sent).toEqual([[gone('a'), gone('b'), counts(3)]])
  })

  it('go out at once when told to, and nothing twice', () => {
    const sent: (readonly Delta[])[] = []
    const batch = batchDeltas((deltas) => void sent.push(deltas))
    batch.add(counts(1))
    batch.flush()
    batch.flush()
    expect(sent).toHaveLength(1)
  })
})

describe('a notification', () => {
  const alert = {
    id: '1',
    kind: 'credentials-refused',
    reason: null,
    login: null,
    user: 'office',
    about: '535 5.7.8',
    count: 1,
    firstAt: '2026-01-01T00:00:00.000Z',
    lastAt: '2026-01-01T00:00:00.000Z',
    state: 'new',
    note: null,
  } as const

  it('says what happened in the person’s language', () => {
    expect(alertNotification([alert], mainWords.it)).toEqual({
      title: 'SMTP+ ha rifiutato il nome utente o la password. I messaggi restano in attesa',
      body: 'office · 535 5.7.8',
    })
  })

  it('is one for several alerts, with how often each came', () => {
    const blocked = { ...alert, id: '2', kind: 'account-blocked', count: 3 } as const
    expect(alertNotification([alert, blocked], mainWords.en)).toEqual({
      title: '2 alerts',
      body: 'SMTP+ refused the user name or the password. Your messages wait\nSMTP+ has blocked the account. Your messages wait (3×)',
    })
    expect(alertNotification([], mainWords.en)).toBeNull()
  })
})

describe('the environment of the app’s processes', () => {
  const all = {
    PATH: '/bin',
    HOME: '/h',
    SMTP_PASSWORD: 'x',
    AWS_SECRET: 'y',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/b',
  }

  it('holds what they need and nothing else of ours', () => {
    expect(relayEnvironment(all)).toEqual({ PATH: '/bin', HOME: '/h' })
    expect(keychainEnvironment(all)).toEqual({
      PATH: '/bin',
      HOME: '/h',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/b',
    })
  })
})
