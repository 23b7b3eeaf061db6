/** Why the keychain could not do what was asked. Five states, five screens. */
export type KeychainProblem =
  | { readonly reason: 'keychain-absent' }
  | { readonly reason: 'keychain-locked' }
  | { readonly reason: 'keychain-denied' }
  | { readonly reason: 'keychain-not-answering' }
  | { readonly reason: 'item-missing' }

export type KeychainReason = KeychainProblem['reason']

/**
 * The keyring library throws one kind of error, told apart by its text alone. First match wins.
 * Seen with gnome-keyring 42 and dbus 1.14 on Linux; the macOS and Windows lines follow the texts of
 * Security.framework's SecCopyErrorMessageString and of the Windows credential errors.
 */
const signs: readonly { readonly text: RegExp; readonly reason: KeychainReason }[] = [
  { text: /prompt was dismissed|is locked|collection.*locked|errSecAuthFailed/i, reason: 'keychain-locked' },
  { text: /user interaction is not allowed|dark wake/i, reason: 'keychain-locked' },
  { text: /did not receive a reply|timed? ?out|noreply/i, reason: 'keychain-not-answering' },
  {
    text: /rejected send message|access ?denied|permission denied|not permitted/i,
    reason: 'keychain-denied',
  },
  {
    text: /user canceled|authorization was denied|passphrase you entered is not correct/i,
    reason: 'keychain-denied',
  },
  {
    text: /not provided by any \.service files|DBUS_SESSION_BUS_ADDRESS|could not parse server address/i,
    reason: 'keychain-absent',
  },
  {
    text: /failed to connect to socket|connection refused|does not contain a colon/i,
    reason: 'keychain-absent',
  },
  // the service is there and holds no default keyring to put anything into
  { text: /no result found|no default keychain|keychain could not be found/i, reason: 'keychain-absent' },
  { text: /no such logon session|specified logon session does not exist/i, reason: 'keychain-absent' },
]

/** Puts a keyring error into one of the five states; what is not recognised counts as a refusal, never as "empty". */
export function classifyKeyringError(fault: unknown): KeychainReason {
  const text = fault instanceof Error ? fault.message : String(fault)
  return signs.find((sign) => sign.text.test(text))?.reason ?? 'keychain-denied'
}
