import { idOfRecipient, isClientsOwn, isRefusedForGood, tortureMessage } from './torture-message.ts'
import type { QueuedRest } from './torture-queue.ts'
import type { Notice, Taken } from './torture-upstream.ts'

/** What a torture saw, from all sides. */
export type Evidence = {
  readonly seed: number
  /** ids of the messages whose senders were told 250 */
  readonly acknowledged: readonly string[]
  readonly taken: readonly Taken[]
  /** notices the server took for the clients */
  readonly notices: readonly Notice[]
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
  /** refused recipients whose senders asked to be told, and were */
  readonly noticed: number
  /** … and were not, or somebody else was */
  readonly unnoticed: readonly string[]
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
export function closeBooks({ seed, acknowledged, taken, notices, told, rest }: Evidence): Books {
  const takings = new Map<string, Taken[]>()
  for (const one of taken) takings.set(one.address, [...(takings.get(one.address) ?? []), one])
  const messages = acknowledged.map((id) => envelopeOf(seed, id))
  const recipients = messages.flatMap((message) => message.recipients)
  const places = recipients.map((address) => ({ address, kind: whereIs(address, takings, rest) }))
  const asked = messages.filter(({ asksForNotice }) => asksForNotice).flatMap(refusedOf)
  const noticed = new Set(notices.flatMap(({ to, about }) => about.map((address) => `${address} to ${to}`)))
  const mayBeNoticed = new Set(
    notices.flatMap(({ about }) => about.flatMap((address) => wishesOf(seed, address))),
  )
  const repeats = [...takings.values()].flatMap((times) => repeatsOf(times, told))
  return {
    acknowledged: acknowledged.length,
    recipients: recipients.length,
    delivered: those(places, 'delivered').length,
    failed: those(places, 'failed').length,
    queued: those(places, 'queued').length,
    noticed: asked.filter((one) => noticed.has(one)).length,
    unnoticed: [
      ...asked.filter((one) => !noticed.has(one)),
      ...[...noticed].filter((one) => !mayBeNoticed.has(one)),
    ],
    lost: those(places, 'lost'),
    mangled: taken.filter(({ whole }) => !whole).map(({ address }) => address),
    twiceByKill: those(repeats, 'kill').length,
    twiceByDrop: those(repeats, 'drop').length,
    twiceForNothing: those(repeats, 'none'),
    toldWrongly: [...told.keys()].filter((address) => !takings.has(address) && !isClientsOwn(address)),
  }
}

type Envelope = {
  readonly sender: string
  readonly recipients: readonly string[]
  readonly asksForNotice: boolean
}

/** Without the bytes: thousands of messages would not fit into memory. */
function envelopeOf(seed: number, id: string): Envelope {
  const { sender, recipients, asksForNotice } = tortureMessage(seed, id)
  return { sender, recipients, asksForNotice }
}

/** Who may be told of this recipient; a message whose 250 was lost on its way may be in the queue, too. */
function wishesOf(seed: number, address: string): readonly string[] {
  const message = tortureMessage(seed, idOfRecipient(address))
  return message.asksForNotice ? refusedOf(message) : []
}

function refusedOf({ sender, recipients }: Envelope): readonly string[] {
  return recipients.filter(isRefusedForGood).map((address) => `${address} to ${sender}`)
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

/** `address`: for one without a reason, with what is known of it. */
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
    if (wasKilled) return { address, kind: 'kill' }
    const settled = Number.isFinite(settledIn) ? `; said to be delivered in life ${settledIn}` : ''
    return {
      address: `${address} (in life ${earlier?.life} and in life ${later.life}${settled})`,
      kind: 'none',
    }
  })
}
