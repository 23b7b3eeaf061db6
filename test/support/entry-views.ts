import type { EntryView } from '../../electron/ipc/window-verification.ts'
import { type EntryLists, verifiedEntries } from '../../relay/domain/verified-entries.ts'

/** The entries of a user's view after its lists were saved: what was there stays as it was, what is new is `fresh`. */
export function entriesAfterEdit(
  before: readonly EntryView[],
  lists: EntryLists,
  fresh: Partial<EntryView> = {},
): EntryView[] {
  const freshView = (entry: string): EntryView => ({ ...entryView(entry), ...fresh })
  return verifiedEntries(lists, {}).map(
    ({ entry }) => before.find((one) => one.entry === entry) ?? freshView(entry),
  )
}

/** An entry that nobody has verified yet. */
export function entryView(entry: string): EntryView {
  const isSender = entry.includes('@')
  return {
    list: isSender ? 'senders' : 'domains',
    entry,
    state: 'not-verified',
    how: null,
    at: null,
    codeMail: null,
    dnsRecord: isSender ? null : 'smtp-plus-companion=0123456789abcdef0123456789abcdef',
  }
}

/** What is different about an entry once it is verified. */
export function verifiedBy(how: NonNullable<EntryView['how']>): Partial<EntryView> {
  return { state: 'verified', how, at: new Date().toISOString(), codeMail: null, dnsRecord: null }
}

export function waitingForCode(messageId: string, minutesLeft = 30, triesLeft = 5): Partial<EntryView> {
  const expiresAt = new Date(Date.now() + minutesLeft * 60_000).toISOString()
  return {
    state: 'waiting',
    at: new Date().toISOString(),
    codeMail: { messageId, expiresAt, triesLeft },
  }
}
