import type { DeliveryWishes, UserConfiguration } from '../config/configuration.ts'
import type { PolicyBook } from '../config/policy-book.ts'
import { authorize } from '../domain/authorize.ts'
import type { DeliveryReport, RecipientReport } from '../domain/delivery-status.ts'
import { judgeMessage } from '../domain/judge-message.ts'
import type { Language } from '../domain/language.ts'
import { type MailAddress, parseMailAddress } from '../domain/mail-address.ts'
import { messageIdText } from '../queue/message-id.ts'
import { mostHeaderBytes, type OwedNotice } from '../queue/owed-notices.ts'
import type { Queue } from '../queue/queue-contract.ts'
import { composeDeliveryNotice, type ReturnedContent } from './delivery-notice.ts'
import { wantsNotice } from './notice-wish.ts'
import { noticeText } from './notice-words.ts'

/** What it takes to write a notice, at this moment. */
export type NoticeRoom = {
  readonly book: PolicyBook
  readonly body: Queue['body']
  readonly delivery: DeliveryWishes
  readonly language: Language
}

/** A notice that is to be sent: through which user, to whom, and its bytes. */
export type NoticeMail = {
  readonly user: UserConfiguration
  readonly sender: MailAddress
  readonly bytes: () => Uint8Array
}

/** A message that comes back whole (RET=FULL) is no larger; of a larger one the header comes back. */
export const mostReturnedBytes = 1024 * 1024

/**
 * The notice that is owed, or null when nobody is to be told after all: the sender asked for none, or is not
 * authorized under the rules of today. "Alert" is not enough: who is alerted about isn't written to.
 */
export function noticeMail(room: NoticeRoom, owed: OwedNotice): NoticeMail | null {
  const { book } = room
  const { message } = owed
  const user = book.user(message.user)
  const sender = parseMailAddress(message.mailFrom)
  const ofLogin = book.policyOfLoginNamed(message.login)
  const policy = ofLogin?.user === message.user ? ofLogin : book.policyOfUser(message.user)
  if (!user || !policy || !sender.ok) return null
  const recipients = owed.recipients.filter(({ dsn }) =>
    wantsNotice(owed.kind, dsn.notify, user.failureNotices ?? 'on-request'),
  )
  if (recipients.length === 0) return null
  // A sign-in that was paused since doesn't make its sender a stranger.
  const rules = { ...policy, loginActive: true }
  const header = { from: sender.value, sender: null, resentFrom: [], resentSender: [] }
  if (authorize(rules, { mailFrom: sender.value, header }).decision !== 'allow') return null
  return {
    user,
    sender: sender.value,
    bytes: () => {
      const bytes = write(room, user, sender.value, { ...owed, recipients })
      if (judgeMessage(rules, '', bytes).decision !== 'allow') {
        throw new Error(`the notice to ${sender.value.text} is not as the rules want it`)
      }
      return bytes
    },
  }
}

/** What is owed about each recipient, as a report has it. */
export function reportsOf({ kind, recipients }: OwedNotice): readonly RecipientReport[] {
  return recipients.map(({ address, reply, reason, dsn }) => ({
    address,
    orcpt: dsn.orcpt,
    action: kind,
    reply,
    reason,
  }))
}

function write(room: NoticeRoom, user: UserConfiguration, sender: MailAddress, owed: OwedNotice): Uint8Array {
  const { message, kind, atMs } = owed
  const report: DeliveryReport = {
    envid: message.dsn?.envid ?? null,
    arrivedAtMs: message.queuedAtMs,
    triedAtMs: atMs,
    retryUntilMs: kind === 'delayed' ? message.queuedAtMs + room.delivery.giveUpAfterHours * 3_600_000 : null,
    server: user.server,
    recipients: reportsOf(owed),
  }
  return composeDeliveryNotice({
    sender: sender.text,
    text: noticeText(report, message, room.language),
    report,
    returned: returnedContent(room, owed),
    boundary: `smtp-plus-${crypto.randomUUID()}`,
  })
}

// RFC 3461 6.2: the whole message only with a failure. Not what the server could not take: it would not take it now.
function returnedContent(room: NoticeRoom, owed: OwedNotice): ReturnedContent {
  const { kind, message, recipients, header } = owed
  if (header !== null) return { whole: false, bytes: header }
  const whole =
    kind === 'failed' &&
    message.dsn?.ret === 'FULL' &&
    message.bytes <= mostReturnedBytes &&
    recipients.every(({ reason }) => reason === 'gave-up' || reason === 'refused-by-server')
  const wanted = whole ? message.bytes : Math.min(message.headerBytes, mostHeaderBytes)
  const chunks: Uint8Array[] = []
  let length = 0
  for (const chunk of room.body(messageIdText(message.number)) ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= wanted) break
  }
  return { whole, bytes: Buffer.concat(chunks).subarray(0, wanted) }
}
