import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { ParsedInput } from '../../relay/ipc/contract.ts'
import type { WindowContract } from '../ipc/window-contract.ts'
import type { Settings } from '../settings/settings-schema.ts'
import { type Office, refuse, type Saved, save } from './office.ts'

type Removal = ParsedInput<WindowContract, 'removeUser'>

const inQueue = ['waiting', 'sending', 'held', 'uncertain'] as const

/**
 * Removes an SMTP+ user with what was decided about its mail and its sign-ins. The settings come first: mail of a user
 * that is gone is on hold, so whatever fails after that leaves it safe, and is told.
 */
export async function removeUser(office: Office, { id, mail, signIns }: Removal): Promise<Saved> {
  if (id === practiceUserId) return refuse({ field: 'id', reason: 'practice-is-fixed' })
  const settings = office.settings.current()
  const isUser = (name: string): boolean => name !== id && settings.users.some((user) => user.id === name)
  if (settings.users.every((user) => user.id !== id))
    return refuse({ field: 'id', reason: 'user-unknown', found: id })
  for (const [field, wish] of Object.entries({ mail, signIns })) {
    if (wish?.become === 'moved' && !isUser(wish.user))
      return refuse({ field, reason: 'user-unknown', found: wish.user })
  }
  if (!signIns && settings.logins.some((login) => login.user === id))
    return refuse({ field: 'id', reason: 'user-has-sign-ins', found: id })
  if (!mail && (await hasMessages(office, id)))
    return refuse({ field: 'id', reason: 'user-has-messages', found: id })

  const saved = save(office, (before) => withoutUser(before, id, signIns))
  if (!saved.ok) return saved
  // An item without a user is only litter, a user without its item would be a broken one.
  const forgotten = await office.passwords.forget(id)
  if (!forgotten.ok)
    office.log(`a removed user's password stays in the keychain: ${forgotten.problem.reason}`)
  if (mail && !(await carryOut(office, id, mail)))
    return refuse({ field: 'mail', reason: 'mail-left-on-hold', found: id })
  return saved
}

function withoutUser(settings: Settings, id: string, signIns: Removal['signIns']): Settings {
  const moved = signIns?.become === 'moved' ? signIns.user : null
  return {
    ...settings,
    users: settings.users.filter((user) => user.id !== id),
    logins: settings.logins.flatMap((login) => {
      if (login.user !== id) return [login]
      return moved === null ? [] : [{ ...login, user: moved }]
    }),
  }
}

/** Mail on its way would have nobody to leave as. A relay that can't be asked has the last word: then it isn't removed. */
async function hasMessages(office: Office, user: string): Promise<boolean> {
  const asked = { states: [...inQueue], user }
  return (await office.relay.call('countEntries', { filter: asked })).count > 0
}

/** False when the relay can't be asked: the mail stays on hold. */
async function carryOut(office: Office, user: string, mail: NonNullable<Removal['mail']>): Promise<boolean> {
  try {
    if (mail.become === 'moved') await office.relay.call('moveMail', { from: user, to: mail.user })
    if (mail.become === 'deleted') {
      const filter = { states: [...inQueue], user }
      await office.relay.call('queueActionOnAll', { action: 'delete', filter })
    }
    return true
  } catch (fault) {
    office.log(`mail of a removed user stays on hold: ${String(fault)}`)
    return false
  }
}
