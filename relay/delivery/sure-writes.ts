import type { RelayNotice } from '../domain/relay-event.ts'
import { asDamage, DamagedBody } from '../queue/damage.ts'
import { sqliteCode } from '../queue/sql.ts'
import { pauseFor } from './pause.ts'

export const storageRetryMs = 1000

export type SureWrites = {
  /** Writes, and again every second while the disk is full or the database is held; gives up only when cut. */
  surely(write: () => Promise<void> | void): Promise<void>
  /** Runs `work`; false when storage stood in the way. Any other fault is thrown. */
  tryStorage(work: () => void): boolean
  /** Whether something that happened is not written down yet: then nothing more may be sent. */
  behind(): boolean
}

/** What was delivered must be written down, or it is sent again. People are told once for each time of trouble. */
export function createSureWrites(emit: (notice: RelayNotice) => void, cut: AbortSignal): SureWrites {
  let unwritten = 0
  let inTrouble = false

  const meet = (fault: unknown): void => {
    if (sqliteCode(fault) === null) throw fault
    if (inTrouble) return
    inTrouble = true
    const nobody = { event: 'alert', login: null, user: null } as const
    if (asDamage(fault) instanceof DamagedBody) {
      emit({ ...nobody, kind: 'delivery-failing', reason: 'database-damaged', about: String(fault) })
      return
    }
    const about = `The queue can't be written to or read: ${String(fault)}. What waits, waits on.`
    emit({ ...nobody, kind: 'disk-low', reason: 'outcome-not-written', about })
  }

  return {
    behind: () => unwritten > 0,
    async surely(write) {
      for (let tries = 0; ; tries++) {
        try {
          await write()
          if (tries > 0) unwritten -= 1
          inTrouble = false
          return
        } catch (fault) {
          meet(fault)
          if (cut.aborted) return
          if (tries === 0) unwritten += 1
          await pauseFor(storageRetryMs, cut)
        }
      }
    },
    tryStorage(work) {
      try {
        work()
        return true
      } catch (fault) {
        meet(fault)
        return false
      }
    },
  }
}
