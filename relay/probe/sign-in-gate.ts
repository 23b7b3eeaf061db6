/** What a server said to a sign-in: its verdict and its words. */
export type SignInRefusal = {
  readonly verdict: 'credentials-refused' | 'account-inactive'
  readonly evidence: string
}

export type SignInGate = {
  /** Waits for a turn. `refused`: others were refused already, so this sign-in must not be tried. */
  enter(over: AbortSignal): Promise<'go' | 'too-late' | { readonly refused: SignInRefusal }>
  /** After `go`: what came of it; `unknown` where the server said nothing about name and password. */
  leave(outcome: 'accepted' | 'unknown' | SignInRefusal): void
}

const mostUnproven = 3

/**
 * Ports are checked side by side, and servers lock accounts after a few wrong passwords: eight refusals within a
 * second must not come from us. Until one sign-in was accepted, at most three are under way or refused.
 */
export function openSignInGate(): SignInGate {
  let underWay = 0
  let accepted = false
  const refusals: SignInRefusal[] = []
  const waiting = new Set<() => void>()
  const changed = (over: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake)
        over.removeEventListener('abort', wake)
        resolve()
      }
      waiting.add(wake)
      over.addEventListener('abort', wake, { once: true })
    })

  return {
    async enter(over) {
      for (;;) {
        if (over.aborted) return 'too-late'
        const [refused] = refusals
        if (!accepted && refused && refusals.length >= mostUnproven) return { refused }
        if (accepted || underWay + refusals.length < mostUnproven) break
        await changed(over)
      }
      underWay += 1
      return 'go'
    },
    leave(outcome) {
      underWay -= 1
      if (outcome === 'accepted') accepted = true
      else if (outcome !== 'unknown') refusals.push(outcome)
      for (const wake of waiting) wake()
    },
  }
}
