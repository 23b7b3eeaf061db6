import { markAsSending, readForSending, setAside } from './claiming.ts'
import type { Database } from './database.ts'
import { createDueLines } from './due-lines.ts'
import { messageIdText, messageNumber } from './message-id.ts'
import type { ClaimedMessage, Queue } from './queue-contract.ts'
import { settle } from './settling.ts'
import { addToTally } from './tally.ts'
import { setPace } from './user-paces.ts'
import type { Writer } from './writer.ts'

export type HandingOver = Pick<Queue, 'claimDue' | 'giveBack' | 'settle' | 'setAside' | 'nextDueAtMs'> & {
  /** Whether the courier has this message in hand, whatever its row says. */
  isInHand(message: number): boolean
  /** Whether it has any. */
  hasAny(): boolean
  /** Its row may be seen before it is on disk: it is sent only after `arrived`, or never, when it is `gone`. */
  arriving(message: number): void
  gone(message: number): void
  /** A message is on disk. `bytes`: all of it, when they are still in memory. */
  arrived(message: number, user: string, priority: number, bytes: Uint8Array | null): void
  /** Messages became due, or stopped being so, in a way that isn't told here. */
  forgetDueTimes(): void
  /** Lets the rows say what is in hand. Runs inside a transaction. */
  writeDown(): void
  /** The same in a transaction of its own, for somebody who is going to read the rows. */
  show(): void
}

/** A delivery that takes longer is written down as under way. */
export const unwrittenMs = 10
/** So much of what came in last is kept in memory for the courier. */
const keptBytes = 4 * 1024 * 1024

/**
 * Between queue and courier. What the courier has in hand is known here at once, and written only after some
 * milliseconds: most deliveries are over by then, and a relay that dies meanwhile finds the message waiting, which is
 * what recovery makes of one being sent. Whoever changes messages by their state has it written first (`Writer`).
 */
