import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { historyPage } from '../../../electron/ipc/window-history.ts'
import { firstSettings, type Settings } from '../../../electron/settings/settings-schema.ts'
import { type FrontOfficeDouble, openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { officeSettings } from '../../support/office-settings.ts'
import { emptyRelaySnapshot } from '../../support/relay-snapshot.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const open = async (folder: string): Promise<FrontOfficeDouble> =>
  openFrontOfficeDouble(folder, emptyRelaySnapshot())
const officeWith = async (settings: Settings): Promise<{ office: FrontOfficeDouble; folder: string }> => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings))
  return { office: await open(folder), folder }
}
const historyOf = async (office: FrontOfficeDouble) =>
  historyPage.parse(await office.call('listHistory', { before: null, limit: 50 }))
const lists = (authorizedDomains: string, authorizedSenders = '') => ({
  id: 'office',
  alreadyVerified: true,
  authorizedDomains,
  authorizedSenders,
  unauthorizedSenders: 'block',
})

describe('the history of changes', () => {
  it('tells who changed what and when, and of a list what was put on and taken off', async () => {
    const { office } = await officeWith(officeSettings('firm.example;old.example'))
    await office.call('setRules', lists('firm.example;new.example'))
    const { entries } = await historyOf(office)
    expect(entries).toHaveLength(1)
    expect(entries[0]?.by).toBe('person')
    expect(entries[0]?.changes).toContainEqual({
      thing: 'user',
      name: 'office',
      what: 'changed',
      field: 'authorizedDomains',
      before: 'old.example',
      after: 'new.example',
    })
  })

  it('has no password, hash or code in it, only that it changed', async () => {
    const { office, folder } = await officeWith(officeSettings('firm.example'))
    await office.call('addLogin', { name: 'accounting', user: 'office' })
    await office.call('resetLogin', { name: 'accounting' })
    const [reset, added] = (await historyOf(office)).entries
    expect(added?.changes).toMatchObject([{ thing: 'sign-in', name: 'accounting', what: 'added' }])
    expect(reset?.changes).toMatchObject([{ field: 'password', before: null, after: null }])
    const hash = office.office.settings().logins[0]?.passwordHash ?? '?'
    const { installation } = office.office.settings()
    const written = await readFile(join(folder, 'history.json'), 'utf8')
    for (const secret of [hash, hash.split('$')[2] ?? '?', installation])
      expect(written).not.toContain(secret)
  })

  it('undoes the last change of lists, and what was verified is verified again', async () => {
    const { office } = await officeWith(officeSettings('firm.example;shop.example'))
    const before = office.office.settings().users[0]
    await office.call('setRules', lists('firm.example'))
    await office.call('setPreferences', { language: 'it', theme: 'system' })
    const { undo } = await historyOf(office)
    expect(undo?.entry.changes[0]).toMatchObject({ field: 'authorizedDomains', before: 'shop.example' })
    expect(await office.call('undoLists', { id: undo?.entry.id })).toMatchObject({ ok: true })
    const after = office.office.settings().users[0]
    expect(after?.authorizedDomains).toBe('firm.example;shop.example')
    expect(after?.verification?.['shop.example']).toEqual(before?.verification?.['shop.example'])
    expect(office.office.settings().preferences.language).toBe('it')
  })

  it('offers no undo once the lists were changed otherwise, and an old offer does nothing', async () => {
    const { office } = await officeWith(officeSettings('firm.example;shop.example'))
    await office.call('setRules', lists('firm.example'))
    const { undo } = await historyOf(office)
    await office.call('setRules', lists('firm.example;third.example'))
    expect(await office.call('undoLists', { id: undo?.entry.id })).toMatchObject({ ok: false })
    expect(office.office.settings().users[0]?.authorizedDomains).toBe('firm.example;third.example')
  })

  it('notices what was changed outside while the app was closed', async () => {
    const { office, folder } = await officeWith(officeSettings('firm.example'))
    await office.call('setPreferences', { language: 'it', theme: 'dark' })
    const settings = { ...office.office.settings(), journalDays: 7 }
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings))
    const [entry] = (await historyOf(await open(folder))).entries
    expect(entry).toMatchObject({
      by: 'outside',
      changes: [{ field: 'journalDays', before: null, after: '7' }],
    })
  })

  it('keeps the last 1,000 changes, page by page, and goes on when its file is damaged', async () => {
    const { folder } = await officeWith(firstSettings('en'))
    const entry = { at: '2026-01-01T00:00:00.000Z', by: 'person', changes: [], more: 0 }
    const entries = Array.from({ length: 1_000 }, (_, index) => ({ ...entry, id: index + 1 }))
    await writeFile(
      join(folder, 'history.json'),
      JSON.stringify({ version: 1, entries, undo: null, facts: {} }),
    )
    const long = await open(folder)
    const first = await historyOf(long)
    expect(first.entries[0]?.id).toBe(1_001)
    const last = historyPage.parse(await long.call('listHistory', { before: 12, limit: 50 }))
    expect([last.entries.length, last.entries.at(-1)?.id, last.hasOlder]).toEqual([10, 2, false])
    await writeFile(join(folder, 'history.json'), '{"version":1,"entr')
    expect((await historyOf(await open(folder))).entries).toEqual([])
  })
})
