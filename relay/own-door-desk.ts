import { authorize } from './domain/authorize.ts'
import { parseMailAddress } from './domain/mail-address.ts'
import { parseDomainList, parseSenderList } from './domain/sender-list.ts'
import type { Handlers } from './ipc/contract.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import { checkOwnDoor } from './probe/own-door.ts'
import type { Relay } from './running-relay.ts'

/** The self-test of a relay at work: is it there for the programs, and may they sign in? */
export function ownDoorDesk(relay: Relay): Pick<Handlers<RelayContract>, 'checkOwnDoor'> {
  return {
    async checkOwnDoor() {
      const who = whoMaySend(relay)
      const guest = who === null ? null : relay.admitGuest(who.user)
      if (who !== null && guest === null) return { ok: false, reason: 'too-many-checks' }
      try {
        const report = await checkOwnDoor({
          listen: relay.listener.addresses(),
          certificateFile: relay.certificateFile,
          credentials: guest?.credentials ?? null,
          sender: who?.sender ?? null,
        })
        return { ok: true, report }
      } finally {
        guest?.leave()
      }
    },
  }
}

/** An active user, with one of its authorized senders if any user has one. */
function whoMaySend(relay: Relay): { readonly user: string; readonly sender: string | null } | null {
  const book = relay.book()
  const active = [...book.users().values()].filter(({ status }) => status === 'active')
  for (const { id, authorizedSenders, authorizedDomains } of active) {
    const policy = book.policyOfUser(id)
    if (policy === null) continue
    const senders = parseSenderList(authorizedSenders)
    const domains = parseDomainList(authorizedDomains)
    const candidates = [
      ...(senders.ok ? senders.value.map(({ text }) => text) : []),
      ...(domains.ok ? domains.value.map(({ domain }) => `postmaster@${domain}`) : []),
    ]
    const sender = candidates.find((text) => {
      const address = parseMailAddress(text)
      return address.ok && authorize(policy, { mailFrom: address.value, header: null }).decision === 'allow'
    })
    if (sender !== undefined) return { user: id, sender }
  }
  const [first] = active
  return first ? { user: first.id, sender: null } : null
}
