import { beforeEach, describe, expect, it } from 'vitest'
import { keepPasswords, type PasswordKeeper } from '../../../electron/keychain/password-keeper.ts'
import { done, failed, type Result } from '../../../relay/domain/result.ts'
import { fingerprintOf } from '../../../relay/secrets/fingerprint.ts'
import type { KeychainProblem, KeychainReason } from '../../../relay/secrets/keychain-problem.ts'
import type { Keyring } from '../../../relay/secrets/keyring-client.ts'
import { Secret } from '../../../relay/secrets/secret.ts'

const fingerprintIn = (items: ReadonlyMap<string, Secret>, id: string, key: string): string | null => {
  const item = items.get(id)
  return item ? fingerprintOf(key, item.reveal()) : null
}

/** A keyring in memory that can be put into each state; the real one has a contract test of its own. */
function memoryKeyring() {
  const items = new Map<string, Secret>()
  let problem: KeychainReason | null = null
  const answer = <Value>(
    value: () => Result<Value, KeychainProblem>,
  ): Promise<Result<Value, KeychainProblem>> =>
    Promise.resolve(problem ? failed({ reason: problem }) : value())
  const keyring: Keyring = {
    ping: () => answer(() => done(null)),
    read: (id) =>
      answer(() => {
        const found = items.get(id)
        return found ? done(found) : failed({ reason: 'item-missing' })
      }),
    fingerprints: (ids, key) => answer(() => done(ids.map((id) => fingerprintIn(items, id, key)))),
    write: (id, password) =>
      answer(() => {
        items.set(id, password)
        return done(null)
      }),
    remove: (id) =>
      answer(() => {
        items.delete(id)
        return done(null)
      }),
    close: () => {},
  }
  return { keyring, items, is: (next: KeychainReason | null) => void (problem = next) }
}

let system: ReturnType<typeof memoryKeyring>
let keeper: PasswordKeeper
let changes: number
beforeEach(() => {
  system = memoryKeyring()
  changes = 0
  keeper = keepPasswords(system.keyring, new Secret('trial'), () => void (changes += 1))
})

const textOf = (found: Result<Secret, KeychainProblem>): string | null =>
  found.ok ? found.value.reveal() : null

describe('a password', () => {
  it('goes to the keychain and is read from there each time', async () => {
    expect((await keeper.keepInKeychain('office', new Secret('one'))).ok).toBe(true)
    expect(keeper.place('office', true)).toBe('keychain')
    system.items.set('office', new Secret('changed outside'))
    expect(textOf(await keeper.passwordOf('office', true))).toBe('changed outside')
  })

  it.each(['keychain-locked', 'keychain-absent', 'keychain-denied', 'keychain-not-answering'] as const)(
    'that the keychain refuses (%s) changes nothing: what was kept before is still kept',
    async (reason) => {
      await keeper.keepInKeychain('office', new Secret('old'))
      system.is(reason)
      expect(await keeper.keepInKeychain('office', new Secret('new'))).toEqual(failed({ reason }))
      expect(await keeper.passwordOf('office', true)).toEqual(failed({ reason }))
      expect(keeper.place('office', true)).toBe('keychain')
      system.is(null)
      expect(textOf(await keeper.passwordOf('office', true))).toBe('old')
      expect(keeper.state()).toBe('available')
    },
  )

  it('kept until quitting is used although the keychain is locked, and never reaches it', async () => {
    system.is('keychain-locked')
    keeper.keepUntilQuit('office', new Secret('short-lived'))
    expect(keeper.place('office', false)).toBe('until-quit')
    expect(textOf(await keeper.passwordOf('office', false))).toBe('short-lived')
    expect(system.items.size).toBe(0)
  })

  it('that was never kept is missing, without asking the keychain', async () => {
    system.is('keychain-locked')
    expect(await keeper.passwordOf('office', false)).toEqual(failed({ reason: 'item-missing' }))
    expect(keeper.state()).toBe('available')
    expect(keeper.place('office', false)).toBe('missing')
  })

  it('that somebody took out of the keychain is shown as missing', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    system.items.clear()
    expect(await keeper.passwordOf('office', true)).toEqual(failed({ reason: 'item-missing' }))
    expect(keeper.place('office', true)).toBe('missing')
    expect(changes).toBe(1)
    await keeper.keepInKeychain('office', new Secret('two'))
    expect(keeper.place('office', true)).toBe('keychain')
  })

  it('that another program changed is used, and said to be changed until the server takes it', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    expect(await keeper.lookAtItems(['office'])).toEqual([])
    system.items.set('office', new Secret('changed outside'))
    expect(await keeper.lookAtItems(['office'])).toEqual(['office'])
    expect(await keeper.lookAtItems(['office'])).toEqual([])
    expect(keeper.place('office', true)).toBe('changed-outside')
    expect(changes).toBe(1)
    keeper.trusted('office')
    expect(keeper.place('office', true)).toBe('keychain')
  })

  it('that another program changed is noticed when it is used, too', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    system.items.set('office', new Secret('changed outside'))
    await keeper.passwordOf('office', true)
    expect(keeper.place('office', true)).toBe('changed-outside')
    await keeper.keepInKeychain('office', new Secret('two'))
    expect(keeper.place('office', true)).toBe('keychain')
  })

  it('that was removed and put back by hand is noticed both times', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    const item = system.items.get('office') ?? new Secret('')
    system.items.clear()
    expect(await keeper.lookAtItems(['office'])).toEqual([])
    expect(keeper.place('office', true)).toBe('missing')
    system.items.set('office', item)
    expect(await keeper.lookAtItems(['office'])).toEqual(['office'])
    expect(keeper.place('office', true)).toBe('changed-outside')
  })

  it('is not looked for while the keychain is closed: each look would open a prompt', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    system.is('keychain-locked')
    await keeper.lookAtItems(['office'])
    expect(keeper.state()).toBe('locked')
    system.is(null)
    expect(await keeper.lookAtItems(['office'])).toEqual([])
    expect(keeper.state()).toBe('locked')
  })

  it('that is forgotten is gone from both places', async () => {
    await keeper.keepInKeychain('office', new Secret('one'))
    await keeper.forget('office')
    expect(system.items.size).toBe(0)
    expect(keeper.place('office', false)).toBe('missing')
  })
})

describe('the keychain’s state', () => {
  it('is told when it changes, and only then', async () => {
    system.is('keychain-absent')
    await keeper.lookAtItems(['office'])
    await keeper.passwordOf('office', true)
    expect(keeper.state()).toBe('absent')
    expect(changes).toBe(1)
  })

  it('stays "locked" until a real attempt succeeds, which leaves nothing behind', async () => {
    system.is('keychain-locked')
    await keeper.keepInKeychain('office', new Secret('one'))
    system.is(null)
    expect(keeper.state()).toBe('locked')
    expect(await keeper.tryOut()).toBe('available')
    expect(system.items.size).toBe(0)
  })
})
