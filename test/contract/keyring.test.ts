import { readdir, readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { fingerprintOf } from '../../relay/secrets/fingerprint.ts'
import { keychainAccount } from '../../relay/secrets/keychain-item.ts'
import type { Keyring } from '../../relay/secrets/keyring-client.ts'
import { openNodeKeyring } from '../../relay/secrets/node-keyring.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { waitUntil } from '../support/wait-until.ts'

const password = new Secret('pä55 "word" €')

const session = await startKeyringSession()
afterAll(() => session.stop())

let keyring: Keyring
beforeEach(() => {
  keyring = openNodeKeyring(undefined, session.env)
})
afterEach(() => keyring.close())

describe('the keyring, unlocked', () => {
  it('keeps a password, gives it back, and forgets it', async () => {
    await session.change('unlocked')
    expect(await keyring.ping()).toEqual({ ok: true, value: null })
    expect(await keyring.write('office', password)).toEqual({ ok: true, value: null })
    const found = await keyring.read('office')
    expect(found.ok && found.value.reveal()).toBe(password.reveal())
    expect(await keyring.remove('office')).toEqual({ ok: true, value: null })
    expect(await keyring.read('office')).toEqual({ ok: false, problem: { reason: 'item-missing' } })
  })

  it('files a password under an opaque name of 32 hexadecimal characters', async () => {
    await keyring.write('front desk', password)
    const found = await session.search('username', keychainAccount('front desk'))
    expect(keychainAccount('front desk')).toMatch(/^[0-9a-f]{32}$/)
    expect(found).toContain('SMTP+ Companion')
    expect(found).not.toContain('front desk')
  })

  it('tells whether an item is there and still the same, without giving it away', async () => {
    await keyring.write('office', password)
    await keyring.remove('nobody')
    const look = () => keyring.fingerprints(['office', 'nobody'], 'a key of this run')
    const before = await look()
    expect(before).toEqual({ ok: true, value: [fingerprintOf('a key of this run', password.reveal()), null] })
    await keyring.write('office', new Secret('another'))
    const after = await look()
    expect(after.ok && after.value[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(after).not.toEqual(before)
  })

  it('removes what was never there without complaint', async () => {
    expect(await keyring.remove('nobody')).toEqual({ ok: true, value: null })
  })
})

describe('the keyring in its other states', () => {
  it('says that it is locked, and still has everything once it is unlocked', async () => {
    await keyring.write('office', password)
    await session.change('locked')
    const locked = { ok: false, problem: { reason: 'keychain-locked' } }
    expect(await keyring.read('office')).toEqual(locked)
    expect(await keyring.write('office', new Secret('another'))).toEqual(locked)
    expect(await keyring.remove('office')).toEqual(locked)
    expect(await keyring.fingerprints(['office'], 'key')).toEqual(locked)
    await session.change('unlocked')
    const found = await keyring.read('office')
    expect(found.ok && found.value.reveal()).toBe(password.reveal())
  })

  it('says that there is none', async () => {
    await session.change('absent')
    const absent = { ok: false, problem: { reason: 'keychain-absent' } }
    expect(await keyring.ping()).toEqual(absent)
    expect(await keyring.read('office')).toEqual(absent)
    expect(await keyring.write('office', password)).toEqual(absent)
  })

  it('says that there is none without a session bus', async () => {
    const busless = openNodeKeyring(undefined, { PATH: session.env['PATH'], HOME: session.home })
    expect(await busless.read('office')).toEqual({ ok: false, problem: { reason: 'keychain-absent' } })
    busless.close()
  })

  it('gives up on one that does not answer, long before a person would have to, and works again when it does', async () => {
    await session.change('unlocked')
    await keyring.write('office', password)
    session.freeze()
    const impatient = openNodeKeyring({ answerMs: 1_000, promptMs: 60_000 }, session.env)
    onTestFinished(() => impatient.close())
    const startedMs = performance.now()
    const notAnswering = { ok: false, problem: { reason: 'keychain-not-answering' } }
    expect(await impatient.read('office')).toEqual(notAnswering)
    expect(performance.now() - startedMs).toBeLessThan(20_000)
    await session.change('unlocked')
    // Its helper was killed: another has to start within the short limit, which a busy computer may need tries for.
    const found = await waitUntil('an answer', async () => {
      const read = await impatient.read('office')
      return read.ok ? read.value : null
    })
    expect(found.reveal()).toBe(password.reveal())
  })

  it('says that it was refused', async () => {
    await session.change('denied')
    expect(await keyring.read('office')).toEqual({ ok: false, problem: { reason: 'keychain-denied' } })
  })
})

describe('the keyring process', () => {
  it('shows a password neither in its arguments nor in its environment', async () => {
    await session.change('unlocked')
    const told = new Secret(`told-${process.pid}-only-over-the-channel`)
    await keyring.write('office', told)
    const helpers = await processesThatSay('keyring-process')
    expect(helpers.length).toBeGreaterThan(0)
    expect(await processesThatSay(told.reveal())).toEqual([])
  })
})

/** The ids of all processes with this text among their arguments or in their environment. */
async function processesThatSay(text: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name))
  const said = await Promise.all(
    ids.map(async (id) => {
      const parts = await Promise.all(
        ['cmdline', 'environ'].map((part) => readFile(`/proc/${id}/${part}`, 'utf8').catch(() => '')),
      )
      return parts.some((part) => part.includes(text))
    }),
  )
  return ids.filter((_id, index) => said[index])
}
