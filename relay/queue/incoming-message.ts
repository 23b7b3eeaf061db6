import { done, failed } from '../domain/result.ts'
import { removeParts } from './acting.ts'
import type { Database } from './database.ts'
import { messageIdText } from './message-id.ts'
import { wishForDelayNotice } from './owed-notices.ts'
import type { IncomingMessage, MessageEnvelope, StorageProblem } from './queue-contract.ts'
import { touch } from './search-reach.ts'
import { storageProblem } from './storage-problem.ts'
import type { Writer } from './writer.ts'

/** Messages up to this size stay in memory until their commit; longer ones go to disk while they come in. */
const smallBytes = 128 * 1024
export const chunkBytes = 256 * 1024

export type IncomingParts = {
  readonly database: Database
  readonly writer: Writer
  readonly hasRoomFor: (bytes: number) => boolean
  readonly nowMs: () => number
  /** nothing more of it comes in */
  readonly onIn: () => void
  /** so many bytes of it were written, or are about to be */
  readonly onBytes: (bytes: number) => void
  /** its row is about to be seen, before it is synced and anybody was told that it is safe */
  readonly onArriving: (number: number) => void
  /** it failed, and its row is not there */
  readonly onGone: (number: number) => void
  /** `bytes`: all of a message that was short enough to stay in memory */
  readonly onCommitted: (number: number, envelope: MessageEnvelope, bytes: Uint8Array | null) => void
}

/**
 * Takes one message in. Chunks of a long one are in the database before the message is, under a number that no
 * `message` row has yet: nobody sees them, and recovery deletes them when the relay dies half-way.
 */
export function receiveMessage(parts: IncomingParts, number: number): IncomingMessage {
  const { database, writer } = parts
  const id = messageIdText(number)
  let held: Uint8Array[] = []
  let heldBytes = 0
  let block: Buffer | null = null
  let totalBytes = 0
  let chunks = 0
  let problem: StorageProblem | null = null
  let ended = false
  const generation = database.generation()

  const mustBeWhole = (): void => {
    // Chunks written before the disk failed may be gone, though it answers again.
    if (chunks > 0 && generation !== database.generation())
      throw new Error('the disk failed while it came in')
  }

  const end = (): void => {
    if (!ended) parts.onIn()
    ended = true
  }

  const takeHeld = (): Uint8Array => {
    const [only] = held
    const bytes = block?.subarray(0, heldBytes) ?? (held.length === 1 && only ? only : Buffer.concat(held))
    held = []
    heldBytes = 0
    return bytes
  }

  const spill = async (): Promise<void> => {
    const bytes = takeHeld()
    const first = chunks
    chunks += 1
    parts.onBytes(bytes.length)
    if (!parts.hasRoomFor(bytes.length)) problem = { reason: 'storage-full' }
    if (problem) return
    try {
      await writer.write(
        () => {
          if (first === 0) database.statement('INSERT INTO receiving (message) VALUES (?)').run(number)
          writeChunks(database, number, first, bytes)
        },
        'unsynced',
        { bytes: bytes.length, claims: 'as-they-are' },
      )
    } catch (fault) {
      problem = storageProblem(fault)
    }
  }

  /** One block for the whole of a long message, written whenever it is full: nothing is left behind for each piece. */
  const appendLong = async (bytes: Uint8Array): Promise<void> => {
    const before = takeHeld()
    block ??= Buffer.allocUnsafeSlow(chunkBytes)
    if (before.buffer !== block.buffer) block.set(before)
    heldBytes = before.length
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + chunkBytes - heldBytes)
      block.set(part, heldBytes)
      heldBytes += part.length
      at += part.length
      if (heldBytes === chunkBytes) await spill()
      if (problem) return
    }
  }

  const forget = (): void => {
    held = []
    heldBytes = 0
    if (chunks === 0) return
    const removal = writer.write(() => {
      database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
      database.statement('DELETE FROM receiving WHERE message = ?').run(number)
    }, 'unsynced')
    // Left to the next start's recovery when even this can't be written: the rows belong to no message.
    removal.catch(() => undefined)
  }

  const remove = (): void => {
    database.statement('DELETE FROM message WHERE id = ?').run(number)
    removeParts(database, number)
  }

  return {
    id,
    append(bytes) {
      totalBytes += bytes.length
      if (problem || ended) return undefined
      if (block !== null || heldBytes + bytes.length > smallBytes) return appendLong(bytes)
      // The caller may use its buffer again once this returns.
      held.push(Buffer.from(bytes))
      heldBytes += bytes.length
      return undefined
    },
    async commit(envelope, alongside) {
      end()
      if (!problem && !database.isInPlace()) {
        problem = { reason: 'storage-failed', message: `${database.directory} was removed or replaced` }
      }
      if (!problem && !parts.hasRoomFor(heldBytes)) problem = { reason: 'storage-full' }
      if (problem) {
        forget()
        return failed(problem)
      }
      const rest = takeHeld()
      parts.onArriving(number)
      parts.onBytes(rest.length)
      try {
        await writer.write(
          () => {
            mustBeWhole()
            writeChunks(database, number, chunks, rest)
            if (chunks > 0) database.statement('DELETE FROM receiving WHERE message = ?').run(number)
            insertMessage(database, number, totalBytes, envelope, parts.nowMs())
            touch(database, number)
            alongside?.()
          },
          // What goes along can't be taken back; nobody waits to hear that it is safe, and a power cut takes both.
          alongside ? 'unsynced' : 'synced',
          {
            bytes: rest.length,
            claims: 'as-they-are',
            ...(alongside ? {} : { undo: { run: remove, done: () => parts.onGone(number) } }),
          },
        )
      } catch (fault) {
        if (alongside) parts.onGone(number)
        forget()
        return failed(storageProblem(fault))
      }
      parts.onCommitted(number, envelope, block === null ? rest : null)
      return done({ id, bytes: totalBytes })
    },
    abandon() {
      if (ended) return
      end()
      forget()
    },
  }
}

