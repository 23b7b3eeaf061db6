import { looksLikeFormSender } from './domain/form-sender.ts'
import { judgeMessage } from './domain/judge-message.ts'
import { sendFirstMessage } from './first-message.ts'
import type { Handlers } from './ipc/contract.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import { journalDesk } from './journal-desk.ts'
import { ownDoorDesk } from './own-door-desk.ts'
import { dnsResolvers } from './probe/dns-resolver.ts'
import { checkDomainOwnership } from './probe/domain-ownership.ts'
import { readDomainRecords } from './probe/domain-records.ts'
import { isoTime } from './queue/message-rows.ts'
import type { Relay } from './running-relay.ts'
import { sendVerificationMail } from './verification-mail.ts'

const rowsInSnapshot = 200

type WithoutRelay = 'configure' | 'stop' | 'checkConnection' | 'cancelCheck' | 'listUserInfo'

/** Answers what the app asks of a relay at work; what needs none belongs to whoever starts it. */
export function relayDesk(relay: Relay): Omit<Handlers<RelayContract>, WithoutRelay> {
  const { queue, journal, courier, practice } = relay
  return {
    snapshot: () => ({
      listen: relay.listener.addresses(),
      revision: relay.revision(),
      problems: [...relay.problems()],
      counts: journal.counts(),
      paces: [...courier.paces()],
      messages: [...queue.list({ limit: rowsInSnapshot })],
      refusals: [...journal.refusals(rowsInSnapshot)],
      alerts: [...journal.alerts(rowsInSnapshot)],
      loginsSeen: [...relay.loginsSeen.all()].map(([login, atMs]) => ({ login, at: isoTime(atMs) })),
      lastDeliveries: [...relay.deliveries.all()].map(([user, atMs]) => ({ user, at: isoTime(atMs) })),
      practice: { listen: practice?.listen ?? null },
    }),
    listMessages: (filter) => [...queue.list(filter)],
    showMessage: ({ id }) => {
      const detail = queue.detail(id)
      return detail && { ...detail, attempts: [...detail.attempts], actions: [...detail.actions] }
    },
    queueAction: async ({ action, ids }) => {
      // Trying again by hand also tries the credentials again.
      const users = action === 'retry' ? new Set(ids.map((id) => queue.summary(id)?.user)) : []
      const changed = await queue.act(action, ids)
      for (const user of users) if (user !== undefined) courier.resumeUser(user)
      courier.wake()
      return { changed }
    },
    ...journalDesk(relay),
    watchPrograms({ begin, after }) {
      const { watch } = relay.listener
      if (begin) watch.begin()
      return watch.read(after)
    },
    ...ownDoorDesk(relay),
    sendFirstMessage: async (wanted) => {
      const sent = await sendFirstMessage(relay, wanted)
      if (sent.ok) return { ok: true, id: sent.value }
      const { problem } = sent
      return {
        ok: false,
        reason: problem.reason,
        decision: problem.reason === 'not-authorized' ? problem.decision : null,
      }
    },
    sendVerificationCode: async (wanted) => {
      const sent = await sendVerificationMail(relay, wanted)
      return sent.ok ? { ok: true, ...sent.value } : { ok: false, reason: sent.problem.reason }
    },
    checkDomain: ({ domain, record, servers }) => checkDomainOwnership(domain, record, dnsResolvers(servers)),
    readDomainRecords: ({ domain, servers }) => readDomainRecords(domain, dnsResolvers(servers)),
    trySender: ({ user, mailFrom, message }) => {
      const policy = relay.book().policyOfUser(user)
      if (!policy) throw new Error('there is no such user')
      const bytes = message === undefined ? null : new TextEncoder().encode(message)
      const judged = judgeMessage(policy, mailFrom, bytes)
      const logins = relay.configuration().logins.filter((login) => login.user === user)
      const seen = logins.flatMap(({ name }) => relay.listener.formHistory(name))
      return looksLikeFormSender(judged, seen) ? { ...judged, hint: 'form-sender' } : judged
    },
    practiceMessages: () => [...(practice?.messages() ?? [])],
    practiceMessage: async ({ id }) => (await practice?.read(id)) ?? null,
    setAlertState: ({ id, state }) => {
      journal.setAlertState(id, state)
      return null
    },
    moveMail: async ({ from, to }) => ({ moved: await relay.moveMail(from, to) }),
    networkIsBack: () => {
      courier.networkIsBack()
      return null
    },
    passwordChanged: ({ user }) => {
      courier.resumeUser(user)
      return null
    },
  }
}
