import { timeLimit } from '../time-limit.ts'

/** What a server said to a sign-in: its verdict and its reply. */
export type SignInRefusal = {
  readonly verdict: 'credentials-refused' | 'account-inactive'
  readonly reply: string
}

export type SignInGate = {
  /** Waits for a turn. `refused`: it was refused on another port, so it must not be tried here. */
  enter(over: AbortSignal): Promise<'go' | 'too-late' | { readonly refused: SignInRefusal }>
  /** After `go`: what came of it; `unknown` where the server said nothing about name and password. */
  leave(outcome: 'accepted' | 'unknown' | SignInRefusal): void
}

/** A sign-in that gets no answer holds the others up for so long, not longer. */
const patienceMs = 2000

/**
 * Ports are checked side by side, and servers lock accounts after a few wrong passwords: a check costs one refusal. So
 * one port signs in; once it was accepted all others may, once it was refused none of them does. `waitMs`: for a test.
 */
export function openSignInGate(waitMs = patienceMs): SignInGate {
  let underWay = 0
  let accepted = false
  let refused: SignInRefusal | null = null
  let turn: AbortSignal | null = null
  const waiting = new Set<() => void>()
  const changed = (...limits: readonly AbortSignal[]): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake)
        for (const limit of limits) limit.removeEventListener('abort', wake)
        resolve()
      }
      waiting.add(wake)
      for (const limit of limits) limit.addEventListener('abort', wake, { once: true })
    })

  return {
    async enter(over) {
      for (;;) {
        if (over.aborted) return 'too-late'
        if (!accepted && refused) return { refused }
        if (accepted || underWay === 0 || turn === null || turn.aborted) break
        await changed(over, turn)
      }
      underWay += 1
      turn = timeLimit(waitMs)
      return 'go'
    },
    leave(outcome) {
      underWay -= 1
      if (outcome === 'accepted') accepted = true
      else if (outcome !== 'unknown') refused ??= outcome
      for (const wake of waiting) wake()
    },
  }
}
