import { z } from 'zod'
import { authorizes, entryState, notVerified } from '../../relay/domain/verification.ts'
import { type EntryLists, verifiedEntries } from '../../relay/domain/verified-entries.ts'
import type { LoginSettings, Settings, UserSettings } from './settings-schema.ts'

const lists = z.strictObject({ authorizedDomains: z.string(), authorizedSenders: z.string() })

/** One owner's lists before and after a change, and how the entries that went had been verified. */
const changedLists = z.strictObject({
  owner: z.enum(['user', 'sign-in', 'practice']),
  name: z.string(),
  before: lists,
  after: lists,
  states: z.record(z.string(), entryState),
})
export const listUndo = z.strictObject({ id: z.int(), changed: z.array(changedLists) })
export type ListUndo = z.infer<typeof listUndo>
type ChangedLists = z.infer<typeof changedLists>

/** The lists that a change of settings touched, of owners that were there before and still are. */
export function changedListsOf(before: Settings, after: Settings): ChangedLists[] {
  const users = after.users.flatMap((user) => {
    const earlier = before.users.find(({ id }) => id === user.id)
    return earlier ? changedOf('user', user.id, earlier, user, statesKept(earlier)) : []
  })
  const earlierLogins = new Map(before.logins.map((login) => [login.name, login]))
  const logins = after.logins.flatMap((login) => {
    const earlier = earlierLogins.get(login.name)
    return earlier && earlier !== login ? changedOf('sign-in', login.name, earlier, login, () => ({})) : []
  })
  return [...users, ...changedOf('practice', '', before.practice, after.practice, () => ({})), ...logins]
}

/** Are the lists still as that change left them? Else putting them back would undo more than it says. */
export function canUndo(settings: Settings, undo: ListUndo): boolean {
  return undo.changed.every(({ owner, name, after }) => {
    const found = ownerOf(settings, owner, name)
    return found !== undefined && sameLists(listsOf(found), after)
  })
}

/** The settings with the lists as they were before. What stays on a list keeps its state; what returns has its old one. */
export function undone(settings: Settings, undo: ListUndo): Settings {
  const of = (owner: ChangedLists['owner'], name: string): ChangedLists | undefined =>
    undo.changed.find((one) => one.owner === owner && one.name === name)
  return {
    ...settings,
    practice: { ...settings.practice, ...of('practice', '')?.before },
    users: settings.users.map((user) => {
      const changed = of('user', user.id)
      return changed ? withLists(user, changed.before, changed.states) : user
    }),
    logins: settings.logins.map((login) => {
      const changed = of('sign-in', login.name)
      return changed ? withOwnLists(login, changed.before) : login
    }),
  }
}

function withLists(user: UserSettings, before: EntryLists, states: ChangedLists['states']): UserSettings {
  const now = new Map(verifiedEntries(user, user.verification).map(({ key, state }) => [key, state]))
  const verification = verifiedEntries(before, {}).map(
    ({ key }) => [key, now.get(key) ?? states[key] ?? notVerified] as const,
  )
  return { ...user, ...before, verification: Object.fromEntries(verification) }
}

function withOwnLists(login: LoginSettings, before: EntryLists): LoginSettings {
  const { authorizedDomains: _domains, authorizedSenders: _senders, ...rest } = login
  return {
    ...rest,
    ...(before.authorizedDomains === '' ? {} : { authorizedDomains: before.authorizedDomains }),
    ...(before.authorizedSenders === '' ? {} : { authorizedSenders: before.authorizedSenders }),
  }
}

function changedOf(
  owner: ChangedLists['owner'],
  name: string,
  before: Lists,
  after: Lists,
  states: () => ChangedLists['states'],
): ChangedLists[] {
  const [earlier, later] = [listsOf(before), listsOf(after)]
  return sameLists(earlier, later) ? [] : [{ owner, name, before: earlier, after: later, states: states() }]
}

/** A code that is on its way is as good as none: only what authorizes is kept. */
function statesKept(user: UserSettings): () => ChangedLists['states'] {
  return () =>
    Object.fromEntries(
      verifiedEntries(user, user.verification)
        .filter(({ state }) => authorizes(state))
        .map(({ key, state }) => [key, state]),
    )
}

type Lists = {
  readonly authorizedDomains?: string | undefined
  readonly authorizedSenders?: string | undefined
}

function ownerOf(settings: Settings, owner: ChangedLists['owner'], name: string): Lists | undefined {
  if (owner === 'practice') return settings.practice
  return owner === 'user'
    ? settings.users.find(({ id }) => id === name)
    : settings.logins.find((login) => login.name === name)
}

function listsOf({ authorizedDomains = '', authorizedSenders = '' }: Lists): EntryLists {
  return { authorizedDomains, authorizedSenders }
}

function sameLists(one: EntryLists, other: EntryLists): boolean {
  return (
    one.authorizedDomains === other.authorizedDomains && one.authorizedSenders === other.authorizedSenders
  )
}
