import { readFileSync, statSync } from 'node:fs'
import type { PasswordSource, RelayConfiguration, UserConfiguration } from '../config/configuration.ts'
import type { FileProblem } from '../config/schema-problem.ts'
import { assertNever, done, failed, type Result } from '../domain/result.ts'
import type { Keyring } from './keyring-client.ts'
import { openNodeKeyring } from './node-keyring.ts'
import type { PasswordLookup, PasswordProblem } from './password-lookup.ts'
import { Secret } from './secret.ts'

/**
 * Passwords as the configuration file names them, read anew each time one is needed: a file that was replaced or a
 * keychain that was unlocked works at the next attempt. `users` is asked each time, for after a reload.
 */
export function commandLinePasswords(
  users: () => readonly UserConfiguration[],
  keyring: Keyring = openNodeKeyring(),
): PasswordLookup {
  return async (userId) => {
    const source = users().find(({ id }) => id === userId)?.password
    if (!source) return failed({ reason: 'missing-source', source: `user ${userId}` })
    if ('env' in source) return fromVariable(source.env)
    if ('file' in source) return fromFile(source.file)
    return keyring.read(userId)
  }
}

/**
 * Is every source of a password there? For the start of `serve` and for a reload; the first that isn't, with its
 * place in the configuration, or null. Values are looked at only as far as that takes: that they aren't empty.
 */
export async function missingSource(
  configuration: RelayConfiguration,
  keyring: () => Keyring = openNodeKeyring,
): Promise<FileProblem | null> {
  for (const [index, user] of configuration.users.entries()) {
    if (!user.password) continue
    const problem = await sourceProblem(user.id, user.password, keyring)
    if (problem) return { path: `users[${index}].password`, ...words(user.password, problem) }
  }
  return null
}

async function sourceProblem(
  userId: string,
  source: PasswordSource,
  openKeyring: () => Keyring,
): Promise<PasswordProblem | null> {
  if ('env' in source) return problemOf(fromVariable(source.env))
  if ('file' in source) return problemOf(fromFile(source.file))
  const keyring = openKeyring()
  const found = problemOf(await keyring.read(userId))
  keyring.close()
  return found
}

function problemOf(found: Result<Secret, PasswordProblem>): PasswordProblem | null {
  return found.ok ? null : found.problem
}

function fromVariable(name: string): Result<Secret, PasswordProblem> {
  const value = process.env[name]
  return value === undefined || value === ''
    ? failed({ reason: 'missing-source', source: `environment variable ${name}` })
    : done(new Secret(value))
}

/** One line; the line end that editors put there is not part of the password. */
function fromFile(path: string): Result<Secret, PasswordProblem> {
  const missing = failed({ reason: 'missing-source', source: `file ${path}` } as const)
  try {
    // Windows has no such modes; there the folder's rights decide.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      return failed({ reason: 'readable-by-others', source: path })
    }
    const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
    return value === '' ? missing : done(new Secret(value))
  } catch {
    return missing
  }
}

function words(source: PasswordSource, problem: PasswordProblem): { expected: string; found: string } {
  const expected = 'keychain' in source ? 'a password in the keychain' : 'a password that can be read'
  switch (problem.reason) {
    case 'missing-source':
      return { expected, found: `nothing in ${problem.source}` }
    case 'readable-by-others':
      return {
        expected: 'a file that only its owner can read (chmod 600)',
        found: `others can read ${problem.source}`,
      }
    case 'item-missing':
      return { expected, found: 'a keychain without an item for this user' }
    case 'keychain-absent':
      return { expected, found: 'no keychain: there is no secret service in this session' }
    case 'keychain-locked':
      return { expected, found: 'a keychain that is locked' }
    case 'keychain-denied':
      return { expected, found: 'a keychain that refused to be read' }
    case 'keychain-not-answering':
      return { expected, found: 'a keychain that does not answer' }
    default:
      return assertNever(problem)
  }
}
