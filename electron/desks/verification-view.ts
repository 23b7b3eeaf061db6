import { authorizes } from '../../relay/domain/verification.ts'
import { type VerifiedEntry, verifiedEntries } from '../../relay/domain/verified-entries.ts'
import type { UserView } from '../ipc/window-contract.ts'
import type { EntryView } from '../ipc/window-verification.ts'
import { dnsRecordFor } from '../settings/dns-record.ts'
import type { Settings, UserSettings } from '../settings/settings-schema.ts'

type VerificationView = Pick<UserView, 'entries' | 'open' | 'suggestActive'>

/** How far a user's entries are verified. The hash of a code that was mailed stays behind. */
export function verificationViewOf(user: UserSettings, installation: string): VerificationView {
  const listed = verifiedEntries(user, user.verification)
  return {
    entries: listed.map((entry) => entryView(entry, installation)),
    open: listed.length === 0,
    suggestActive: user.status === 'inactive' && listed.some(({ state }) => state.state === 'verified'),
  }
}

/** What is practised with needs no proof: its mail stays on this computer. */
export function practiceVerification(practice: Settings['practice']): VerificationView {
  const listed = verifiedEntries(practice, {})
  return {
    entries: listed.map(({ list, entry }) => ({
      list,
      entry,
      state: 'verified',
      how: null,
      at: null,
      codeMail: null,
      dnsRecord: null,
    })),
    open: listed.length === 0,
    suggestActive: false,
  }
}

function entryView({ list, entry, key, state }: VerifiedEntry, installation: string): EntryView {
  return {
    list,
    entry,
    state: state.state,
    how: state.state === 'verified' ? state.how : null,
    at: state.state === 'not-verified' ? null : state.at,
    codeMail:
      state.state === 'waiting'
        ? { messageId: state.messageId, expiresAt: state.expiresAt, triesLeft: state.triesLeft }
        : null,
    dnsRecord: list === 'domains' && !authorizes(state) ? dnsRecordFor(installation, key) : null,
  }
}
