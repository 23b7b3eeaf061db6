import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { windowContract } from '../../../electron/ipc/window-contract.ts'
import type { TransferProblem } from '../../../electron/ipc/window-transfer.ts'
import { longestExchangeBytes } from '../../../electron/settings/exchange-file.ts'
import { relayConfigurationOf } from '../../../electron/settings/relay-configuration.ts'
import { firstSettings, type Settings } from '../../../electron/settings/settings-schema.ts'
import { createPasswordHash } from '../../../relay/secrets/sign-in.ts'
import { type FrontOfficeDouble, openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { emptyRelaySnapshot } from '../../support/relay-snapshot.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = '2026-11-01T10:00:00.000Z'
const passwordHash = createPasswordHash('generated')
const full: Settings = {
  ...firstSettings('it'),
  users: [
    {
      id: 'office',
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls',
      username: 's12345_6',
      password: { keychain: true },
      status: 'active',
      priority: 2,
      note: 'front desk',
      authorizedDomains: 'firm.example;other.example',
      authorizedSenders: 'ann@partner.example',
      unauthorizedSenders: 'block',
      verification: {
        'firm.example': { state: 'verified', how: 'dns-txt', at },
        'ann@partner.example': {
          state: 'waiting',
          at,
          expiresAt: at,
          triesLeft: 5,
          codeHash: 'the hash of a code',
          messageId: 'm1',
        },
      },
    },
  ],
  logins: [
    {
      name: 'accounting',
      user: 'office',
      status: 'active',
      auth: 'password',
      passwordHash,
      kind: 'accounting',
    },
    { name: 'scanner', user: 'office', status: 'active', auth: 'none', addresses: ['192.168.1.20/32'] },
  ],
}

type Case = readonly [string, () => Promise<string>, TransferProblem['reason'], string]
type Files = { readonly toSave?: string; readonly toRead?: string }

async function officeWith(settings: Settings, files: Files = {}): Promise<FrontOfficeDouble> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings))
  return openFrontOfficeDouble(folder, emptyRelaySnapshot(), files)
}
async function exported(settings: Settings): Promise<string> {
  const toSave = join(await temporaryFolder(), 'export.json')
  const office = await officeWith(settings, { toSave })
  expect(await office.call('exportSettings', null)).toEqual({ outcome: 'written', path: toSave })
  return readFile(toSave, 'utf8')
}
async function reading(text: string, settings: Settings = firstSettings('en')) {
  const toRead = join(await temporaryFolder(), 'import.json')
  await writeFile(toRead, text)
  const office = await officeWith(settings, { toRead })
  const answer = await office.call('readSettingsFile', null)
  return { office, answer: windowContract.requests.readSettingsFile.output.parse(answer) }
}

