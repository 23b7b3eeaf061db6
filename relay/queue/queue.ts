import type { HoldReason } from '../domain/message-state.ts'
import { acceptedBefore } from './accepted-lately.ts'
import { actionDone, applyAction } from './acting.ts'
import { chooseMatching, chooseMessages } from './choosing.ts'
import type { Database } from './database.ts'
import { createFreeSpace, defaultReserveBytes } from './free-space.ts'
import { createHandingOver } from './handing-over.ts'
import { receiveMessage } from './incoming-message.ts'
import { keepFromCourier } from './keep-from-courier.ts'
import { bodyById, countMessages, listMessages, messageDetail, summaryById } from './listing.ts'
import { type Actor, noteActions } from './message-actions.ts'
import { createMessageNumbers, messageIdText, messageNumber } from './message-id.ts'
import { moveToUser } from './moving.ts'
import type { Queue, QueueChange, UserPause } from './queue-contract.ts'
import { type Recovery, recover } from './recovery.ts'
import { rejudge } from './rejudging.ts'
import { createRetentionClock } from './retention-clock.ts'
import { makeIncremental } from './room.ts'
import { inSnapshot } from './snapshot.ts'
import { integerOf, integerOrNull, rowOf } from './sql.ts'
import { startUpkeep } from './upkeep.ts'
import { holdOthers, releaseOf } from './user-holds.ts'
import { pausesOf, setPause } from './user-pauses.ts'
import { createWaitingMail } from './waiting-mail.ts'
import { createWriter, type Writer } from './writer.ts'

export type QueueOptions = {
  readonly database: Database
  readonly nowMs: () => number
  /** told after the change is on disk */
  readonly onChange?: (change: QueueChange) => void
  /** something damaged may have been found, here or by another process (damage.ts) */
  readonly onDamage?: () => void
  /** senders may have to be told what became of their mail (owed-notices.ts) */
  readonly onOwed?: () => void
  /** so many bytes of mail came in */
  readonly onBytes?: (bytes: number) => void
  /** how long the lines of mail that is out of the queue are kept; default 90 */
  readonly journalDays?: () => number
  /** kept free on the file system, in bytes */
  readonly reserveBytes?: number
}

export type OpenQueue = Queue & {
  /** null for a visitor: only the owner of the data puts things right */
  readonly recovery: Recovery | null
  /** for the journal, which writes into the same transactions */
  readonly writer: Writer
  /** see retention-clock.ts; to be asked inside a transaction */
  retentionTimeMs(): number
}

/** How often to look whether another process (a `queue` command) changed something. */
const lookMs = 1000
const actAtOnce = 200

