import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { Result } from '../../relay/domain/result.ts'
import { parseDomainList, parseSenderList, writeList } from '../../relay/domain/sender-list.ts'
import { statesAfterEdit } from '../../relay/domain/verified-entries.ts'
import type { UserSettings } from '../settings/settings-schema.ts'
import { listProblems } from './form-problems.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

/** Who may send as which user. */
export function sendersDesk(office: Office): Desk<'setRules'> {
  return {
    setRules({ id, alreadyVerified, ...given }) {
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
      const changed = (user: UserSettings): UserSettings => ({
        ...user,
        ...rules,
        verification: statesAfterEdit({ ...user, states: user.verification }, rules, {
          alreadyVerified,
          nowMs: office.nowMs(),
        }),
      })
      return save(office, (settings) => ({
        ...settings,
        users: settings.users.map((user) => (user.id === id ? changed(user) : user)),
      }))
    },
  }
}

// Lower case, no doubles, no blanks: as the relay reads it.
function tidyText(list: Result<readonly { readonly text: string }[], unknown>, written: string): string {
  return list.ok ? writeList(list.value) : written
}
