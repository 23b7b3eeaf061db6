import type { Database } from '../../relay/queue/database.ts'
import { numberOfTime } from '../../relay/queue/message-id.ts'

const hourMs = 60 * 60_000
const body = Buffer.from('Subject: Invoice\r\n\r\nPlease pay.\r\n')

/** Puts messages of the user "office" into a queue that no relay has open: tried once, due in an hour. */
export function seedQueue(database: Database, count: number): void {
  const now = Date.now()
  const first = numberOfTime(now - hourMs)
  const identities = '["mail-from:info@firm.example","header-from:info@firm.example"]'
  const message = database.statement(
    `INSERT INTO message (id, state, user, login, mail_from, recipients, subject, identities, priority, smtp_utf8,
      eight_bit_mime, bytes, header_bytes, queued_at, changed_at, next_attempt_at, attempts, reply)
    VALUES (?, 'waiting', 'office', 'scanner', 'info@firm.example', '["ann@customer.example"]', 'Invoice', ?, 3, 0,
      0, ?, 18, ?, ?, ?, 1, '451 4.3.0 later')`,
  )
  const chunk = database.statement('INSERT INTO body_chunk (message, number, bytes) VALUES (?, 0, ?)')
  database.connection.exec('BEGIN')
  for (let index = 0; index < count; index++) {
    const number = first + index
    message.run(number, identities, body.length, now - hourMs, now - hourMs, now + hourMs)
    chunk.run(number, body)
  }
  database.connection.exec('COMMIT')
}
