import { Entry } from '@napi-rs/keyring'
import { done, failed, type Result } from '../domain/result.ts'
import { fingerprintOf } from './fingerprint.ts'
import { keychainService } from './keychain-item.ts'
import { classifyKeyringError, type KeychainProblem } from './keychain-problem.ts'

/**
 * The operating system's keyring, called directly. Every function here can block its thread for good when the
 * system's keyring hangs: only the keyring process (keyring-process.ts) calls them.
 */
export type OsKeyring = {
  /** Can it be asked at all? Looks for an item that never exists, so no unlock prompt opens. */
  ping(): Result<null, KeychainProblem>
  read(account: string): Result<string, KeychainProblem>
  /** See fingerprint.ts; null for an item that isn't there. */
  fingerprints(accounts: readonly string[], key: string): Result<(string | null)[], KeychainProblem>
  write(account: string, text: string): Result<null, KeychainProblem>
  /** An item that isn't there counts as removed. */
  remove(account: string): Result<null, KeychainProblem>
}

const neverStored = 'no-such-item'

export function osKeyring(): OsKeyring {
  return {
    ping: () => nothing(attempt(() => entry(neverStored).getPassword())),
    read,
    fingerprints(accounts, key) {
      const prints: (string | null)[] = []
      for (const account of accounts) {
        const found = read(account)
        if (!found.ok && found.problem.reason !== 'item-missing') return found
        prints.push(found.ok ? fingerprintOf(key, found.value) : null)
      }
      return done(prints)
    },
    write: (account, text) => nothing(attempt(() => entry(account).setPassword(text))),
    remove: (account) => nothing(attempt(() => entry(account).deleteCredential())),
  }
}

function read(account: string): Result<string, KeychainProblem> {
  const found = attempt(() => entry(account).getPassword())
  if (!found.ok) return found
  return found.value === null ? failed({ reason: 'item-missing' }) : done(found.value)
}

// Without `store` the library falls back to the kernel's keyring, which forgets everything at reboot.
function entry(account: string): Entry {
  return new Entry(keychainService, account, { linux: { store: 'secret-service' } })
}

function attempt<Value>(call: () => Value): Result<Value, KeychainProblem> {
  try {
    return done(call())
  } catch (fault) {
    return failed({ reason: classifyKeyringError(fault) })
  }
}

function nothing(result: Result<unknown, KeychainProblem>): Result<null, KeychainProblem> {
  return result.ok ? done(null) : result
}
