import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import { type EntryView } from '../../../electron/ipc/window-verification.ts'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { rulesOf } from '../../../renderer/state/saved-lists.ts'
import { entriesAfterEdit, verifiedBy, waitingForCode } from '../entry-views.ts'
import { userView } from '../user-views.ts'
import { type PageData, saved } from './page-data.ts'

/** the code that verifies an address here */
const rightCode = 'K7QF-2MXA'

/** Authorized senders and the proof that they are the person’s own; `rightCode` verifies an address. */
export function sendersDouble({ snapshot, putUser }: PageData) {
  const putEntries = (id: string, names: readonly string[], part: Partial<EntryView>): typeof saved => {
    const entries = snapshot().users.find((user) => user.id === id)?.entries ?? []
    const changed = (entry: EntryView): EntryView =>
      names.includes(entry.entry) ? { ...entry, ...part } : entry
    return putUser(id, { entries: entries.map(changed) })
  }
  const addEntry = (
    id: string,
    list: 'authorizedDomains' | 'authorizedSenders',
    entry: string,
    alreadyVerified: boolean,
  ) => {
    const user = snapshot().users.find((known) => known.id === id) ?? userView(id)
    const lists = { ...user, [list]: user[list] === '' ? entry : `${user[list]};${entry}` }
    const fresh = alreadyVerified ? verifiedBy('confirmed-in-mailup') : {}
    return putUser(id, {
      [list]: lists[list],
      entries: entriesAfterEdit(user.entries, lists, fresh),
      open: false,
    })
  }
  return {
    setRules({ id, alreadyVerified, ...part }) {
      const before = snapshot().users.find((user) => user.id === id)?.entries ?? []
      const fresh = alreadyVerified ? verifiedBy('confirmed-in-mailup') : {}
      const entries = entriesAfterEdit(before, part, fresh)
      return putUser(id, { ...part, entries, open: entries.length === 0 })
    },
    askForCode({ id, address }) {
      putEntries(id, [address], waitingForCode('code-1'))
      return { ok: true, messageId: 'code-1' }
    },
    typeCode({ id, address, code }) {
      if (code !== rightCode) return { ok: false, reason: 'wrong-code', triesLeft: 4 }
      return putEntries(id, [address], verifiedBy('code'))
    },
    confirmInMailUp: ({ id, entries }) => putEntries(id, entries, verifiedBy('confirmed-in-mailup')),
    lookAtDomain: () => null,
    checkDomain({ id, domain }) {
      putEntries(id, [domain], verifiedBy('dns-txt'))
      return { ok: true, check: { reason: 'verified', how: 'dns-txt' } }
    },
    trySender({ user: id, mailFrom, message }) {
      const user = snapshot().users.find((known) => known.id === id)
      const rules = user && rulesOf(user)
      if (!user || !rules) throw new Error('no such user here')
      const { unauthorizedSenders, status } = user
      const policy = { user: id, login: null, loginActive: true, unauthorizedSenders, rules: [rules] }
      const bytes = message === undefined ? null : new TextEncoder().encode(message)
      return judgeMessage({ ...policy, userActive: status === 'active' }, mailFrom, bytes)
    },
    authorizeAddress: ({ user, address, alreadyVerified }) =>
      addEntry(user, 'authorizedSenders', address, alreadyVerified),
    authorizeDomain: ({ user, domain, alreadyVerified }) =>
      addEntry(user, 'authorizedDomains', domain, alreadyVerified),
  } satisfies Partial<Handlers<WindowContract>>
}
