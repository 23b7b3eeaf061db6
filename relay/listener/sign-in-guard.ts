/** After how many failures a name (or everyone together) has to wait, and how long. */
const rules = {
  name: { failures: 5, firstPauseMs: 30_000, longestPauseMs: 300_000 },
  everyone: { failures: 50, firstPauseMs: 30_000, longestPauseMs: 30_000 },
} as const
/** Failures further apart than this don't add up. */
const forgetAfterMs = 60_000
/** Names are the caller's choice: a flood of invented ones must not fill the memory. */
const namesRemembered = 1_000

export type SignInGuard = {
  /** Is this name cooling off? Then don't even look at the password. */
  namePaused(name: string, nowMs: number): boolean
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
    everyonePaused: (nowMs) => nowMs < everyone.pausedUntilMs,
    failed(name, nowMs) {
      const count = names.get(name) ?? { failures: 0, lastMs: nowMs, pausedUntilMs: 0, pauses: 0 }
      // Set anew at the end: the map's order is then the order of use, and the first is the one to forget.
      names.delete(name)
      names.set(name, count)
      if (names.size > namesRemembered) names.delete(names.keys().next().value ?? name)
      addFailure(count, rules.name, nowMs)
      addFailure(everyone, rules.everyone, nowMs)
    },
    succeeded: (name) => void names.delete(name),
  }
}

function addFailure(count: Count, rule: (typeof rules)[keyof typeof rules], nowMs: number): void {
  if (nowMs - Math.max(count.lastMs, count.pausedUntilMs) > forgetAfterMs) {
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
