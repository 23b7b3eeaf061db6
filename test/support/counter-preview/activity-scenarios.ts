import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { everydaySnapshot, message, minutesAgo } from '../window-scenarios.ts'

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

/** A mailing on its way at the speed that was bought. */
function paced(): Snapshot {
  const everyday = everydaySnapshot()
  return {
    ...everyday,
    counts: { ...everyday.counts, waiting: 1240 },
    paces: [{ user: 'office', ratePerHour: 1200, boughtPerHour: 1200, waiting: 1240, doneAt: inMinutes(62) }],
    messages: [
      ...Array.from({ length: 300 }, (_, index) =>
        message(`m${index}`, 'waiting', {
          subject: 'Our spring offer',
          queuedAt: minutesAgo(1 + index / 100),
        }),
      ),
      ...everyday.messages,
    ],
  }
}

/** One message of each state a person may have to decide about, and a refused head. */
function undecided(): Snapshot {
  const everyday = everydaySnapshot()
  const unreachable = 'connect ECONNREFUSED 127.0.0.1:2525'
  return {
    ...everyday,
    messages: [
      message('u1', 'uncertain', { subject: 'Ask me', reply: 'read ECONNRESET' }),
      message('u2', 'uncertain', { subject: 'By itself', nextAttemptAt: inMinutes(14) }),
      message('w1', 'waiting', {
        subject: 'Tried',
        attempts: 2,
        nextAttemptAt: inMinutes(5),
        reply: unreachable,
      }),
      message('f1', 'failed', { reply: '550 5.1.1 <nobody@customer.example>: Recipient address rejected' }),
      message('h1', 'held', { holdReason: 'by-hand' }),
      message('d1', 'deleted'),
    ],
    refusals: [
      {
        id: 'r1',
        at: minutesAgo(2),
        login: 'accounting',
        user: 'office',
        reason: 'headers-malformed',
        identity: null,
        address: null,
        reply: '554 5.6.0 The message has more than one From header. Keep one.',
      },
    ],
  }
}

/** A mailing in one message, with names longer than any column. */
function manyRecipients(): Snapshot {
  const everyday = everydaySnapshot()
  const long = 'a.very.long.recipient.name.indeed@department.of.a.large.customer.example'
  const others = Array.from({ length: 120 }, (_, index) => `customer.${index}@large.example`)
  return {
    ...everyday,
    messages: [
      message('m1', 'waiting', { recipients: [long, ...others], queuedAt: minutesAgo(1) }),
      ...everyday.messages,
    ],
  }
}

export const activityScenarios: Record<string, () => Snapshot> = { paced, undecided, manyRecipients }
