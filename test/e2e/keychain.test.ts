import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keychainAccount } from '../../relay/secrets/keychain-item.ts'
import { openNodeKeyring } from '../../relay/secrets/node-keyring.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { askMain } from '../support/ask-main.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { waitUntil } from '../support/wait-until.ts'

const keyring = await startKeyringSession('locked')
const app = await openOwnApp({ keyring })
afterAll(async () => {
  await app.close()
  await keyring.stop()
})

const password = 'a-password-of-upstream-9f3'

const main = askMain(app)
const { ask, snapshot } = main
const place = async (): Promise<string | undefined> =>
  (await snapshot()).users.find(({ id }) => id === 'office')?.password
const keep = (where: 'keychain' | 'until-quit'): Promise<unknown> =>
  ask('setPassword', { id: 'office', password, keep: where })

/** Every file of the app and of its HOME in which the password can be found. */
async function filesWithPassword(): Promise<string[]> {
  const names = await readdir(app.userDataDirectory, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(
    files.map(async (file) => (await readFile(file).catch(() => Buffer.alloc(0))).includes(password)),
  )
  return files.filter((_file, index) => found[index])
}

describe('a password of an SMTP+ user', () => {
  it('can’t be kept while the keychain is locked: the app says so, and nothing is half-saved', async () => {
    await ask('addUser', {
      id: 'office',
      server: 'localhost',
      port: 2525,
      encryption: 'starttls',
      username: 's12345_6',
      note: '',
    })
    expect(await keep('keychain')).toEqual({ ok: false, reason: 'locked' })
    expect(await place()).toBe('missing')
    expect((await snapshot()).app.keychain).toBe('locked')
  })

  it('can be kept until quitting meanwhile, in memory alone', async () => {
    expect(await keep('until-quit')).toEqual({ ok: true, place: 'until-quit' })
    expect(await place()).toBe('until-quit')
    expect(await filesWithPassword()).toEqual([])
    await app.openAgain()
    expect(await place()).toBe('missing')
  })

  it('goes to the keychain once it is unlocked, and is in no file of the app', async () => {
    await keyring.change('unlocked')
    expect(await ask('checkKeychain', null)).toBe('available')
    expect(await keep('keychain')).toEqual({ ok: true, place: 'keychain' })
    expect(await place()).toBe('keychain')
    expect(await keyring.search('username', keychainAccount('office'))).toContain(password)
    expect(await filesWithPassword()).toEqual([])
    expect(JSON.stringify(await snapshot())).not.toContain(password)
  })

  it('is still there after a restart, and the settings know it', async () => {
    await app.openAgain()
    expect(await place()).toBe('keychain')
    expect((await snapshot()).app.keychain).toBe('available')
  })

  it('that another program removes or changes is noticed when somebody looks at the window', async () => {
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    const other = openNodeKeyring(undefined, keyring.env)
    const expectPlace = async (expected: string): Promise<void> => {
      await app.running().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'))
      const isThere = async (): Promise<boolean> => (await place()) === expected
      await waitUntil(`the password to be ${expected}`, isThere)
    }
    await expectPlace('keychain')
    expect(await other.remove('office')).toMatchObject({ ok: true })
    await expectPlace('missing')
    expect(await other.write('office', new Secret(password))).toMatchObject({ ok: true })
    await expectPlace('changed-outside')
    other.close()
    expect(await keep('keychain')).toEqual({ ok: true, place: 'keychain' })
  })

  it('is neither lost nor replaced by a keychain that does not answer; the app goes on meanwhile', async () => {
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    keyring.freeze()
    const kept = ask('setPassword', { id: 'office', password: 'another', keep: 'keychain' })
    expect((await snapshot()).relay.status).toBe('running')
    expect(await kept).toEqual({ ok: false, reason: 'not-answering' })
    expect((await snapshot()).app.keychain).toBe('not-answering')
    await keyring.change('unlocked')
    expect(await ask('checkKeychain', null)).toBe('available')
    expect(await keyring.search('username', keychainAccount('office'))).toContain(password)
  })

  it('leaves the keychain together with its user', async () => {
    expect(await ask('removeUser', { id: 'office' })).toMatchObject({ ok: true })
    expect(await keyring.search('username', keychainAccount('office'))).not.toContain(password)
  })
})
