import type { EventName, EventValue } from './ipc/contract.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import type { Queue, QueueChange } from './queue/queue-contract.ts'

/** Tells whoever shows the relay what changed: the events of the relay contract. */
export type EmitDelta = <N extends EventName<RelayContract>>(
  name: N,
  value: EventValue<RelayContract, N>,
) => void

export type DeltaFeed = {
  /** The queue says that something changed; rows follow soon, each at most once a batch. */
  changed(change: QueueChange): void
  /** Counts changed for a reason outside the queue (a refusal). */
  countsChanged(): void
  close(): void
}

const batchMs = 40
const rowsAfterChangeElsewhere = 200

/**
 * Turns the queue's changes into rows for a screen, a batch at a time: a message that is queued, sent and settled
 * within one batch is one row, and a burst of thousands doesn't cost a look-up for each step.
 */
export function createDeltaFeed(options: {
  readonly queue: () => Pick<Queue, 'summary' | 'list'>
  readonly counts: () => EventValue<RelayContract, 'counts'>
  readonly emit: EmitDelta
}): DeltaFeed {
  let changedIds = new Set<string>()
  let goneIds = new Set<string>()
  let elsewhere = false
  let timer: NodeJS.Timeout | null = null

  const flush = (): void => {
    timer = null
    const queue = options.queue()
    const changed = changedIds
    const gone = goneIds
    changedIds = new Set()
    goneIds = new Set()
    if (elsewhere) {
      elsewhere = false
      for (const row of queue.list({ limit: rowsAfterChangeElsewhere })) options.emit('message', row)
    }
    // Only the newest can be on the screen; the counts tell of all.
    for (const id of [...changed].slice(-rowsAfterChangeElsewhere)) {
      const row = queue.summary(id)
      if (row) options.emit('message', row)
      else gone.add(id)
    }
    for (const id of gone) options.emit('messageGone', { id })
    options.emit('counts', options.counts())
  }
  const soon = (): void => {
    timer ??= setTimeout(flush, batchMs)
  }

  return {
    changed(change) {
      if (change.kind === 'elsewhere') elsewhere = true
      else if (change.kind === 'gone') goneIds.add(change.id)
      else changedIds.add(change.id)
      soon()
    },
    countsChanged: soon,
    close() {
      if (timer) clearTimeout(timer)
    },
  }
}
