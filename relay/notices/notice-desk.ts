import type { DeliveryWishes } from '../config/configuration.ts'
import type { PolicyBook } from '../config/policy-book.ts'
import type { Language } from '../domain/language.ts'
import { comparableAddress } from '../domain/mail-address.ts'
import { noticeLogin } from '../domain/own-logins.ts'
import { keepOwnMessage, type OwnMailRoom } from '../own-message.ts'
import type { Database } from '../queue/database.ts'
import { dischargeFolded, foldedNotices, foldedSenders, foldNotices } from '../queue/folded-notices.ts'
import { countNotice, noticesOfUserThisHour, noticesThisHour } from '../queue/notice-windows.ts'
import {
  dischargeNotices,
  forgetDeleted,
  isAnythingOwed,
  type OwedNotice,
  oweDelays,
  owedNotices,
} from '../queue/owed-notices.ts'
import type { OpenQueue } from '../queue/queue.ts'
import { composeSummaryNotice } from './delivery-notice.ts'
import { type NoticeMail, type NoticeRoom, noticeMail, reportsOf } from './notice-mail.ts'
import { summaryText } from './notice-words.ts'

export type NoticeDesk = {
  /** Something failed: see what its sender must be told. */
  wake(): void
  /** The same now, with delays and what was folded; done by itself every minute. */
  look(): Promise<void>
  close(): Promise<void>
}

const lookEveryMs = 60_000
const atOnce = 50
/** So many notices an hour: a program gone wild with 10,000 messages isn't answered with 10,000 more. */
export const mostPerSender = 20
export const mostPerUser = 100
const mostInSummary = 20
/** A user's own messages go first. */
const lastPriority = 5

/**
 * Tells senders what became of their mail. What is owed stands in the database since the transaction that made it
 * so, and goes in the one that puts the notice into the queue: a crash in between neither loses nor doubles one.
 */
export function startNoticeDesk(options: {
  readonly database: Database
  readonly queue: Pick<OpenQueue, 'writer' | 'body'>
  readonly book: () => PolicyBook
  readonly delivery: () => DeliveryWishes
  readonly language: () => Language
  readonly mailRoom: OwnMailRoom
  readonly nowMs: () => number
}): NoticeDesk {
  const { database, queue, nowMs } = options
  const { writer } = queue
  let closed = false

  const room = (): NoticeRoom => ({
    book: options.book(),
    body: queue.body,
    delivery: options.delivery(),
    language: options.language(),
  })

  /** Puts a notice into the queue; `done` runs in the same transaction. False: it could not be stored. */
  const send = async (mail: NoticeMail, bytes: Uint8Array, done: () => void): Promise<boolean> => {
    const kept = await keepOwnMessage(options.mailRoom, {
      user: mail.user,
      // RFC 3461 6.1: whatever becomes of a notice, nobody is told of it.
      from: '',
      to: mail.sender.text,
      bytes,
      identities: [`header-from:${mail.sender.text}`],
      login: noticeLogin,
      priority: lastPriority,
      dsn: { ret: null, envid: null, recipients: [{ notify: ['NEVER'], orcpt: null }] },
      alongside: () => {
        done()
        countNotice(database, mail.user.id, comparableAddress(mail.sender), nowMs())
      },
    })
    return kept.ok
  }

  const hasRoom = (mail: NoticeMail, most: number): boolean => {
    const { user, sender } = mail
    return (
      noticesThisHour(database, user.id, comparableAddress(sender), nowMs()) < most &&
      noticesOfUserThisHour(database, user.id, nowMs()) < mostPerUser
    )
  }

  /** False when storage stands in the way: the next look tries again. */
  const tell = async (owed: OwedNotice): Promise<boolean> => {
    const mail = noticeMail(room(), owed)
    if (mail === null) {
      await writer.write(() => dischargeNotices(database, [owed.id]), 'riding')
      return true
    }
    if (hasRoom(mail, mostPerSender)) {
      return send(mail, mail.bytes(), () => dischargeNotices(database, [owed.id]))
    }
    await writer.write(() => foldNotices(database, [owed.id]), 'riding')
    return true
  }

  const summarize = async (): Promise<void> => {
    for (const folded of foldedSenders(database)) {
      const { count, sinceMs, relayed } = folded
      const some = foldedNotices(database, folded, mostInSummary)
      const mail = some.map((owed) => noticeMail(room(), owed)).find((one) => one !== null)
      if (!mail) {
        // Its sender is no longer authorized, or wishes for nothing any more.
        await writer.write(() => dischargeFolded(database, folded), 'riding')
      } else if (hasRoom(mail, 1)) {
        const sample = some.flatMap(reportsOf).slice(0, mostInSummary)
        const text = summaryText({ count, sinceMs, sample, relayed }, options.language())
        const bytes = composeSummaryNotice(mail.sender.text, text)
        if (!(await send(mail, bytes, () => dischargeFolded(database, folded)))) return
      }
    }
  }

  const look = async (): Promise<void> => {
    const now = nowMs()
    const waitedSinceMs = now - options.delivery().warnAfterMinutes * 60_000
    if (closed || !isAnythingOwed(database, waitedSinceMs)) return
    await writer.write(() => {
      oweDelays(database, waitedSinceMs, now)
      forgetDeleted(database)
    }, 'riding')
    for (;;) {
      const batch = owedNotices(database, atOnce)
      for (const owed of batch) if (closed || !(await tell(owed))) return
      if (batch.length < atOnce) break
    }
    await summarize()
  }

  let running: Promise<void> | null = null
  let again = false
  const lookAgain = async (): Promise<void> => {
    do {
      again = false
      await look()
    } while (again)
  }
  const guarded = (): Promise<void> => {
    again = running !== null
    running ??= lookAgain()
      .catch((fault: unknown) => {
        // A disk that is full or fails at this moment: what is owed stays owed, the next look comes in a minute.
        if (!closed) process.stderr.write(`telling senders: ${String(fault)}\n`)
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const timer = setInterval(() => void guarded(), lookEveryMs)
  timer.unref()
  void guarded()

  return {
    wake: () => void guarded(),
    look: guarded,
    async close() {
      closed = true
      clearInterval(timer)
      await running
    },
  }
}