export function createHandingOver(options: {
  readonly database: Database
  readonly nowMs: () => number
  readonly writer: () => Writer
  readonly onChange: (id: string) => void
  /** a message was set aside */
  readonly onDamage: () => void
  /** the sender of a message may have to be told what became of it */
  readonly onOwed: () => void
}): HandingOver {
  const { database, nowMs, writer, onChange, onDamage, onOwed } = options
  /** message → whether its row says all there is to say: that it is `sending`, or what became of it */
  const inHand = new Map<number, boolean>()
  /** committed and not synced yet: a refusal may still take them back */
  const arriving = new Set<number>()
  const lines = createDueLines(database)
  const kept = new Map<number, Uint8Array>()
  /** how many left of each user since the start: whose turn it is next */
  const turns = new Map<string, number>()
  let bytesKept = 0
  let writing: NodeJS.Timeout | null = null

  const dropBytes = (message: number): void => {
    bytesKept -= kept.get(message)?.length ?? 0
    kept.delete(message)
  }
  const letGo = (message: number): void => {
    inHand.delete(message)
    dropBytes(message)
  }
  const anyUnwritten = (): boolean => [...inHand.values()].includes(false)
  const writeSoon = (): void => {
    writing ??= setTimeout(() => {
      writing = null
      // Unsynced: lost in a power cut, it leaves the message waiting; not written for lack of room, the same.
      if (anyUnwritten())
        writer()
          .write(() => undefined, 'unsynced')
          .catch(() => undefined)
    }, unwrittenMs)
    writing.unref()
  }

  const isTaken = (message: number): boolean => inHand.has(message) || arriving.has(message)
  const turnOf = (users: readonly string[]): number => turns.get(users.join('\n')) ?? 0
  const find = (nowMs: number, limit: number, users: readonly string[]): readonly number[] =>
    lines.find({
      users,
      nowMs,
      limit,
      turn: turnOf(users),
      taken: { has: isTaken, size: inHand.size + arriving.size },
    })
  const mayHaveDue = (user: string, now: number): boolean => {
    const next = lines.next(user)
    return next === undefined || (next !== null && next <= now)
  }

  return {
    isInHand: (message) => inHand.has(message),
    hasAny: () => inHand.size > 0,
    arriving: (message) => void arriving.add(message),
    gone: (message) => void arriving.delete(message),
    arrived(message, user, priority, bytes) {
      arriving.delete(message)
      lines.arrived(message, user, priority, nowMs())
      if (bytes === null) return
      kept.set(message, bytes)
      bytesKept += bytes.length
      for (const oldest of kept.keys()) {
        if (bytesKept <= keptBytes) break
        dropBytes(oldest)
      }
    },
    forgetDueTimes: lines.forget,
    writeDown() {
      for (const [message, written] of inHand) {
        if (written) continue
        markAsSending(database, message, nowMs())
        inHand.set(message, true)
      }
    },
    show() {
      if (anyUnwritten()) writer().now(() => undefined)
    },

    claimDue(now, limit, users) {
      const asked = users.filter((user) => mayHaveDue(user, now))
      if (limit <= 0 || asked.length === 0) return []
      const claimed = find(now, limit, asked).flatMap((message): ClaimedMessage[] => {
        const read = readForSending(database, message, now, kept.get(message))
        if (read === 'damaged') {
          writer().now(() => setAside(database, message, nowMs()))
          onChange(messageIdText(message))
          onDamage()
        }
        // Not what was known of its line: somebody else changed it.
        if (read === 'gone') lines.forget()
        if (read === 'damaged' || read === 'gone') return []
        inHand.set(message, false)
        onChange(read.id)
        return [read]
      })
      if (claimed.length > 0) writeSoon()
      turns.set(asked.join('\n'), turnOf(asked) + claimed.length)
      return claimed
    },
    nextDueAtMs(users) {
      // As of the beginning of time nothing is due, and what isn't known is looked at.
      if (users.some((user) => lines.next(user) === undefined)) find(Number.NEGATIVE_INFINITY, 1, users)
      const next = users.flatMap((user) => lines.next(user) ?? [])
      return next.length === 0 ? null : Math.min(...next)
    },
    giveBack(id) {
      const message = knownNumber(id)
      const now = nowMs()
      if (inHand.get(message) !== false) {
        writer().now(() =>
          database
            .statement(
              `UPDATE message SET state = 'waiting', next_attempt_at = ?, changed_at = ?
                WHERE id = ? AND state = 'sending'`,
            )
            .run(now, now, message),
        )
      }
      inHand.delete(message)
      lines.forget()
      onChange(id)
    },
    async settle(settlement) {
      const message = knownNumber(settlement.id)
      const owes = await writer().write(
        () => {
          const now = nowMs()
          const settled = settle(database, message, settlement, now)
          // In hand until that is synced, and no more to be written over.
          inHand.set(message, true)
          if (settlement.pace) setPace(database, settlement.pace)
          // What nobody here wrote can't fail anybody: a notice that does is an alert.
          const counts = settled?.state === 'sent' || (settled?.state === 'failed' && !settled.isSilent)
          if (counts) addToTally(database, settled.state, now)
          return settled?.owes ?? false
        },
        'riding',
        { claims: 'as-they-are' },
      )
      letGo(message)
      if (settlement.outcomes.some(({ outcome }) => outcome !== 'delivered')) lines.forget()
      onChange(settlement.id)
      if (owes) onOwed()
    },
    async setAside(id) {
      const message = knownNumber(id)
      const write = (): void => {
        setAside(database, message, nowMs())
        // As in settle: in hand until that is synced, and no more to be written over.
        inHand.set(message, true)
      }
      await writer().write(write, 'riding', { claims: 'as-they-are' })
      letGo(message)
      onChange(id)
      onDamage()
    },
  }
}

function knownNumber(id: string): number {
  const number = messageNumber(id)
  if (number === null) throw new TypeError(`not a message id: ${id}`)
  return number
}
