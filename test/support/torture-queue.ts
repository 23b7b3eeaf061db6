import { visitDatabase } from '../../relay/queue/database.ts'
import { type OpenQueue, openQueue } from '../../relay/queue/queue.ts'

/** A message that has not left the queue, as its recipients' books need it. */
export type QueuedRest = { readonly state: string; readonly replies: readonly string[] }

/** Makes everything due that waits: the relay's own first retry would come after a minute. Gives how many waited. */
export function retryAll(data: string): Promise<number> {
  return visit(data, (queue) => queue.act('retry', 'all'))
}

/** How many messages may still go. */
export function stillOpen(data: string): Promise<number> {
  return visit(data, async (queue) => {
    const { waiting, held, uncertain } = queue.counts()
    return waiting + held + uncertain
  })
}

const pageRows = 500

/** Everything that has not been sent, by recipient. */
export function restOf(data: string): Promise<ReadonlyMap<string, QueuedRest>> {
  return visit(data, async (queue) => {
    const rest = new Map<string, QueuedRest>()
    const states = ['waiting', 'sending', 'held', 'uncertain', 'failed'] as const
    for (let before: string | undefined; ; ) {
      const page = queue.list({ states, limit: pageRows, before })
      for (const { id, state, recipients } of page) {
        const replies = queue.detail(id)?.attempts.map(({ reply }) => reply) ?? []
        for (const address of recipients) rest.set(address, { state, replies })
      }
      before = page.at(-1)?.id
      if (before === undefined) return rest
    }
  })
}

/** What SQLite itself says of the file: `ok`, or what is wrong with it. */
export async function checkedByStorage(data: string): Promise<string> {
  const visited = await visitDatabase(data)
  if (!visited.ok) return visited.problem.reason
  const row = visited.value.statement('PRAGMA integrity_check').get()
  visited.value.close()
  return typeof row === 'object' && row !== null ? String(Object.values(row)[0]) : String(row)
}

// As short as it can be: as long as a visitor has the file open, a killed relay's log is not recovered by its successor.
async function visit<Value>(data: string, look: (queue: OpenQueue) => Promise<Value>): Promise<Value> {
  const visited = await visitDatabase(data)
  if (!visited.ok) throw new Error(`the queue can't be looked into: ${visited.problem.reason}`)
  const queue = openQueue({ database: visited.value, nowMs: Date.now })
  try {
    return await look(queue)
  } finally {
    await queue.close()
  }
}
