import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, loadDriver, openDatabase } from '../../relay/queue/database.ts'
import { type OpenQueue, openQueue } from '../../relay/queue/queue.ts'
import type { MessageEnvelope, QueueChange } from '../../relay/queue/queue-contract.ts'
import type { SqlDriver } from '../../relay/queue/sql.ts'

/** Both SQLites the relay may run on: what is promised of the queue is promised on each. */
export const driverNames: readonly SqlDriver['name'][] = ['node:sqlite', '@photostructure/sqlite']

export type Workbench = {
  readonly directory: string
  readonly database: Database
  readonly queue: OpenQueue
  readonly changes: QueueChange[]
  /** the clock the queue reads; set it to move time */
  clock: { nowMs: number }
  remove(): Promise<void>
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'smtp-plus-queue-'))
}

/** A real queue on a real disk, in a folder of its own. */
export async function openWorkbench(
  options: { driver?: SqlDriver['name']; directory?: string; reserveBytes?: number } = {},
): Promise<Workbench> {
  const directory = options.directory ?? temporaryDirectory()
  const opened = await openDatabase(directory, await loadDriver(options.driver))
  if (!opened.ok) throw new Error(`the database did not open: ${opened.problem.reason}`)
  const clock = { nowMs: Date.now() }
  const changes: QueueChange[] = []
  const queue = openQueue({
    database: opened.value,
    nowMs: () => clock.nowMs,
    onChange: (change) => changes.push(change),
    ...(options.reserveBytes === undefined ? {} : { reserveBytes: options.reserveBytes }),
  })
  return {
    directory,
    database: opened.value,
    queue,
    changes,
    clock,
    async remove() {
      await queue.close()
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true })
    },
  }
}

export function envelope(changes: Partial<MessageEnvelope> = {}): MessageEnvelope {
  return {
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@firm.example',
    recipients: ['customer@else.example'],
    priority: 3,
    smtpUtf8: false,
    eightBitMime: false,
    subject: 'Invoice 7',
    identities: ['header-from:info@firm.example'],
    headerBytes: 22,
    ...changes,
  }
}

export const smallMessage = Buffer.from('Subject: Invoice 7\r\n\r\nPlease pay.\r\n')

/** Puts one message into the queue and gives its id. */
export async function accept(
  queue: OpenQueue,
  changes: Partial<MessageEnvelope> = {},
  bytes: Uint8Array = smallMessage,
): Promise<string> {
  const incoming = queue.receive()
  await incoming.append(bytes)
  const committed = await incoming.commit(envelope(changes))
  if (!committed.ok) throw new Error(`not committed: ${committed.problem.reason}`)
  return committed.value.id
}

export function bytesOfBody(body: Iterable<Uint8Array> | null): Buffer | null {
  return body === null ? null : Buffer.concat([...body])
}
