import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { done, failed } from '../domain/result.ts'
import type { MessageEnvelope, Queue, StorageProblem } from '../queue/queue-contract.ts'
import { describeStoredMessage, envelopeLines, type PracticeMessage } from './stored-message.ts'

/** A mailbox of .eml files: each holds its envelope in its first lines, so that the list is made from the files alone. */
export type PracticeMailbox = Pick<Queue, 'receive' | 'hasRoomFor'> & {
  /** newest first */
  messages(): readonly PracticeMessage[]
  /** the message as it came; null when there is none of this id */
  read(id: string): Promise<{ message: PracticeMessage; text: string } | null>
}

/** Messages listed at start: the newest; older files stay where they are. */
const mostListed = 1_000

/** Opens the mailbox in this folder, made when missing. Files that can't be read as messages are left out, and kept. */
export async function openPracticeMailbox(
  directory: string,
  onMessage: (message: PracticeMessage) => void,
): Promise<PracticeMailbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await removeDrafts(directory)
  const listed = new Map<string, PracticeMessage>()
  for (const file of await newestFiles(directory)) {
    const message = describeStoredMessage(
      path.basename(file, '.eml'),
      await readFile(path.join(directory, file)),
    )
    if (message !== null) listed.set(message.id, message)
  }

  const keep = async (id: string, draft: string, envelope: MessageEnvelope): Promise<PracticeMessage> => {
    const whole = `${draft}.whole`
    await writeFile(whole, envelopeLines(envelope), { mode: 0o600 })
    await pipeline(createReadStream(draft), createWriteStream(whole, { flags: 'a', flush: true }))
    const file = path.join(directory, `${id}.eml`)
    await rename(whole, file)
    await syncFolder(directory)
    const message = describeStoredMessage(id, await readFile(file))
    if (message === null) throw new Error(`${file} can't be read back`)
    return message
  }

  return {
    hasRoomFor: () => true,
    messages: () => [...listed.values()].toReversed(),
    receive() {
      // Sorts by time as text until the year 2286.
      const id = `${Date.now()}-${randomBytes(4).toString('hex')}`
      const draft = path.join(directory, `${id}.tmp`)
      const opening = open(draft, 'wx', 0o600)
      let fault: unknown = null
      opening.catch((error: unknown) => {
        fault = error
      })
      const closeDraft = async (): Promise<void> => {
        if (fault === null) await (await opening).close()
      }
      const removeDraft = async (): Promise<void> => {
        await closeDraft()
        await rm(draft, { force: true })
      }
      return {
        id,
        async append(bytes) {
          try {
            await (await opening).writeFile(bytes)
          } catch (error) {
            fault ??= error
          }
        },
        async commit(envelope) {
          try {
            await closeDraft()
            if (fault !== null) throw fault
            const message = await keep(id, draft, envelope)
            listed.set(id, message)
            onMessage(message)
            return done({ id, bytes: message.bytes })
          } catch (error) {
            return failed(storageProblem(error))
          } finally {
            await rm(draft, { force: true })
          }
        },
        abandon() {
          void removeDraft()
        },
      }
    },
    async read(id) {
      const message = listed.get(id)
      if (message === undefined) return null
      const stored = await readFile(path.join(directory, `${id}.eml`))
      return { message, text: stored.subarray(stored.length - message.bytes).toString('utf8') }
    },
  }
}

/** What a killed process was receiving was never acknowledged. */
async function removeDrafts(directory: string): Promise<void> {
  for (const file of await readdir(directory)) {
    if (/\.tmp(?:\.whole)?$/.test(file)) await rm(path.join(directory, file), { force: true })
  }
}

async function newestFiles(directory: string): Promise<readonly string[]> {
  const files = await readdir(directory)
  return files
    .filter((file) => file.endsWith('.eml'))
    .toSorted()
    .slice(-mostListed)
}

/** The file's name must be on disk too before anyone is told that the message is safe. */
async function syncFolder(directory: string): Promise<void> {
  // Windows can't sync a folder, and journals its names itself.
  if (process.platform === 'win32') return
  const folder = await open(directory, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function storageProblem(error: unknown): StorageProblem {
  const full =
    error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  if (full) return { reason: 'storage-full' }
  return { reason: 'storage-failed', message: error instanceof Error ? error.message : String(error) }
}
