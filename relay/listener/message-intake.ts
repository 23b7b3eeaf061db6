import { isAscii } from 'node:buffer'
import type { LoginEntry, PolicyBook } from '../config/policy-book.ts'
import { authorize, listIdentities } from '../domain/authorize.ts'
import { createCanonicalizer } from '../domain/canonical-bytes.ts'
import { completeHeader } from '../domain/completed-header.ts'
import type { Decision } from '../domain/decision.ts'
import { asksForDsn } from '../domain/dsn-request.ts'
import { type HeaderIdentities, readHeaderIdentities } from '../domain/header-identities.ts'
import { headerProblemSentence } from '../domain/header-problem.ts'
import { effectivePriority } from '../domain/priority.ts'
import type { RefusalReason } from '../domain/relay-event.ts'
import type { IncomingMessage } from '../queue/queue-contract.ts'
import type { Door } from './door.ts'
import { cureForm } from './form-cure.ts'
import { type CollectedHeader, createHeaderCollector } from './header-collector.ts'
import { tellSenderAlert, tellSenderRefused } from './sender-refusal.ts'
import { type Transaction, waitingMinutes } from './session.ts'
import { headersMalformed, type Reply, replies, replyLine, tooLarge, tooManyMessages } from './smtp-reply.ts'

/** How the message came in, for its Received field (RFC 5321 4.4). */
export type Wire = {
  readonly remoteAddress: string
  readonly encrypted: boolean
}

type Admitted = {
  readonly book: PolicyBook
  readonly login: LoginEntry
  readonly header: HeaderIdentities
  readonly decision: Decision
  /** as it is kept: an online form's has another From than it came with */
  readonly block: Uint8Array
  readonly rewrittenFrom: string | null
  readonly headerBytes: number
}

/**
 * Receives one message's data: bytes made canonical once, header held back and judged, the rest streamed into the
 * queue. What is refused is read to its end (RFC 5321 has no earlier place for the answer) and not kept.
 * Resolves with the reply to the final dot; 250 only when the queue has it on disk. Rejects when the client is gone.
 */
export async function takeMessage(
  door: Door,
  transaction: Transaction,
  wire: Wire,
  data: AsyncIterable<Uint8Array>,
): Promise<Reply> {
  const canonicalizer = createCanonicalizer()
  const collector = createHeaderCollector()
  const limitBytes = door.limits().messageBytes
  let receivedBytes = 0
  let eightBit = transaction.eightBitMime
  let refusal: Reply | null = null
  // From now on, so that the queue knows of it: messages that come in at the same time share a sync.
  const draft = door.queue.receive()
  let drafted = true
  let incoming: IncomingMessage | null = null
  let admitted: Admitted | null = null

  const refuse = (reason: RefusalReason, reply: Reply): void => {
    const { login, user } = transaction
    door.emit({ event: 'refused', login, user, reason, reply: replyLine(reply) })
    refuseWith(reply)
  }
  const discard = (): void => {
    if (drafted) draft.abandon()
    drafted = false
  }
  const refuseWith = (reply: Reply): void => {
    discard()
    incoming = null
    refusal = reply
  }

  const judge = (header: HeaderIdentities, block: Uint8Array): Admitted | null => {
    const book = door.book()
    const login = transaction.byAddress
      ? book.loginForAddress(wire.remoteAddress, door.nowMs())
      : book.login(transaction.login)
    if (login?.name !== transaction.login) {
      refuse('login-inactive', replies['login-inactive'])
      return null
    }
    const policy = book.policyOf(login)
    const decision = authorize(policy, { mailFrom: transaction.mailFrom, header })
    const admitted = { book, login, block, header, decision, rewrittenFrom: null, headerBytes: block.length }
    // Only before anything of it is kept.
    if (incoming === null && book.rewritesFormSender(login.name)) {
      const cured = cureForm(policy, transaction.mailFrom, admitted)
      if (cured) return { ...admitted, ...cured, rewrittenFrom: header.from.text }
    }
    if (decision.decision !== 'block') return admitted
    refuseWith(tellSenderRefused(door, login, policy, decision))
    return null
  }

  const admit = async ({ block, rest }: CollectedHeader): Promise<void> => {
    const header = readHeaderIdentities(block)
    if (!header.ok)
      return refuse('headers-malformed', headersMalformed(headerProblemSentence(header.problem)))
    const judged = judge(header.value, block)
    if (judged === null) return
    incoming = draft
    const protocol = `ESMTP${wire.encrypted ? 'S' : ''}${transaction.byAddress ? '' : 'A'}` as const
    const added = door.manners.completesHeader
      ? completeHeader(judged.header, {
          protocol,
          id: draft.id,
          nowMs: door.nowMs(),
          smtpApi: judged.book.user(judged.login.user)?.smtpApi,
        })
      : new Uint8Array()
    admitted = { ...judged, headerBytes: added.length + judged.block.length }
    if (added.length > 0) await draft.append(added)
    await draft.append(judged.block)
    if (rest.length > 0) await draft.append(rest)
  }

  const push = (chunk: Uint8Array): void | Promise<void> => {
    const bytes = canonicalizer.push(chunk)
    receivedBytes += bytes.length
    if (receivedBytes > limitBytes) return refuse('too-large', tooLarge(limitBytes))
    if (canonicalizer.fault !== null) return refuse('headers-malformed', lineFault(canonicalizer.fault))
    eightBit ||= !isAscii(bytes)
    if (incoming !== null) return incoming.append(bytes)
    const collected = collector.push(bytes)
    if (collected === null) return
    if (typeof collected === 'object') return admit(collected)
    refuse('headers-malformed', headersMalformed(headerProblemSentence({ reason: collected, field: '' })))
  }

  const finish = async (): Promise<Reply> => {
    canonicalizer.end()
    if (refusal === null && canonicalizer.fault !== null) {
      refuse('headers-malformed', lineFault(canonicalizer.fault))
    }
    if (refusal === null && incoming === null) await admit(collector.end())
    // The rules may have changed while the body came in: what counts is what they say now.
    if (refusal === null && admitted !== null && admitted.book !== door.book()) {
      const { rewrittenFrom, headerBytes } = admitted
      const again = judge(admitted.header, admitted.block)
      admitted = again && { ...again, rewrittenFrom, headerBytes }
    }
    if (refusal !== null || admitted === null || incoming === null) return refusal ?? replies.fault
    drafted = false
    return commit(door, transaction, admitted, incoming, eightBit)
  }

  try {
    for await (const chunk of data) if (refusal === null) await push(chunk)
    return await finish()
  } finally {
    // Nothing stays of what is neither committed nor about to be.
    discard()
  }
}

