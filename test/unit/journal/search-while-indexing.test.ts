import { afterEach, beforeEach, expect, it } from 'vitest'
import { countEntries, journalPage } from '../../../relay/journal/journal-pages.ts'
import { indexNextChapter } from '../../../relay/journal/search-index.ts'
import { createWriter } from '../../../relay/queue/writer.ts'
import { openWorkbench, type Workbench } from '../../support/queue-workbench.ts'
import { seedQueue } from '../../support/seeded-queue.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
  seedQueue(bench.database, 20_000)
  bench.database
    .statement(`UPDATE message SET subject = 'The very first' WHERE id = (SELECT min(id) FROM message)`)
    .run()
})
afterEach(() => bench.remove())

const filter = { search: 'very first' }
/** How many are found, and how many counted, with time enough. */
function found(): readonly [number, number] {
  const { entries } = journalPage(bench.database, { filter, limit: 9 }, new Map(), 60_000)
  return [entries.length, countEntries(bench.database, filter, 60_000).count]
}

it('a search finds everything while lines are being indexed, too', async () => {
  const seen: (readonly [number, number])[] = [found()]
  const writer = createWriter(bench.database, { rideMs: 0 })
  let slices = 0
  const isIndexed = await indexNextChapter(bench.database, writer, Number.MAX_SAFE_INTEGER, async () => {
    slices += 1
    if (slices % 10 === 1) seen.push(found())
  })
  seen.push(found())
  expect(isIndexed).toBe(true)
  expect(seen.length).toBeGreaterThan(3)
  for (const one of seen) expect(one).toEqual([1, 1])
})