/** The durable queue over an opened database. Recovers first when it is the owner's. */
export function openQueue(options: QueueOptions): OpenQueue {
  const { database, nowMs } = options
  const openedAtMs = nowMs()
  const monotonicMs = (): number => performance.now()
  // Commands visit; who acts where the relay runs is a person in the app.
  const actor: Actor = database.owner ? 'person' : 'command'
  const tell = options.onChange ?? (() => undefined)
  const onDamage = options.onDamage ?? (() => undefined)
  const recovery = database.owner ? recover(database, nowMs()) : null
  if (database.owner) makeIncremental(database)
  /** messages whose bytes are coming in */
  let comingIn = 0
  const handingOver = createHandingOver({
    database,
    nowMs,
    writer: () => writer,
    onChange: (id) => tell({ kind: 'changed', id }),
    onDamage,
    onOwed: options.onOwed ?? (() => undefined),
  })
  const writer = createWriter(database, {
    writeClaims: handingOver.writeDown,
    moreIsComing: () => comingIn > 0,
  })
  const onChange = (change: QueueChange): void => {
    handingOver.forgetDueTimes()
    tell(change)
  }
  const hasRoomFor = createFreeSpace(database, options.reserveBytes ?? defaultReserveBytes, nowMs)
  const newest = integerOrNull(
    rowOf(database.statement('SELECT max(id) AS newest FROM message').get()),
    'newest',
  )
  const nextNumber = createMessageNumbers(nowMs, newest ?? 0)
  let pauses: ReadonlyMap<string, UserPause> = pausesOf(database)
  const refreshPauses = (): void => {
    pauses = pausesOf(database)
  }

  const changedIds = (numbers: readonly number[]): void => {
    for (const number of numbers) onChange({ kind: 'changed', id: messageIdText(number) })
  }
  /** null while the database can't be read: whoever needs it meets that, this is only a look. */
  const dataVersion = (): number | null => {
    try {
      return integerOf(rowOf(database.statement('PRAGMA data_version').get()), 'data_version')
    } catch {
      return null
    }
  }
  let seenVersion = dataVersion()
  const look = setInterval(() => {
    const version = dataVersion()
    if (version === null || version === seenVersion) return
    seenVersion = version
    refreshPauses()
    onChange({ kind: 'elsewhere' })
    onDamage()
  }, lookMs)
  look.unref()

  const retentionTimeMs = createRetentionClock(database, nowMs, monotonicMs)
  const upkeep = database.owner
    ? startUpkeep({
        database,
        writer,
        nowMs,
        monotonicMs,
        retentionTimeMs,
        journalDays: options.journalDays ?? (() => 90),
        isIdle: () => comingIn === 0 && !handingOver.hasAny(),
        onJump() {
          refreshPauses()
          onChange({ kind: 'elsewhere' })
        },
      })
    : null

  return {
    recovery,
    writer,
    retentionTimeMs,
    hasRoomFor,
    acceptedBefore: (login) => acceptedBefore(database, login, openedAtMs, nowMs()),
    receive() {
      comingIn += 1
      return receiveMessage(
        {
          database,
          writer,
          hasRoomFor,
          nowMs,
          onIn: () => {
            comingIn -= 1
          },
          onBytes: options.onBytes ?? (() => undefined),
          onArriving: handingOver.arriving,
          onGone: handingOver.gone,
          onCommitted(number, { user, priority }, bytes) {
            handingOver.arrived(number, user, priority, bytes)
            tell({ kind: 'changed', id: messageIdText(number) })
          },
        },
        nextNumber(),
      )
    },
    claimDue: handingOver.claimDue,
    giveBack: handingOver.giveBack,
    settle: handingOver.settle,
    setAside: handingOver.setAside,
    nextDueAtMs: handingOver.nextDueAtMs,
    ...createWaitingMail(database, writer, nowMs, changedIds),
    // In memory first: nothing may be claimed for the user while the pause is on its way to the disk.
    async pauseUser(user, pause) {
      pauses = new Map(pauses).set(user, pause)
      await writer.write(() => setPause(database, user, pause), 'riding')
      refreshPauses()
    },
    async resumeUser(user) {
      await writer.write(() => setPause(database, user, null), 'riding')
      refreshPauses()
    },
    pausedUsers: () => pauses,
    async applyActiveUsers(users) {
      const reason: HoldReason = 'user-inactive'
      const changed = await writer.write(() => {
        const now = nowMs()
        const held = holdOthers(database, users, reason, now)
        const released = releaseOf(database, users, reason, now)
        noteActions(database, held, 'held', 'rules', now)
        noteActions(database, released, 'released', 'rules', now)
        return [...held, ...released]
      }, 'synced')
      changedIds(changed)
    },
    async moveToUser(from, to) {
      const moved = await writer.write(() => moveToUser(database, from, to, actor, nowMs()), 'synced')
      changedIds(moved)
      return moved.length
    },
    async rejudge(mayGo) {
      const changed = await writer.write(() => {
        const now = nowMs()
        const { held, released } = rejudge(database, mayGo, now)
        noteActions(database, held, 'held', 'rules', now)
        noteActions(database, released, 'released', 'rules', now)
        return [...held, ...released]
      }, 'synced')
      changedIds(changed)
    },
    async act(action, target) {
      const chosen = await chooseMessages(database, action, target)
      if (!database.owner) await keepFromCourier(database, writer, chosen, nowMs())
      let count = 0
      for (let start = 0; start < chosen.length; start += actAtOnce) {
        const part = chosen.slice(start, start + actAtOnce)
        const applied = await writer.write(() => {
          const now = nowMs()
          const done = part.filter((number) => applyAction(database, action, number, now))
          noteActions(database, done, actionDone(action), actor, now)
          return done
        }, 'synced')
        count += applied.length
        changedIds(applied)
      }
      if (action === 'retry') refreshPauses()
      return count
    },
    countForAction: async (action, filter) => (await chooseMatching(database, action, filter)).length,
    list(filter) {
      handingOver.show()
      return inSnapshot(database, () => listMessages(database, filter, pauses))
    },
    summary(id) {
      const summary = summaryById(database, id, pauses)
      const isInHand = handingOver.isInHand(messageNumber(id) ?? -1)
      return summary && isInHand ? { ...summary, state: 'sending', nextAttemptAt: null } : summary
    },
    detail(id) {
      handingOver.show()
      return inSnapshot(database, () => messageDetail(database, id, pauses))
    },
    body: (id) => bodyById(database, id),
    counts: () => countMessages(database),
    async close() {
      clearInterval(look)
      upkeep?.close()
      await writer.close()
      database.close()
    },
  }
}
