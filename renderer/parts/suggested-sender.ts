import type { UserView } from '../../electron/ipc/window-contract.ts'
import { authorizesMail } from '../state/entries.ts'

/** An address that may send through a user: a listed one, or the usual one at a listed domain. */
export function suggestedSender(user: Pick<UserView, 'entries'> | undefined): string {
  const entries = (user?.entries ?? []).filter(authorizesMail)
  const sender = entries.find(({ list }) => list === 'senders')
  if (sender) return sender.entry
  const domain = entries.find(({ list }) => list === 'domains')
  return domain ? `info@${domain.entry}` : ''
}

/** A mailbox that somebody here reads, since a code was read in it: a first message can go there. */
export function suggestedRecipient(user: Pick<UserView, 'entries'> | undefined): string {
  return user?.entries.find(({ how }) => how === 'code')?.entry ?? ''
}
