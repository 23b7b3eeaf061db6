import { createHash } from 'node:crypto'

/** The service every item of this app is kept under, shown by the system's own keychain programs. */
export const keychainService = 'SMTP+ Companion'

/**
 * The account name of a user's item: opaque, 32 hexadecimal characters. Windows builds one target name out of
 * service and account and mixes up names that hold `.` or `/`, so a user's own name never goes in.
 */
export function keychainAccount(userId: string): string {
  return createHash('sha256').update(userId, 'utf8').digest('hex').slice(0, 32)
}
