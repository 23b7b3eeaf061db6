import { describe, expect, it } from 'vitest'
import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { createCompanionStore } from '../../../renderer/state/companion-store.ts'
import { createJournalReader, type JournalReader } from '../../../renderer/state/journal-reader.ts'
import { createWindowDouble, type WindowDouble } from '../../support/window-double/window-double.ts'
import { crowdedSnapshot, message } from '../../support/window-scenarios.ts'

type Opened = { readonly reader: JournalReader; readonly double: WindowDouble }

function opened(handlers: Partial<Handlers<WindowContract>> = {}): Opened {
  const double = createWindowDouble(crowdedSnapshot(), handlers)
  return { double, reader: createJournalReader(createCompanionStore(double.bridge)) }
}

const pagesAsked = ({ double }: Opened): number =>
  double.asked.filter(({ name }) => name === 'listEntries').length

const idsOf = (reader: JournalReader): readonly string[] => reader.getState().rows.map(({ id }) => id)

/** Messages of these ids, newest first, in pages from either end as the relay gives them. */
const pagesOf =
  (ids: readonly string[]): Handlers<WindowContract>['listEntries'] =>
  ({ order, before, limit }) => {
    const ordered = order === 'oldest-first' ? ids.toReversed() : ids
    const start = before === undefined ? 0 : Number(before)
    const entries = ordered.slice(start, start + limit)
    const next = start + limit < ids.length ? String(start + limit) : null
    return {
      entries: entries.map((id) => ({ kind: 'message', message: message(id, 'sent') })),
      next,
      searchedTo: null,
    }
  }

describe('reading the journal', () => {
  it('brings the first page and the count, then page by page until all was read', async () => {
    const { reader } = opened()
    await reader.read({})
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: true, count: { count: 201 } })
    expect(reader.getState().rows).toHaveLength(200)
    await reader.readMore()
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: false })
    expect(reader.getState().rows).toHaveLength(201)
  })

  it('asks for nothing more once all was read', async () => {
    const one = opened()
    await one.reader.read({ states: ['failed'] })
    await one.reader.readMore()
    expect(pagesAsked(one)).toBe(1)
  })

  it('goes on by itself while a search finds little, and says how far back it has looked', async () => {
    const far = new Date(Date.now() - 86_400_000).toISOString()
    const seen: (string | null)[] = []
    let page = 0
    const { reader } = opened({
      listEntries: () =>
        ++page < 4
          ? { entries: [], next: String(page), searchedTo: far }
          : { entries: [{ kind: 'message', message: message('1', 'sent') }], next: null, searchedTo: null },
    })
    reader.subscribe(() => seen.push(reader.getState().readTo))
    await reader.read({ search: 'offer' })
    expect(page).toBe(4)
    expect(seen).toContain(far)
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: false, readTo: null })
  })

  it('forgets the answer to an earlier filter, however late it comes', async () => {
    let answer = (): void => undefined
    const late = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { reader } = opened({
      listEntries: async ({ filter }) => {
        if (filter.search === 'slow') await late
        const found = message(filter.search ?? '', 'sent')
        return { entries: [{ kind: 'message', message: found }], next: null, searchedTo: null }
      },
    })
    const slow = reader.read({ search: 'slow' })
    await reader.read({ search: 'quick' })
    answer()
    await slow
    expect(reader.getState().rows.map(({ id }) => id)).toEqual(['quick'])
  })

  it('that has no answer says so, keeps what it has, and goes on when asked again', async () => {
    const { reader, double } = opened()
    await reader.read({})
    double.fail('listEntries')
    await reader.readMore()
    expect(reader.getState()).toMatchObject({ phase: 'failed', hasMore: true })
    expect(reader.getState().rows).toHaveLength(200)
    double.fail('listEntries', false)
    await reader.readMore()
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: false })
    expect(reader.getState().rows).toHaveLength(201)
  })

  it('reads back from the oldest at once, and closes the gap from either side without a line twice', async () => {
    const all = Array.from({ length: 1500 }, (_, index) => String(index))
    const { reader } = opened({ listEntries: pagesOf(all) })
    await reader.read({})
    await reader.readFromOldest()
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: true, fromOldest: 200 })
    expect(idsOf(reader)).toEqual([...all.slice(0, 200), ...all.slice(-200)])
    await reader.readFromOldest()
    expect(idsOf(reader)).toEqual([...all.slice(0, 200), ...all.slice(-700)])
    await reader.readMore()
    await reader.readMore()
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: false, fromOldest: 0, readTo: null })
    expect(idsOf(reader)).toEqual(all)
  })

  it('closes the gap from its older side as well', async () => {
    const all = Array.from({ length: 700 }, (_, index) => String(index))
    const { reader } = opened({ listEntries: pagesOf(all) })
    await reader.read({})
    await reader.readFromOldest()
    await reader.readFromOldest()
    expect(reader.getState()).toMatchObject({ phase: 'resting', hasMore: false, fromOldest: 0 })
    expect(idsOf(reader)).toEqual(all)
  })

  it('finds the oldest also while a page is on its way, and says when there was no answer', async () => {
    const all = Array.from({ length: 1500 }, (_, index) => String(index))
    const { reader, double } = opened({ listEntries: pagesOf(all) })
    const first = reader.read({})
    expect(await reader.findOldest()).toBe('1499')
    await first
    expect(idsOf(reader)).toEqual([...all.slice(0, 200), ...all.slice(-200)])
    await reader.read({ search: 'other' })
    double.fail('listEntries')
    expect(await reader.findOldest()).toBeNull()
    expect(reader.getState()).toMatchObject({ phase: 'failed', hasMore: true })
  })

  it('forgets what it read back from the oldest with the filter it was for', async () => {
    const { reader } = opened({
      listEntries: pagesOf(Array.from({ length: 700 }, (_, index) => String(index))),
    })
    await reader.read({})
    await reader.readFromOldest()
    await reader.read({ search: 'other' })
    expect(reader.getState()).toMatchObject({ fromOldest: 0 })
    expect(reader.getState().rows).toHaveLength(200)
  })
})
