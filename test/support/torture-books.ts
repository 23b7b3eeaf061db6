import { arrivedWhole, idOfRecipient, isRefusedForGood, tortureMessage } from './torture-message.ts'
import type { QueuedRest } from './torture-queue.ts'
import type { Taken } from './torture-upstream.ts'

/** What a torture saw, from all sides. */
export type Evidence = {
  readonly seed: number
  /** ids of the messages whose senders were told 250 */
  readonly acknowledged: readonly string[]
  readonly taken: readonly Taken[]
  /** addresses the relay said "delivered" about, which it says when that is on disk → in which life */
  readonly told: ReadonlyMap<string, number>
  /** what is in the queue at the end, address → message */
  readonly rest: ReadonlyMap<string, QueuedRest>
}

/** Counted by recipient, but for `acknowledged`. */
export type Books = {
  readonly acknowledged: number
  readonly recipients: number
  readonly delivered: number
  /** refused by the server for good, and kept with its answer */
  readonly failed: number
  readonly queued: number
  readonly lost: readonly string[]
  readonly mangled: readonly string[]
  /** being sent when the relay was killed */
  readonly twiceByKill: number
  /** the line was cut before the server's answer to the whole message */
  readonly twiceByDrop: number
  /** sent again although nothing was uncertain: each is a fault */
  readonly twiceForNothing: readonly string[]
  /** said to be delivered, and never taken by the server */
  readonly toldWrongly: readonly string[]
}

/** acknowledged ⊆ delivered ∪ failed with notice ∪ still queued; and every byte, and every second delivery, explained. */
export function closeBooks({ seed, acknowledged, taken, told, rest }: Evidence): Books {
  const takings = new Map<string, Taken[]>()
  for (const one of taken) takings.set(one.address, [...(takings.get(one.address) ?? []), one])
  const recipients = acknowledged.flatMap((id) => tortureMessage(seed, id).recipients)
  const places = recipients.map((address) => ({ address, kind: whereIs(address, takings, rest) }))
  const repeats = [...takings.values()].flatMap((times) => repeatsOf(times, told))
  return {
    acknowledged: acknowledged.length,
    recipients: recipients.length,
    delivered: those(places, 'delivered').length,
    failed: those(places, 'failed').length,
    queued: those(places, 'queued').length,
    lost: those(places, 'lost'),
    mangled: taken
      .filter(({ address, bytes }) => !arrivedWhole(seed, idOfRecipient(address), bytes))
      .map(({ address }) => address),
    twiceByKill: those(repeats, 'kill').length,
    twiceByDrop: those(repeats, 'drop').length,
    twiceForNothing: those(repeats, 'none'),
    toldWrongly: [...told.keys()].filter((address) => !takings.has(address)),
  }
}

function those<Kind extends string>(
  all: readonly { readonly address: string; readonly kind: Kind }[],
  wanted: Kind,
): readonly string[] {
  return all.filter(({ kind }) => kind === wanted).map(({ address }) => address)
}

function whereIs(
  address: string,
  takings: ReadonlyMap<string, unknown>,
  rest: Evidence['rest'],
): 'delivered' | 'failed' | 'queued' | 'lost' {
  if (takings.has(address)) return 'delivered'
  const message = rest.get(address)
  if (message === undefined) return 'lost'
  if (message.state !== 'failed') return 'queued'
  // Given up without the server's having said so is as good as lost.
  return isRefusedForGood(address) && message.replies.some((reply) => reply.startsWith('550'))
    ? 'failed'
    : 'lost'
}

type Repeat = { readonly address: string; readonly kind: 'kill' | 'drop' | 'none' }

/** Why each delivery after the first happened: a kill explains one of each recipient, and so does an unanswered one. */
function repeatsOf(times: readonly Taken[], told: Evidence['told']): readonly Repeat[] {
  return times.slice(1).map((later, index): Repeat => {
    const { address } = later
    const earlier = times[index]
    if (earlier?.answered === false) return { address, kind: 'drop' }
    // What was on disk as delivered when the relay was killed was not on its way any more.
    const settledIn = told.get(address) ?? Number.POSITIVE_INFINITY
    const wasKilled = earlier !== undefined && earlier.life < later.life && settledIn > earlier.life
    return { address, kind: wasKilled ? 'kill' : 'none' }
  })
}
