import { loadDriver, openDatabase } from '../../relay/queue/database.ts'
import { openQueue } from '../../relay/queue/queue.ts'
import { accept } from './queue-workbench.ts'

/**
 * A process that owns a queue until it is killed: `node queue-child.ts DIRECTORY DRIVER`. It accepts messages without
 * end, prints each id once it was told that the message is safe, claims some of them as if they were being sent,
 * and always has a long message half-way in.
 */
const [directory = '', driver] = process.argv.slice(2)
const opened = await openDatabase(
  directory,
  await loadDriver(driver === '@photostructure/sqlite' ? driver : 'node:sqlite'),
)
if (!opened.ok) throw new Error(opened.problem.reason)
const queue = openQueue({ database: opened.value, nowMs: Date.now })
const half = queue.receive()
await half.append(Buffer.alloc(700_000, 'half'))
process.stdout.write(`pid ${process.pid}\n`)
for (let round = 0; ; round++) {
  const size = round % 10 === 9 ? 400_000 : 500
  const subject = `round ${round}`
  const ids = await Promise.all(
    Array.from({ length: 5 }, () => accept(queue, { subject }, Buffer.alloc(size, `${subject};`))),
  )
  process.stdout.write(ids.map((id) => `safe ${id}\n`).join(''))
  queue.claimDue(Date.now(), 2, ['office'])
}
