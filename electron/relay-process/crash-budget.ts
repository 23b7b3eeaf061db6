/** Five ends within five minutes, and the relay stays down until a person starts it again. */
const allowedCrashes = 5
const windowMs = 5 * 60_000
const firstPauseMs = 200
const longestPauseMs = 10_000

export type AfterCrash =
  | { readonly next: 'restart'; readonly pauseMs: number; readonly crashes: readonly number[] }
  | { readonly next: 'stop-for-good'; readonly crashes: readonly number[] }

/** What to do after the process ended by itself at `nowMs`; `crashes`: when it did so before, in milliseconds. */
export function afterCrash(crashes: readonly number[], nowMs: number): AfterCrash {
  const recent = [...crashes.filter((atMs) => nowMs - atMs < windowMs), nowMs]
  if (recent.length >= allowedCrashes) return { next: 'stop-for-good', crashes: recent }
  const pauseMs = Math.min(firstPauseMs * 4 ** (recent.length - 1), longestPauseMs)
  return { next: 'restart', pauseMs, crashes: recent }
}
