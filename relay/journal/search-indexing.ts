import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Database } from '../queue/database.ts'
import { numberOfTime } from '../queue/message-id.ts'
import type { Writer } from '../queue/writer.ts'
import { chapterEntries, indexNextChapter, indexTouched } from './search-index.ts'

export type SearchIndexing = { close(): void }

const lookEveryMs = 2000
const touchedEveryMs = 60_000
/** between two slices of a few milliseconds: mail goes first */
const restMs = 20
/** what is younger may still be on its way through the queue */
const youngMs = 5000
/** of the event loop's time, 0 to 1 */
const busyLoad = 0.4
const manyEntries = 4 * chapterEntries

/** Keeps the journal's search index going behind the mail: nothing of it is done while a message is being taken in. */
export function startSearchIndexing(database: Database, writer: Writer, nowMs: () => number): SearchIndexing {
  let closed = false
  let busy = false
  let utilization = performance.eventLoopUtilization()
  let touchedAtMs = performance.now()
  const rest = async (): Promise<void> => {
    await setTimeout(restMs, undefined, { ref: false })
    if (closed) throw new Error('the journal was closed')
  }
  const look = async (): Promise<void> => {
    const load = performance.eventLoopUtilization(utilization).utilization
    utilization = performance.eventLoopUtilization()
    // While much mail comes, it has the computer to itself, until searches would have too much to look through.
    const atLeast = load > busyLoad ? manyEntries : chapterEntries
    while (await indexNextChapter(database, writer, numberOfTime(nowMs() - youngMs), rest, atLeast))
      await rest()
    if (performance.now() - touchedAtMs < touchedEveryMs) return
    await indexTouched(database, writer, rest)
    touchedAtMs = performance.now()
  }
  const looking = setInterval(() => {
    if (busy) return
    busy = true
    look()
      // A full disk, or closed meanwhile: a search looks through what isn't indexed itself.
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }, lookEveryMs)
  looking.unref()
  return {
    close() {
      closed = true
      clearInterval(looking)
    },
  }
}
