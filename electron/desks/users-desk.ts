import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { UserSettings } from '../settings/settings-schema.ts'
import { connectionProblems, nameProblems } from './form-problems.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

type Connection = Pick<UserSettings, 'server' | 'port' | 'encryption'> & { username: string }

/** SMTP+ users: where their mail goes. Their passwords and rules have desks of their own. */
export function usersDesk(office: Office): Desk<'addUser' | 'updateUser' | 'removeUser'> {
  const users = (): readonly UserSettings[] => office.settings.current().users

  return {
    addUser({ id, note, ...connection }) {
      const tidy = tidied(connection)
      const taken = [practiceUserId, ...users().map((user) => user.id)]
      const problems = [...nameProblems('id', id.trim(), taken), ...connectionProblems(tidy)]
      if (problems.length > 0) return refuse(...problems)
      const added: UserSettings = {
        ...connectionOf(tidy),
        id: id.trim(),
        note,
        status: 'active',
        priority: 3,
        authorizedDomains: '',
        authorizedSenders: '',
        unauthorizedSenders: 'block',
        verification: {},
      }
      return save(office, (settings) => ({ ...settings, users: [...settings.users, added] }))
    },
    updateUser({ id, status, priority, note, ...connection }) {
      if (id === practiceUserId) return refuse({ field: 'id', reason: 'practice-is-fixed' })
      if (users().every((user) => user.id !== id))
        return refuse({ field: 'id', reason: 'user-unknown', found: id })
      const tidy = tidied(connection)
      const problems = connectionProblems(tidy)
      if (problems.length > 0) return refuse(...problems)
      const changed = (user: UserSettings): UserSettings => {
        const { username: _before, ...rest } = user
        return { ...rest, ...connectionOf(tidy), status, priority, note }
      }
      return save(office, (settings) => ({
        ...settings,
        users: settings.users.map((user) => (user.id === id ? changed(user) : user)),
      }))
    },
    async removeUser({ id }) {
      if (id === practiceUserId) return refuse({ field: 'id', reason: 'practice-is-fixed' })
      if (users().every((user) => user.id !== id))
        return refuse({ field: 'id', reason: 'user-unknown', found: id })
      if (office.settings.current().logins.some((login) => login.user === id)) {
        return refuse({ field: 'id', reason: 'user-has-sign-ins', found: id })
      }
      if (await hasMessages(office, id))
        return refuse({ field: 'id', reason: 'user-has-messages', found: id })
      const saved = save(office, (settings) => ({
        ...settings,
        users: settings.users.filter((user) => user.id !== id),
      }))
      // Settings first: an item without a user is only litter, a user without its item would be a broken one.
      if (saved.ok) {
        const forgotten = await office.passwords.forget(id)
        if (!forgotten.ok)
          office.log(`a removed user's password stays in the keychain: ${forgotten.problem.reason}`)
      }
      return saved
    },
  }
}

/** Mail on its way would have nobody to leave as. A relay that can't be asked has the last word: then it isn't removed. */
async function hasMessages(office: Office, userId: string): Promise<boolean> {
  const messages = await office.relay.call('listMessages', {
    states: ['waiting', 'sending', 'held', 'uncertain'],
    limit: 500,
  })
  return messages.some((message) => message.user === userId)
}

function tidied<C extends Connection>(connection: C): C {
  return { ...connection, server: connection.server.trim(), username: connection.username.trim() }
}

function connectionOf({ server, port, encryption, username }: Connection) {
  return { server, port, encryption, ...(username === '' ? {} : { username }) }
}
