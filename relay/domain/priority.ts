export type Priority = 1 | 2 | 3 | 4 | 5

/**
 * A message's own priority, 1 (highest) to 5 (lowest), or null when it states none that is known: `X-Priority` first,
 * then `Importance` (RFC 4021, 2.1.53), then `Priority` (2.1.54). Arguments are the fields' texts.
 */
export function messagePriority(fields: {
  readonly xPriority: string | null
  readonly importance: string | null
  readonly priority: string | null
}): Priority | null {
  return numbered(fields.xPriority) ?? worded(fields.importance) ?? worded(fields.priority)
}

/** The one that counts: the higher of the user's and the message's. */
export function effectivePriority(userPriority: number, ofMessage: Priority | null): number {
  return ofMessage === null ? userPriority : Math.min(userPriority, ofMessage)
}

const words: ReadonlyMap<string, Priority> = new Map([
  ['high', 1],
  ['urgent', 1],
  ['normal', 3],
  ['low', 5],
  ['non-urgent', 5],
])
const numbers: ReadonlyMap<string, Priority> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
])

// "1", and as some programs write it "1 (Highest)".
function numbered(text: string | null): Priority | null {
  return numbers.get(/^\s*([0-9]+)/.exec(text ?? '')?.[1] ?? '') ?? null
}

function worded(text: string | null): Priority | null {
  return words.get((text ?? '').trim().toLowerCase()) ?? null
}

/** Every so-many-th turn is kept for the lower priorities, for one of them after the other. */
const turnsPerLowerOne = 5
const lower: readonly Priority[] = [2, 3, 4, 5]
const byPriority: readonly Priority[] = [1, 2, 3, 4, 5]

export type ClaimTurns = {
  /** where to look for mail that is due, first place first */
  readonly order: readonly Priority[]
  /** for how many turns from this one on */
  readonly count: number
}

/**
 * Whose turn it is when mail leaves: of twenty messages sixteen go by priority alone, and one each is the longest due of
 * priority 2, 3, 4 and 5. So the first in the line of any priority leaves within twenty turns, whatever comes in above
 * it. A turn that its priority has no mail for goes by priority too. `turn` counts what left, from 0.
 */
export function claimTurns(turn: number): ClaimTurns {
  const untilLower = turnsPerLowerOne - 1 - (turn % turnsPerLowerOne)
  if (untilLower > 0) return { order: byPriority, count: untilLower }
  const first = lower[Math.floor(turn / turnsPerLowerOne) % lower.length] ?? 5
  return { order: [first, ...byPriority.filter((priority) => priority !== first)], count: 1 }
}
