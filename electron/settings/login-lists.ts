import { rulesOfLists } from '../../relay/domain/narrower-lists.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { SenderRules } from '../../relay/domain/sender-policy.ts'
import type { EntryLists } from '../../relay/domain/verified-entries.ts'
import type { LoginSettings, Settings } from './settings-schema.ts'

/** A sign-in's own lists; both empty where it has none. */
export function ownLists(login: LoginSettings): EntryLists {
  return {
    authorizedDomains: login.authorizedDomains ?? '',
    authorizedSenders: login.authorizedSenders ?? '',
  }
}

export function hasOwnLists(login: LoginSettings): boolean {
  const { authorizedDomains, authorizedSenders } = ownLists(login)
  return authorizedDomains !== '' || authorizedSenders !== ''
}

/** What each user's lists allow, read once however many sign-ins ask; null for a user that isn't there. */
export function userBounds(settings: Settings): (userId: string) => SenderRules | null {
  const known = new Map<string, SenderRules | null>()
  return (userId) => {
    const before = known.get(userId)
    if (before !== undefined) return before
    const lists =
      userId === practiceUserId ? settings.practice : settings.users.find(({ id }) => id === userId)
    const rules = lists ? rulesOfLists(lists) : null
    known.set(userId, rules)
    return rules
  }
}
