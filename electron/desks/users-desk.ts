import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { userProblems } from '../../relay/domain/user-problems.ts'
import type { UserSettings } from '../settings/settings-schema.ts'
import { newUser, withChange } from '../settings/user-edit.ts'
import { nameProblems } from './form-problems.ts'
import { type Desk, type Office, refuse, save } from './office.ts'
import { removeUser } from './removing-users.ts'

/** SMTP+ users: where their mail goes. Their passwords and rules have desks of their own. */
export function usersDesk(office: Office): Desk<'addUser' | 'updateUser' | 'removeUser'> {
  const users = (): readonly UserSettings[] => office.settings.current().users

  return {
    addUser({ id: written, like, ...given }) {
      const id = written.trim()
      const model = users().find((user) => user.id === like)
      if (like !== undefined && !model) return refuse({ field: 'like', reason: 'user-unknown', found: like })
      const taken = [practiceUserId, ...users().map((user) => user.id)]
      const added = withChange(newUser(id, model), given)
      const problems = [...nameProblems('id', id, taken), ...problemsOf(added)]
      if (problems.length > 0) return refuse(...problems)
      return save(office, (settings) => ({ ...settings, users: [...settings.users, added] }))
    },
    updateUser({ id, ...change }) {
      if (id === practiceUserId) return refuse({ field: 'id', reason: 'practice-is-fixed' })
      const before = users().find((user) => user.id === id)
      if (!before) return refuse({ field: 'id', reason: 'user-unknown', found: id })
      const problems = problemsOf(withChange(before, change))
      if (problems.length > 0) return refuse(...problems)
      return save(office, (settings) => ({
        ...settings,
        users: settings.users.map((user) => (user.id === id ? withChange(user, change) : user)),
      }))
    },
    removeUser: (wanted) => removeUser(office, wanted),
  }
}

function problemsOf(user: UserSettings) {
  return userProblems({ ...user, username: user.username ?? '' })
}
