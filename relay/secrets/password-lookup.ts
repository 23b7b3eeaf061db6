import type { Result } from '../domain/result.ts'
import type { Secret } from './secret.ts'

/**
 * Why a password can't be had right now. The first five are the keychain's states; `missing-source`: the variable or
 * file of the configuration isn't there; `readable-by-others`: the password file's mode is wider than 0600.
 */
export type PasswordProblem =
  | { readonly reason: 'keychain-absent' }
  | { readonly reason: 'keychain-locked' }
  | { readonly reason: 'keychain-denied' }
  | { readonly reason: 'keychain-not-answering' }
  | { readonly reason: 'item-missing' }
  | { readonly reason: 'missing-source'; readonly source: string }
  | { readonly reason: 'readable-by-others'; readonly source: string }

/** Reads one SMTP+ user's password at the moment it is needed. Resolves; does not reject for expected problems. */
export type PasswordLookup = (userId: string) => Promise<Result<Secret, PasswordProblem>>
