import { failed, type Result } from '../../relay/domain/result.ts'
import type { KeychainProblem, KeychainReason } from '../../relay/secrets/keychain-problem.ts'
import type { Keyring } from '../../relay/secrets/keyring-client.ts'
import type { Secret } from '../../relay/secrets/secret.ts'
import type { KeychainState } from '../ipc/window-users.ts'

export type PasswordPlace = 'keychain' | 'until-quit' | 'missing'

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
  /** Asks the keychain how it is, without opening an unlock prompt. */
  look(): Promise<KeychainState>
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

/** A user's id is never this long (64 at most), so the trial item can be nobody's. */
const trialId = `trial ${'-'.repeat(64)}`

export function keepPasswords(keyring: Keyring, trialPassword: Secret, onState: () => void): PasswordKeeper {
  const untilQuit = new Map<string, Secret>()
  // users whose item was looked for and wasn't there, although the settings say so
  const vanished = new Set<string>()
  let state: KeychainState = 'available'

  const noteState = (next: KeychainState): void => {
    const changed = next !== state
    state = next
    if (changed) onState()
  }
  const noteVanished = (userId: string, isGone: boolean): void => {
    const changed = isGone !== vanished.has(userId)
    if (isGone) vanished.add(userId)
    else vanished.delete(userId)
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
        noteVanished(userId, false)
      }
      return kept
    },
    keepUntilQuit: (userId, password) => void untilQuit.set(userId, password),
    async passwordOf(userId, inKeychain) {
      const held = untilQuit.get(userId)
      if (held) return { ok: true, value: held }
      if (!inKeychain) return failed({ reason: 'item-missing' })
      const found = noted(await keyring.read(userId))
      if (found.ok) noteVanished(userId, false)
      else if (found.problem.reason === 'item-missing') noteVanished(userId, true)
      return found
    },
    async forget(userId) {
      untilQuit.delete(userId)
      vanished.delete(userId)
      return noted(await keyring.remove(userId))
    },
    place(userId, inKeychain) {
      if (untilQuit.has(userId)) return 'until-quit'
      return inKeychain && !vanished.has(userId) ? 'keychain' : 'missing'
    },
    state: () => state,
    async look() {
      const answer = await keyring.ping()
      // a ping opens no prompt, so it can't tell that a lock was opened
      if (!answer.ok || state !== 'locked') noted(answer)
      return state
    },
    async tryOut() {
      const kept = noted(await keyring.write(trialId, trialPassword))
      if (kept.ok) await keyring.remove(trialId)
      return state
    },
    close: () => keyring.close(),
  }
}
