import { describe, expect, it } from 'vitest'
import { classifyKeyringError } from '../../../relay/secrets/keychain-problem.ts'

describe('what the keyring library says', () => {
  // word for word as @napi-rs/keyring 2.1 says it on Debian 12
  it.each([
    ['Couldn’t access platform storage: Secret Service: unlock prompt was dismissed', 'keychain-locked'],
    [
      'Platform failure: DBus error: Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
      'keychain-not-answering',
    ],
    [
      'Platform failure: DBus error: Rejected send message, 2 matched rules; type="method_call", sender=":1.1"',
      'keychain-denied',
    ],
    [
      'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files',
      'keychain-absent',
    ],
    [
      'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
      'keychain-absent',
    ],
    [
      'Platform failure: DBus error: Could not parse server address: Unknown address type (examples of valid types are "tcp" and on UNIX "unix")',
      'keychain-absent',
    ],
    ['Platform failure: DBus error: Address does not contain a colon', 'keychain-absent'],
    [
      'Platform failure: DBus error: Failed to connect to socket /nonexist: No such file or directory',
      'keychain-absent',
    ],
    ['Couldn’t access platform storage: Secret Service: no result found', 'keychain-absent'],
  ])('is understood: %s', (text, reason) => {
    expect(classifyKeyringError(new Error(text))).toBe(reason)
  })

  it('counts as a refusal when it is not understood, never as an empty keychain', () => {
    expect(classifyKeyringError(new Error('something new'))).toBe('keychain-denied')
    expect(classifyKeyringError('not even an error')).toBe('keychain-denied')
  })
})
