import { setTimeout as delay } from 'node:timers/promises'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { failed, type Result } from '../../relay/domain/result.ts'
import {
  asked,
  authorizes,
  codeTyped,
  confirmedInMailUp,
  type EntryState,
  seenInDns,
} from '../../relay/domain/verification.ts'
import { type VerifiedEntry, verifiedEntries, withNextStates } from '../../relay/domain/verified-entries.ts'
import type { RequestOutput } from '../../relay/ipc/contract.ts'
import type { RelayContract } from '../../relay/ipc/relay-contract.ts'
import { codeMatches } from '../../relay/secrets/verification-code.ts'
import type { ChangeAuthor } from '../ipc/window-history.ts'
import { dnsRecordFor } from '../settings/dns-record.ts'
import type { UserSettings } from '../settings/settings-schema.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

type Found = { readonly user: UserSettings; readonly entry: VerifiedEntry }
type NotFound = { readonly reason: 'user-unknown' | 'entry-unknown' | 'already-verified' }
type CodeSent = RequestOutput<RelayContract, 'sendVerificationCode'>

const inForcePauseMs = 100
const inForceTries = 30

/** Shows that authorized senders and domains are one's own. The practice user needs none of it. */
export function verificationDesk(
  office: Office,
): Desk<'askForCode' | 'typeCode' | 'confirmInMailUp' | 'checkDomain'> {
  const find = (id: string, list: VerifiedEntry['list'], text: string): Result<Found, NotFound> => {
    if (id === practiceUserId) return failed({ reason: 'already-verified' })
    const user = office.settings.current().users.find((one) => one.id === id)
    if (!user) return failed({ reason: 'user-unknown' })
    const entry = meant(user, [text]).find((one) => one.list === list)
    if (!entry) return failed({ reason: 'entry-unknown' })
    return { ok: true, value: { user, entry } }
  }
  const findUnverified = (id: string, list: VerifiedEntry['list'], text: string): Result<Found, NotFound> => {
    const found = find(id, list, text)
    return found.ok && authorizes(found.value.entry.state) ? failed({ reason: 'already-verified' }) : found
  }
  /** Starts from the lists of this moment: they may have been edited while somebody was asked. */
  const put = (
    id: string,
    entries: readonly VerifiedEntry[],
    next: (state: EntryState) => EntryState,
    by: ChangeAuthor = 'verification',
  ) => {
    const keys = entries.map(({ key }) => key)
    const changed = (user: UserSettings): UserSettings => ({
      ...user,
      verification: withNextStates(user, user.verification, keys, next),
    })
    return save(
      office,
      (settings) => ({
        ...settings,
        users: settings.users.map((user) => (user.id === id ? changed(user) : user)),
      }),
      by,
    )
  }

  return {
    async askForCode({ id, address }) {
      const found = findUnverified(id, 'senders', address)
      if (!found.ok) return { ok: false, reason: found.problem.reason }
      const { entry, user } = found.value
      if (user.status === 'inactive') return { ok: false, reason: 'user-inactive' }
      const sent = await sendCode(office, id, entry.entry)
      if (sent === null) return { ok: false, reason: 'relay-not-answering' }
      if (!sent.ok) return { ok: false, reason: sent.reason === 'storage' ? 'storage' : 'not-in-force' }
      const code = { codeHash: sent.codeHash, messageId: sent.id }
      const saved = put(id, [entry], (state) => asked(state, code, office.nowMs()))
      return saved.ok ? { ok: true, messageId: sent.id } : { ok: false, reason: 'settings-not-saved' }
    },
    typeCode({ id, address, code }) {
      const found = find(id, 'senders', address)
      if (!found.ok) return { ok: false, reason: found.problem.reason, triesLeft: null }
      const { entry } = found.value
      const { typed, state } = codeTyped(entry.state, (hash) => codeMatches(code, hash), office.nowMs())
      // A try that could not be written down doesn't count, so it isn't answered either.
      const saved = state === entry.state ? null : put(id, [entry], () => state)
      if (saved?.ok === false) return { ok: false, reason: 'settings-not-saved', triesLeft: null }
      if (typed.reason === 'verified') return { ok: true, revision: office.settings.current().revision }
      return { ok: false, reason: typed.reason, triesLeft: 'triesLeft' in typed ? typed.triesLeft : null }
    },
    confirmInMailUp({ id, entries }) {
      if (id === practiceUserId) return refuse({ field: 'id', reason: 'practice-is-fixed' })
      const user = office.settings.current().users.find((one) => one.id === id)
      if (!user) return refuse({ field: 'id', reason: 'user-unknown', found: id })
      const listed = new Set(verifiedEntries(user, user.verification).flatMap(namesOf))
      const unknown = entries.find((text) => !listed.has(plain(text)))
      if (unknown !== undefined) return refuse({ field: 'entries', reason: 'entry-unknown', found: unknown })
      return put(id, meant(user, entries), (state) => confirmedInMailUp(state, office.nowMs()), 'person')
    },
    async checkDomain({ id, domain }) {
      const found = findUnverified(id, 'domains', domain)
      if (!found.ok) return { ok: false, reason: found.problem.reason }
      const { entry } = found.value
      const { installation, dnsServers: servers } = office.settings.current()
      const check = await office.relay
        .call('checkDomain', { domain: entry.key, record: dnsRecordFor(installation, entry.key), servers })
        .catch(noAnswer(office))
      if (check === null) return { ok: false, reason: 'relay-not-answering' }
      if (check.reason !== 'verified') return { ok: true, check }
      const saved = put(id, [entry], (state) => seenInDns(state, check.how, office.nowMs()))
      return saved.ok ? { ok: true, check } : { ok: false, reason: 'settings-not-saved' }
    },
  }
}

/** Asks again for a moment while the relay hasn't taken up what was saved just now. Null: no answer. */
async function sendCode(office: Office, user: string, address: string): Promise<CodeSent | null> {
  const { language } = office.settings.current().preferences
  for (let tries = 1; ; tries += 1) {
    const sent = await office.relay
      .call('sendVerificationCode', { user, address, language })
      .catch(noAnswer(office))
    if (sent === null || sent.ok || sent.reason === 'storage' || tries === inForceTries) return sent
    await delay(inForcePauseMs)
  }
}

function noAnswer(office: Office): (fault: unknown) => null {
  return (fault) => {
    office.log(`the relay did not answer about a verification: ${String(fault)}`)
    return null
  }
}

/** The entries that are written so, in any case, or whose compared form is given. */
function meant(user: UserSettings, texts: readonly string[]): readonly VerifiedEntry[] {
  const wanted = new Set(texts.map(plain))
  return verifiedEntries(user, user.verification).filter((one) =>
    namesOf(one).some((name) => wanted.has(name)),
  )
}

function namesOf({ entry, key }: VerifiedEntry): readonly string[] {
  return [entry, key]
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
