import { passwordProblem } from '../../relay/domain/password-form.ts'
import type { KeychainReason } from '../../relay/secrets/keychain-problem.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { type Desk, type Office, save } from './office.ts'

const refusals = {
  'keychain-absent': 'absent',
  'keychain-locked': 'locked',
  'keychain-denied': 'denied',
  'keychain-not-answering': 'not-answering',
  // a keychain that took an item and says it has none did not keep it
  'item-missing': 'denied',
} as const satisfies Readonly<Record<KeychainReason, string>>

/** Passwords of SMTP+ users: they come in here and never go back to the page. */
export function passwordsDesk(office: Office): Desk<'setPassword' | 'checkKeychain'> {
  return {
    async setPassword({ id, password: text, keep }) {
      if (office.settings.current().users.every((user) => user.id !== id)) {
        return { ok: false, reason: 'no-such-user' }
      }
      const wrong = passwordProblem(text)
      if (wrong !== null) return { ok: false, reason: wrong }
      const password = new Secret(text)
      if (keep === 'until-quit') office.passwords.keepUntilQuit(id, password)
      else {
        // Keychain first, settings after: what the settings promise must be there.
        const kept = await office.passwords.keepInKeychain(id, password)
        if (!kept.ok) return { ok: false, reason: refusals[kept.problem.reason] }
        const noted = noteInSettings(office, id)
        // The settings can't say so: the password is good until quitting, and the page is told just that.
        if (!noted) office.passwords.keepUntilQuit(id, password)
      }
      office.announce()
      await tellRelay(office, id)
      return {
        ok: true,
        place:
          office.passwords.place(id, isInKeychain(office, id)) === 'keychain' ? 'keychain' : 'until-quit',
      }
    },
    checkKeychain: () => office.passwords.tryOut(),
  }
}

function noteInSettings(office: Office, id: string): boolean {
  if (isInKeychain(office, id)) return true
  const saved = save(office, (settings) => ({
    ...settings,
    users: settings.users.map((user) => (user.id === id ? { ...user, password: { keychain: true } } : user)),
  }))
  return saved.ok
}

function isInKeychain(office: Office, id: string): boolean {
  return office.settings.current().users.some((user) => user.id === id && user.password !== undefined)
}

/** Mail that waits for this password becomes due; a relay that isn't running asks for it by itself later. */
async function tellRelay(office: Office, user: string): Promise<void> {
  try {
    await office.relay.call('passwordChanged', { user })
  } catch (fault) {
    office.log(`the relay was not told of a new password: ${String(fault)}`)
  }
}
