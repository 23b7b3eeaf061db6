import type { RequestOutput } from './bridge.ts'

export type MessageDetail = NonNullable<RequestOutput<'showMessage'>>
export type Attempt = MessageDetail['attempts'][number]
export type Done = MessageDetail['actions'][number]

/** Something that happened to a message: an attempt to send it, or what somebody did to it. */
export type LifeStep =
  | { readonly kind: 'attempt'; readonly at: string; readonly attempt: Attempt }
  | { readonly kind: 'done'; readonly at: string; readonly done: Done }

/** The mark the relay leaves when it has given an online form's message an authorized From. */
const rewritten = 'from-rewritten'

/** A message's life, oldest first. */
export function lifeOf({ attempts, actions }: MessageDetail): readonly LifeStep[] {
  const steps: LifeStep[] = [
    ...attempts
      .filter(({ outcome }) => outcome !== rewritten)
      .map((attempt) => ({ kind: 'attempt' as const, at: attempt.at, attempt })),
    ...actions.map((done) => ({ kind: 'done' as const, at: done.at, done })),
  ]
  return steps.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** The address that stood in From before the relay changed it; null: it is as it came. */
export function formerFrom({ attempts }: MessageDetail): string | null {
  return attempts.find(({ outcome }) => outcome === rewritten)?.reply ?? null
}
