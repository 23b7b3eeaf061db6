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
