import { describe, expect, it } from 'vitest'
import { rowLimit } from '../../../renderer/state/apply-delta.ts'
import { createCompanionStore } from '../../../renderer/state/companion-store.ts'
import { createWindowDouble } from '../../support/window-double/window-double.ts'
import { everydaySnapshot, message, minutesAgo } from '../../support/window-scenarios.ts'

const put = (value: ReturnType<typeof message>): unknown => ({ part: 'message', value })

describe('the store', () => {
  it('subscribes before it asks, and applies what came in between in order', async () => {
    const start = everydaySnapshot()
    const double = createWindowDouble(start, {
      snapshot() {
        double.emit(put(message('3000', 'waiting', { changedAt: minutesAgo(2) })))
        double.emit(put(message('3000', 'sent', { changedAt: minutesAgo(1) })))
        return start
      },
    })
    const store = createCompanionStore(double.bridge)
    await store.start()
    expect(store.getState().snapshot?.messages[0]).toMatchObject({ id: '3000', state: 'sent' })
  })

  it('does not let a change from before the snapshot undo what the snapshot knows', async () => {
    const start = { ...everydaySnapshot(), messages: [message('3000', 'sent', { changedAt: minutesAgo(1) })] }
    const double = createWindowDouble(start, {
      snapshot() {
        double.emit(put(message('3000', 'waiting', { changedAt: minutesAgo(5) })))
        return start
      },
    })
    const store = createCompanionStore(double.bridge)
    await store.start()
    expect(store.getState().snapshot?.messages).toMatchObject([{ id: '3000', state: 'sent' }])
  })

  it('puts new rows first, replaces known ones, and takes out what is gone', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    double.emit(put(message('3000', 'waiting')), put(message('2041', 'failed', { changedAt: minutesAgo(0) })))
    double.emit({ part: 'message-gone', value: { id: '2040' } })
    expect(store.getState().snapshot?.messages.map(({ id, state }) => [id, state])).toEqual([
      ['3000', 'waiting'],
      ['2041', 'failed'],
      ['2039', 'sent'],
    ])
  })

  it('keeps its lists bounded', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    double.emit(...Array.from({ length: rowLimit + 50 }, (_, index) => put(message(`n${index}`, 'sent'))))
    expect(store.getState().snapshot?.messages).toHaveLength(rowLimit)
    expect(store.getState().snapshot?.messages[0]?.id).toBe(`n${rowLimit + 49}`)
  })

  it('leaves parts that did not change as they were, so that their readers do not redraw', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    const before = store.getState().snapshot
    double.emit({ part: 'counts', value: { ...everydaySnapshot().counts, sentToday: 13 } })
    const after = store.getState().snapshot
    expect(after?.counts.sentToday).toBe(13)
    expect(after?.messages).toBe(before?.messages)
    expect(after?.users).toBe(before?.users)
  })

  it('starts over from a new snapshot when a change cannot be read', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    double.emit({ part: 'message', value: 'nonsense' })
    await expect.poll(() => double.asked.filter(({ name }) => name === 'snapshot').length).toBe(2)
  })

  it('says that it is unreachable when there is no snapshot, and recovers', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    double.fail('snapshot')
    await store.start()
    expect(store.getState()).toMatchObject({ snapshot: null, unreachable: true })
    double.fail('snapshot', false)
    await store.start()
    expect(store.getState().unreachable).toBe(false)
    expect(store.getState().snapshot?.users).toHaveLength(2)
  })

  it('tells of a call that got no answer instead of throwing, until another one succeeds', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    double.fail('removeUser')
    expect(await store.ask('removeUser', { id: 'office' })).toEqual({
      ok: false,
      problem: { reason: 'no-answer' },
    })
    expect(store.getState().failedCall).toBe('removeUser')
    await store.ask('copyText', { text: 'x' })
    expect(store.getState().failedCall).toBeNull()
  })

  it('leaves it to who asks to tell of no answer, where that has a place of its own', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    double.fail('showMessage')
    const asked = await store.ask('showMessage', { id: '1' }, { isToldThere: true })
    expect(asked.ok).toBe(false)
    expect(store.getState().failedCall).toBeNull()
  })

  it('does not believe an answer that does not fit the contract', async () => {
    const store = createCompanionStore({
      call: () => Promise.resolve({ changed: 'many' }),
      onChanged: () => () => undefined,
    })
    const asked = await store.ask('queueAction', { action: 'retry', ids: ['1'] })
    expect(asked.ok).toBe(false)
  })

  it('keeps no password: none of its state has what was typed', async () => {
    const double = createWindowDouble(everydaySnapshot())
    const store = createCompanionStore(double.bridge)
    await store.start()
    await store.ask('setPassword', { id: 'office', password: 'correct horse', keep: 'keychain' })
    expect(JSON.stringify(store.getState())).not.toContain('correct horse')
  })
})
