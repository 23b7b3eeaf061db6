import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { Result } from '../../relay/domain/result.ts'
import { parseDomainList, parseSenderList, writeList } from '../../relay/domain/sender-list.ts'
import { listProblems } from './form-problems.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

/** Who may send as which user. */
export function sendersDesk(office: Office): Desk<'setRules'> {
  return {
    setRules({ id, ...given }) {
      const problems = listProblems(given)
      if (problems.length > 0) return refuse(...problems)
      const rules = {
        ...given,
        authorizedDomains: tidyText(parseDomainList(given.authorizedDomains), given.authorizedDomains),
        authorizedSenders: tidyText(parseSenderList(given.authorizedSenders), given.authorizedSenders),
      }
      if (id === practiceUserId) {
        return save(office, (settings) => ({ ...settings, practice: { ...settings.practice, ...rules } }))
      }
      if (office.settings.current().users.every((user) => user.id !== id)) {
        return refuse({ field: 'id', reason: 'user-unknown', found: id })
      }
      return save(office, (settings) => ({
        ...settings,
        users: settings.users.map((user) => (user.id === id ? { ...user, ...rules } : user)),
      }))
    },
  }
}

// Lower case, no doubles, no blanks: as the relay reads it.
function tidyText(list: Result<readonly { readonly text: string }[], unknown>, written: string): string {
  return list.ok ? writeList(list.value) : written
}
