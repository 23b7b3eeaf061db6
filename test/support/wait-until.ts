import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks every `everyMs` until the answer is neither `false`, `null` nor `undefined`, and gives that answer.
 * Rejects after `limitMs` with `what` was waited for, so that a failing test says which promise was broken.
 */
export async function waitUntil<Answer>(
  what: string | (() => string | Promise<string>),
  question: () => Answer | Promise<Answer>,
  limitMs = 10_000,
  everyMs = 20,
): Promise<Exclude<Answer, false | null | undefined>> {
  const end = performance.now() + limitMs
  for (;;) {
    const answer = await question()
    if (isYes(answer)) {
      return answer
    }
    if (performance.now() > end) {
      throw new Error(`not within ${limitMs} ms: ${typeof what === 'string' ? what : await what()}`)
    }
    await pause(everyMs)
  }
}

function isYes<Answer>(answer: Answer): answer is Exclude<Answer, false | null | undefined> {
  return answer !== false && answer !== null && answer !== undefined
}
