import { notices } from './limits.ts'

/** Whoever can reach the port can be refused thousands of times a second; the journal needs to hear it once. */
export type NoticeThrottle = {
  /** May this be told now? At most once in `pauseMs` for each key; by default a second. */
  mayTell(key: string, nowMs: number, pauseMs?: number): boolean
}

export function createNoticeThrottle(): NoticeThrottle {
  const toldAt = new Map<string, number>()
  return {
    mayTell(key, nowMs, pauseMs = notices.pauseMs) {
      const last = toldAt.get(key)
      if (last !== undefined && nowMs - last < pauseMs) return false
      if (toldAt.size >= notices.keysRemembered) toldAt.clear()
      toldAt.set(key, nowMs)
      return true
    },
  }
}
