import { setTimeout as pause } from 'node:timers/promises'
import { between, type Chance } from '../support/torture-message.ts'
import type { Life } from '../support/torture-relay.ts'

/** Something that happens again and again, to be waited for. */
export type Milestone = {
  passed(): void
  /** Resolves at the `count`-th time from now, or when it does not come to that within `limitMs`. */
  after(count: number, limitMs: number): Promise<void>
}

export type Milestones = {
  /** a client got its 250 */
  readonly acknowledged: Milestone
  /** the server upstream has the last byte of a message and has not answered yet */
  readonly handedOver: Milestone
}

export function createMilestone(): Milestone {
  let left = 0
  let reached: (() => void) | null = null
  return {
    passed() {
      left -= 1
      if (left === 0) reached?.()
    },
    after(count, limitMs) {
      const coming = new Promise<void>((resolve) => {
        left = count
        reached = resolve
      })
      return atMost(limitMs, coming)
    },
  }
}

/** Resolves with `coming`, or after that many milliseconds when it doesn't come. */
export async function atMost(limitMs: number, coming: Promise<unknown>): Promise<void> {
  const limit = new AbortController()
  await Promise.race([coming, pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)])
  limit.abort()
}

const longestMs = 700

/** Kills at a moment that chance chooses: while it starts, at any time, right after a 250, with a message handed over. */
export async function killSomehow(life: Life, chance: Chance, milestones: Milestones): Promise<void> {
  const kind = chance()
  if (kind < 0.15) await pause(between(chance, 0, 500))
  else {
    await life.ready()
    if (kind < 0.45) await pause(between(chance, 10, 600))
    else if (kind < 0.7) await milestones.acknowledged.after(between(chance, 1, 150), longestMs)
    else await milestones.handedOver.after(between(chance, 1, 100), longestMs)
  }
  await life.kill()
}
