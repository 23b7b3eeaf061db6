/** Whoever can reach the port can be refused thousands of times a second; the journal needs to hear it once. */
export type NoticeThrottle = {
  /** May this be told now? At most once a second for each key. */
  mayTell(key: string, nowMs: number): boolean
}

const pauseMs = 1_000
const keysRemembered = 500

export function createNoticeThrottle(): NoticeThrottle {
  const toldAt = new Map<string, number>()
  return {
    mayTell(key, nowMs) {
      const last = toldAt.get(key)
      if (last !== undefined && nowMs - last < pauseMs) return false
      if (toldAt.size >= keysRemembered) toldAt.clear()
      toldAt.set(key, nowMs)
      return true
    },
  }
}
