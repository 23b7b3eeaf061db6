import { coolOff } from './limits.ts'

export type SignInGuard = {
  /** Is this name cooling off? A wrong password then ends the connection. */
  namePaused(name: string, nowMs: number): boolean
  /**
   * Must a right password wait as well? Only in the first of several pauses: a program that keeps failing in another's
   * name, from the same computer, delays the right one for half a minute and never shuts it out.
   */
  nameClosed(name: string, nowMs: number): boolean
  /**
   * Have there been too many failures in all? A right password is still let in: otherwise whoever can reach the
   * relay could stop everybody's mail by failing on purpose. A wrong one gets 421 instead of 535.
   */
  everyonePaused(nowMs: number): boolean
  failed(name: string, nowMs: number): void
  succeeded(name: string): void
}

type Count = { failures: number; lastMs: number; pausedUntilMs: number; pauses: number }

/** Cool-off after failed sign-ins, per name and in all. Knows nothing of whether a name exists. */
export function createSignInGuard(): SignInGuard {
  const names = new Map<string, Count>()
  const everyone: Count = { failures: 0, lastMs: 0, pausedUntilMs: 0, pauses: 0 }

  return {
    namePaused: (name, nowMs) => nowMs < (names.get(name)?.pausedUntilMs ?? 0),
    nameClosed(name, nowMs) {
      const count = names.get(name)
      return count !== undefined && count.pauses === 1 && nowMs < count.pausedUntilMs
    },
    everyonePaused: (nowMs) => nowMs < everyone.pausedUntilMs,
    failed(name, nowMs) {
      const count = names.get(name) ?? { failures: 0, lastMs: nowMs, pausedUntilMs: 0, pauses: 0 }
      // Set anew at the end: the map's order is then the order of use, and the first is the one to forget.
      names.delete(name)
      names.set(name, count)
      if (names.size > coolOff.namesRemembered) names.delete(names.keys().next().value ?? name)
      addFailure(count, coolOff.name, nowMs)
      addFailure(everyone, coolOff.everyone, nowMs)
    },
    succeeded: (name) => void names.delete(name),
  }
}

function addFailure(count: Count, rule: typeof coolOff.name | typeof coolOff.everyone, nowMs: number): void {
  if (nowMs - Math.max(count.lastMs, count.pausedUntilMs) > coolOff.forgetAfterMs) {
    count.failures = 0
    count.pauses = 0
  }
  count.lastMs = nowMs
  count.failures += 1
  if (count.failures < rule.failures) return
  count.failures = 0
  count.pausedUntilMs = nowMs + Math.min(rule.firstPauseMs * 2 ** count.pauses, rule.longestPauseMs)
  count.pauses += 1
}
