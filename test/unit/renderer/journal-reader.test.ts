import { describe, expect, it } from 'vitest'
import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { createCompanionStore } from '../../../renderer/state/companion-store.ts'
import { createJournalReader, type JournalReader } from '../../../renderer/state/journal-reader.ts'
import { createWindowDouble, type WindowDouble } from '../../support/window-double.ts'
import { crowdedSnapshot, message } from '../../support/window-scenarios.ts'

type Opened = { readonly reader: JournalReader; readonly double: WindowDouble }

function opened(handlers: Partial<Handlers<WindowContract>> = {}): Opened {
  const double = createWindowDouble(crowdedSnapshot(), handlers)
  return { double, reader: createJournalReader(createCompanionStore(double.bridge)) }
}

const pagesAsked = ({ double }: Opened): number =>
  double.asked.filter(({ name }) => name === 'listEntries').length

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
})
