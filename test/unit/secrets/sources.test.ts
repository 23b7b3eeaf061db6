import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type PasswordSource, relayConfiguration } from '../../../relay/config/configuration.ts'
import { failed } from '../../../relay/domain/result.ts'
import type { Keyring } from '../../../relay/secrets/keyring-client.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { commandLinePasswords, missingSource } from '../../../relay/secrets/sources.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

afterEach(() => vi.unstubAllEnvs())

const configurationWith = (password: PasswordSource) =>
  relayConfiguration.parse({
    version: 1,
    listen: [{ address: '127.0.0.1', port: 0 }],
    users: [
      { id: 'open', server: 'localhost', port: 25, encryption: 'none' },
      { id: 'office', server: 'localhost', port: 25, encryption: 'starttls', username: 'u', password },
    ],
    logins: [],
  })

const lockedKeyring: Keyring = {
  ping: () => Promise.resolve({ ok: true, value: null }),
  fingerprints: () => Promise.resolve({ ok: true, value: [] }),
  read: () => Promise.resolve(failed({ reason: 'keychain-locked' })),
  write: () => Promise.resolve(failed({ reason: 'keychain-locked' })),
  remove: () => Promise.resolve(failed({ reason: 'keychain-locked' })),
  close: () => {},
}

const read = (password: PasswordSource) =>
  commandLinePasswords(() => configurationWith(password).users, lockedKeyring)('office')
const missing = (password: PasswordSource) => missingSource(configurationWith(password), () => lockedKeyring)

async function passwordFile(text: string, mode: number): Promise<string> {
  const file = join(await temporaryFolder(), 'password')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('a password of the configuration file', () => {
  it('is read from its variable when it is needed', async () => {
    vi.stubEnv('SMTP_PLUS_TEST', 'one')
    expect(await missing({ env: 'SMTP_PLUS_TEST' })).toBeNull()
    const lookup = commandLinePasswords(
      () => configurationWith({ env: 'SMTP_PLUS_TEST' }).users,
      lockedKeyring,
    )
    vi.stubEnv('SMTP_PLUS_TEST', 'two')
    const found = await lookup('office')
    expect(found.ok && found.value.reveal()).toBe('two')
    expect(String(found.ok && found.value)).toBe('[secret]')
  })

  it.each([
    ['pass word', 'pass word'],
    ['pass word\n', 'pass word'],
    ['pass word\r\n', 'pass word'],
    ['trailing blank \n', 'trailing blank '],
  ])('is the line in its file (%j), without the line end', async (text, expected) => {
    const found = await read({ file: await passwordFile(text, 0o600) })
    expect(found.ok && found.value).toBeInstanceOf(Secret)
    expect(found.ok && found.value.reveal()).toBe(expected)
  })

  it.each([0o640, 0o604, 0o644, 0o660])(
    'is refused from a file that others can read (mode %o)',
    async (mode) => {
      const file = await passwordFile('x', mode)
      expect(await read({ file })).toEqual(failed({ reason: 'readable-by-others', source: file }))
      expect(await missing({ file })).toMatchObject({
        path: 'users[1].password',
        found: `others can read ${file}`,
      })
    },
  )

  it('that is not there is told with its place, and an empty one counts as not there', async () => {
    vi.stubEnv('SMTP_PLUS_TEST', '')
    expect(await missing({ env: 'SMTP_PLUS_TEST' })).toEqual({
      path: 'users[1].password',
      expected: 'a password that can be read',
      found: 'nothing in environment variable SMTP_PLUS_TEST',
    })
    expect(await missing({ file: '/nowhere/password' })).toMatchObject({
      found: 'nothing in file /nowhere/password',
    })
    expect(await missing({ file: await passwordFile('\n', 0o600) })).not.toBeNull()
  })

  it('in a locked keychain is not taken for an empty one', async () => {
    expect(await read({ keychain: true })).toEqual(failed({ reason: 'keychain-locked' }))
    expect(await missing({ keychain: true })).toMatchObject({ found: 'a keychain that is locked' })
  })
})
