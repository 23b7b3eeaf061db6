import { alertLogin } from '../domain/own-logins.ts'
import type { Database } from './database.ts'
import { messageIdText } from './message-id.ts'
import type { Queue } from './queue-contract.ts'
import { integerOf, rowOf } from './sql.ts'

/** The messages about alerts that are still in the queue: few, and known by id, so that counting them costs nothing. */
export type AlertMails = {
  add(id: string): void
  /** how many of them wait for delivery */
  waiting(): number
}

export function openAlertMails(database: Database, queue: Pick<Queue, 'summary'>): AlertMails {
  const rows = database
    .statement(`SELECT id FROM message WHERE state <> 'sent' AND login = ?`)
    .all(alertLogin)
    .map((row) => messageIdText(integerOf(rowOf(row), 'id')))
  const ids = new Set(rows)
  return {
    add: (id) => void ids.add(id),
    waiting() {
      let count = 0
      for (const id of ids) {
        const state = queue.summary(id)?.state
        if (state === 'waiting' || state === 'sending' || state === 'uncertain') count += 1
        else if (state !== 'held') ids.delete(id)
      }
      return count
    },
  }
}