async function commit(
  door: Door,
  transaction: Transaction,
  { book, login, header, decision, rewrittenFrom, headerBytes }: Admitted,
  incoming: IncomingMessage,
  eightBitMime: boolean,
): Promise<Reply> {
  const who = { login: login.name, user: login.user }
  // Asked at MAIL too; here again, because many connections may have passed there at once.
  const minutes = waitingMinutes(door, login)
  if (minutes !== null) {
    incoming.abandon()
    const reply = tooManyMessages(login.messagesPerHour ?? 0, minutes)
    door.emit({ event: 'refused', ...who, reason: 'too-many-messages', reply: replyLine(reply) })
    return reply
  }
  door.hourly.count(login.name, door.monotonicMs())
  const mailFrom = transaction.mailFrom?.text ?? ''
  const recipients = [...transaction.recipients.keys()]
  const dsn = { ...transaction.dsn, recipients: [...transaction.recipients.values()] }
  const identities = listIdentities({ mailFrom: transaction.mailFrom, header })
  const committed = await incoming.commit({
    user: login.user,
    login: login.name,
    mailFrom,
    recipients,
    priority: effectivePriority(book.user(login.user)?.priority ?? 3, header.priority),
    smtpUtf8: transaction.smtpUtf8,
    eightBitMime,
    subject: header.subject,
    identities: identities.map(({ identity, address }) => `${identity}:${address.text}`),
    headerBytes,
    ...(asksForDsn(dsn) ? { dsn } : {}),
    ...(rewrittenFrom === null ? {} : { rewrittenFrom }),
  })
  if (!committed.ok) {
    const reply = replies[committed.problem.reason]
    door.emit({ event: 'refused', ...who, reason: 'storage', reply: replyLine(reply) })
    return reply
  }
  const { id, bytes } = committed.value
  door.emit({ event: 'queued', id, ...who, mailFrom, recipients, bytes })
  if (decision.decision === 'alert') tellSenderAlert(door, login, decision)
  return door.manners.accepted(id)
}

function lineFault(fault: 'bare-cr' | 'nul'): Reply {
  return headersMalformed(
    fault === 'nul'
      ? 'The message holds a NUL byte. Remove it, or send that part as an attachment.'
      : 'The message holds a lone carriage return (CR). Let the program end lines with CRLF.',
  )
}
