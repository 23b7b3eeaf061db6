import { z } from 'zod'

/**
 * The two kinds of secret that may cross a wall. A contract test walks every schema and looks for them by identity:
 * `secretText` may stand in inputs only (and in the keychain's answer to the relay), `oneTimePassword` only in the
 * answers that show a generated sign-in password once.
 */
export const secretText = z.string().min(1).max(100_000).meta({ secret: 'inward' })
export const oneTimePassword = z.string().min(22).meta({ secret: 'shown-once' })