function writeChunks(database: Database, message: number, first: number, bytes: Uint8Array): void {
  const insert = database.statement('INSERT INTO body_chunk (message, number, bytes) VALUES (?, ?, ?)')
  for (let start = 0, number = first; start < bytes.length; start += chunkBytes, number++) {
    insert.run(message, number, bytes.subarray(start, start + chunkBytes))
  }
}

function insertMessage(
  database: Database,
  number: number,
  bytes: number,
  envelope: MessageEnvelope,
  nowMs: number,
): void {
  database
    .statement(
      `INSERT INTO message (id, state, user, login, mail_from, recipients, subject, identities, priority, smtp_utf8,
        eight_bit_mime, bytes, header_bytes, queued_at, changed_at, next_attempt_at, dsn, attempts, reply)
      VALUES (?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')`,
    )
    .run(
      number,
      envelope.user,
      envelope.login,
      envelope.mailFrom,
      JSON.stringify(envelope.recipients),
      envelope.subject,
      JSON.stringify(envelope.identities),
      envelope.priority,
      envelope.smtpUtf8 ? 1 : 0,
      envelope.eightBitMime ? 1 : 0,
      bytes,
      envelope.headerBytes,
      nowMs,
      nowMs,
      nowMs,
      envelope.dsn ? JSON.stringify(envelope.dsn) : null,
    )
  if (envelope.dsn) wishForDelayNotice(database, number, envelope.dsn)
  if (envelope.rewrittenFrom === undefined) return
  // Before the first attempt, which has the number 1.
  database
    .statement('INSERT INTO attempt (message, number, at, outcome, stage, reply) VALUES (?, 0, ?, ?, ?, ?)')
    .run(number, nowMs, 'from-rewritten', 'received', envelope.rewrittenFrom)
}
