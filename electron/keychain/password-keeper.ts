import { randomBytes } from 'node:crypto'
import { failed, type Result } from '../../relay/domain/result.ts'
import { fingerprintOf } from '../../relay/secrets/fingerprint.ts'
import type { KeychainProblem, KeychainReason } from '../../relay/secrets/keychain-problem.ts'
import type { Keyring } from '../../relay/secrets/keyring-client.ts'
import type { Secret } from '../../relay/secrets/secret.ts'
import type { KeychainState } from '../ipc/window-users.ts'
import { watchItems } from './item-watch.ts'

export type PasswordPlace = 'keychain' | 'changed-outside' | 'until-quit' | 'missing'

/** What main holds of passwords: the keychain's door, and those a person wanted kept only until quitting. */
export type PasswordKeeper = {
  /** Into the keychain. On a problem nothing changed: what was kept before is still kept. */
  keepInKeychain(userId: string, password: Secret): Promise<Result<null, KeychainProblem>>
  /** In this process's memory only. */
  keepUntilQuit(userId: string, password: Secret): void
  /** For the relay, at the moment it signs in upstream. `inKeychain`: the settings say one was stored there. */
  passwordOf(userId: string, inKeychain: boolean): Promise<Result<Secret, KeychainProblem>>
  /** Forgets both; what the keychain would not give up is told. */
  forget(userId: string): Promise<Result<null, KeychainProblem>>
  place(userId: string, inKeychain: boolean): PasswordPlace
  state(): KeychainState
  /**
   * Looks whether the items of these users are still there and still the same, and gives those that another program
   * has changed. Not while the keychain is closed: each look would open another unlock prompt.
   */
  lookAtItems(userIds: readonly string[]): Promise<readonly string[]>
  /** The server took this user's password, whoever put it into the keychain. */
  trusted(userId: string): void
  /** Tries for real: keeps a worthless item and removes it; a person may be asked to unlock. */
  tryOut(): Promise<KeychainState>
  close(): void
}

const states: Readonly<Record<KeychainReason, KeychainState>> = {
  'keychain-absent': 'absent',
  'keychain-locked': 'locked',
  'keychain-denied': 'denied',
  'keychain-not-answering': 'not-answering',
  'item-missing': 'available',
}

const places = { there: 'keychain', changed: 'changed-outside', gone: 'missing' } as const

/** A user's id is never this long (64 at most), so the trial item can be nobody's. */
const trialId = `trial ${'-'.repeat(64)}`

export function keepPasswords(keyring: Keyring, trialPassword: Secret, onState: () => void): PasswordKeeper {
  const untilQuit = new Map<string, Secret>()
  const watch = watchItems(onState)
  const key = randomBytes(32).toString('hex')
  let state: KeychainState = 'available'

  const noteState = (next: KeychainState): void => {
    const changed = next !== state
    state = next
    if (changed) onState()
  }
  const noted = <Value>(answer: Result<Value, KeychainProblem>): Result<Value, KeychainProblem> => {
    noteState(answer.ok ? 'available' : states[answer.problem.reason])
    return answer
  }

  return {
    async keepInKeychain(userId, password) {
      const kept = noted(await keyring.write(userId, password))
      if (kept.ok) {
        untilQuit.delete(userId)
        watch.stored(userId, fingerprintOf(key, password.reveal()))
      }
      return kept
    },
    keepUntilQuit: (userId, password) => void untilQuit.set(userId, password),
    async passwordOf(userId, inKeychain) {
      const held = untilQuit.get(userId)
      if (held) return { ok: true, value: held }
      if (!inKeychain) return failed({ reason: 'item-missing' })
      const found = noted(await keyring.read(userId))
      if (found.ok) watch.found(userId, fingerprintOf(key, found.value.reveal()))
      else if (found.problem.reason === 'item-missing') watch.gone(userId)
      return found
    },
    async forget(userId) {
      untilQuit.delete(userId)
      watch.forget(userId)
      return noted(await keyring.remove(userId))
    },
    place(userId, inKeychain) {
      if (untilQuit.has(userId)) return 'until-quit'
      if (!inKeychain) return 'missing'
      return places[watch.state(userId)]
    },
    state: () => state,
    async lookAtItems(userIds) {
      if (state !== 'available' || userIds.length === 0) return []
      const seen = noted(await keyring.fingerprints(userIds, key))
      if (!seen.ok) return []
      return userIds.filter((userId, index) => {
        const fingerprint = seen.value[index] ?? null
        if (fingerprint !== null) return watch.found(userId, fingerprint)
        watch.gone(userId)
        return false
      })
    },
    trusted: (userId) => watch.trusted(userId),
    async tryOut() {
      const kept = noted(await keyring.write(trialId, trialPassword))
      if (kept.ok) await keyring.remove(trialId)
      return state
    },
    close: () => keyring.close(),
  }
}
