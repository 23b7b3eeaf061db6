import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './database.ts'
import { unwrittenMs } from './handing-over.ts'
import type { Writer } from './writer.ts'

const keptMs = 60_000
const atOnce = 1000

/**
 * For a command that works beside a running relay: afterwards the rows of these messages say which of them are being
 * sent, and the others will not be for a minute. The relay writes down what it has begun to send within milliseconds,
 * and begins nothing that isn't due.
 */
export async function keepFromCourier(
  database: Database,
  writer: Writer,
  messages: readonly number[],
  nowMs: number,
): Promise<void> {
  const postpone = database.statement(
    'UPDATE message SET next_attempt_at = ? WHERE id = ? AND next_attempt_at <= ?',
  )
  for (let start = 0; start < messages.length; start += atOnce) {
    const part = messages.slice(start, start + atOnce)
    const until = nowMs + keptMs
    await writer.write(() => part.map((message) => postpone.run(until, message, until)), 'unsynced')
  }
  await pause(3 * unwrittenMs)
}