describe('taking the settings elsewhere', () => {
  it('leaves out passwords, hashes, codes and what makes this installation itself', async () => {
    const text = await exported(full)
    for (const secret of [passwordHash, 'the hash of a code', full.installation, 'keychain']) {
      expect(text).not.toContain(secret)
    }
  })

  it('brings users, sign-ins, lists and what is verified to a second computer, which has to be given the passwords', async () => {
    const { office, answer } = await reading(await exported(full))
    if (answer.outcome !== 'read') throw new Error(JSON.stringify(answer))
    expect(answer).toMatchObject({ usersWithout: ['office'], signInsWithout: ['accounting'] })
    expect(answer.changes).toContainEqual(
      expect.objectContaining({ thing: 'user', name: 'office', what: 'added' }),
    )
    expect(office.office.settings().users).toEqual([])
    expect(await office.call('importSettings', { reading: answer.reading })).toMatchObject({ ok: true })
    const after = office.office.settings()
    expect(after.users[0]?.verification).toEqual({
      'firm.example': { state: 'verified', how: 'dns-txt', at },
      'other.example': { state: 'not-verified' },
      'ann@partner.example': { state: 'not-verified' },
    })
    expect(after.preferences.language).toBe('en')
    const snapshot = await office.snapshot()
    expect(snapshot.users.find(({ id }) => id === 'office')?.password).toBe('missing')
    // until it gets a password, the relay doesn't know the sign-in
    expect(relayConfigurationOf(after, true).logins.map(({ name }) => name)).toEqual(['scanner'])
    expect(await office.call('resetLogin', { name: 'accounting' })).toMatchObject({ ok: true })
    expect(relayConfigurationOf(office.office.settings(), true).logins).toHaveLength(2)
  })

  it('changes nothing and keeps every password where it came from', async () => {
    const carried = { ...full, users: full.users.map((user) => ({ ...user, verification: {} })) }
    const { office, answer } = await reading(await exported(carried), carried)
    expect(answer).toMatchObject({ outcome: 'read', changes: [], usersWithout: [], signInsWithout: [] })
    if (answer.outcome === 'read') await office.call('importSettings', { reading: answer.reading })
    expect(office.office.settings().users[0]?.password).toEqual({ keychain: true })
    expect(office.office.settings().logins).toEqual(full.logins)
  })

  it('never lets a file send a stored password to another server', async () => {
    const text = (await exported(full)).replace('in.smtpok.com', 'in.evil.example')
    const { office, answer } = await reading(text, full)
    if (answer.outcome !== 'read') throw new Error(JSON.stringify(answer))
    expect(answer.usersWithout).toEqual(['office'])
    await office.call('importSettings', { reading: answer.reading })
    expect(office.office.settings().users[0]?.password).toBeUndefined()
  })

  it('is shown again before it counts when the settings changed meanwhile', async () => {
    const { office, answer } = await reading(await exported(full))
    if (answer.outcome !== 'read') throw new Error(JSON.stringify(answer))
    office.office.note((settings) => ({ ...settings, trayExplained: true }))
    const imported = await office.call('importSettings', { reading: answer.reading })
    expect(imported).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(office.office.settings().users).toEqual([])
  })
})

describe('a file that is not taken', () => {
  const record = z.record(z.string(), z.unknown())
  const changed = async (change: (file: Record<string, unknown>) => object): Promise<string> =>
    JSON.stringify(change(record.parse(JSON.parse(await exported(full)))))

  const cases: readonly Case[] = [
    ['a newer version', () => changed((file) => ({ ...file, version: 2 })), 'newer-version', 'version'],
    ['an unknown key', () => changed((file) => ({ ...file, colour: 1 })), 'unknown-key', 'colour'],
    [
      'a wrong type',
      () => changed((file) => ({ ...file, users: [{ id: 7 }] })),
      'wrong-value',
      'users[0].id',
    ],
    [
      'a bad list',
      async () => (await exported(full)).replace('firm.example;', 'a,b;'),
      'wrong-value',
      'users[0].authorizedDomains',
    ],
    [
      'an unknown user',
      async () => (await exported(full)).replace('"user": "office"', '"user": "x"'),
      'wrong-value',
      'logins[0].user',
    ],
    ['half of it', async () => (await exported(full)).slice(0, 700), 'cut-off', ''],
    ['no JSON', async () => '{\n "a" 1}', 'not-json', '2:6'],
    ['a mail', async () => 'Dear all,\n\nhello', 'not-json', ''],
    ['other JSON', async () => '{"version":1}', 'not-ours', ''],
    ['50 MB', async () => ' '.repeat(longestExchangeBytes + 1), 'too-large', ''],
  ]
  it.each(cases)('%s: says where and why, and nothing is changed', async (_name, text, reason, path) => {
    const { office, answer } = await reading(await text(), full)
    if (answer.outcome !== 'refused') throw new Error(JSON.stringify(answer))
    expect(answer.problem).toMatchObject({ reason, path })
    expect(office.office.settings()).toEqual(full)
  })
})
