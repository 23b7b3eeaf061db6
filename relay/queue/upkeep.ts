import { createJumpWatch, leaveNothingInTheFuture } from './clock-jump.ts'
import type { Database } from './database.ts'
import { removeOld } from './retention.ts'
import { startGivingRoomBack } from './room.ts'
import type { Writer } from './writer.ts'

const clockEveryMs = 1000
const cleanEveryMs = 60 * 60_000

/** What the owner of the data does for it while it is open: clocks that jump, what was kept long enough, and its room. */
export function startUpkeep(options: {
  readonly database: Database
  readonly writer: Writer
  readonly nowMs: () => number
  readonly monotonicMs: () => number
  /** see retention-clock.ts */
  readonly retentionTimeMs: () => number
  readonly journalDays: () => number
  readonly onJump: () => void
  /** no mail comes in or goes out at this moment */
  readonly isIdle: () => boolean
}): { readonly close: () => void } {
  const { database, writer, nowMs } = options

  const clockJumped = createJumpWatch(nowMs, options.monotonicMs)
  const watchClock = async (): Promise<void> => {
    if (!clockJumped()) return
    try {
      await writer.write(() => leaveNothingInTheFuture(database, nowMs()), 'riding')
    } catch {
      // A full disk: the next start does it.
    }
    options.onJump()
  }
  const clean = async (): Promise<void> => {
    const removed = (): boolean => removeOld(database, options.retentionTimeMs(), options.journalDays())
    try {
      while (await writer.write(removed, 'riding'));
    } catch {
      // A full disk, or closed meanwhile: there is a next time.
    }
  }
  const timers = [
    setInterval(() => void watchClock(), clockEveryMs),
    setInterval(() => void clean(), cleanEveryMs),
  ]
  for (const timer of timers) timer.unref()
  void clean()
  const givingRoomBack = startGivingRoomBack({ database, writer, isIdle: options.isIdle })

  return {
    close() {
      for (const timer of timers) clearInterval(timer)
      givingRoomBack.close()
    },
  }
}
