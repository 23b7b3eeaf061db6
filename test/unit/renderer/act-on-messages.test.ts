import { describe, expect, it } from 'vitest'
import { actOnAll, actOnMessages, countAll } from '../../../renderer/state/act-on-messages.ts'
import { createCompanionStore } from '../../../renderer/state/companion-store.ts'
import { actionsFor, countsOf } from '../../../renderer/state/message-actions.ts'
import { createWindowDouble } from '../../support/window-double/window-double.ts'
import { crowdedSnapshot, message } from '../../support/window-scenarios.ts'

const mixed = [
  message('1', 'waiting'),
  message('2', 'held', { holdReason: 'by-hand' }),
  message('3', 'held', { holdReason: 'sender-not-authorized' }),
  message('4', 'uncertain'),
  message('5', 'sent'),
  message('6', 'sending'),
]

function opened(): {
  double: ReturnType<typeof createWindowDouble>
  store: ReturnType<typeof createCompanionStore>
} {
  const double = createWindowDouble(crowdedSnapshot())
  return { double, store: createCompanionStore(double.bridge) }
}

describe('what can be done to messages', () => {
  it('is what makes sense for their states', () => {
    expect(countsOf(mixed)).toEqual({ retry: 2, release: 1, arrived: 1, hold: 1, delete: 4 })
  })

  it('does not let go what the rules hold', () => {
    expect(actionsFor(message('1', 'held', { holdReason: 'user-inactive' }))).toEqual(['delete'])
  })
})

describe('an action on several messages', () => {
  it('is asked for those it makes sense for alone, and its count comes back', async () => {
    const { double, store } = opened()
    await expect(actOnMessages(store, 'retry', mixed)).resolves.toBe(2)
    expect(double.asked).toEqual([{ name: 'queueAction', input: { action: 'retry', ids: ['1', '4'] } }])
  })

  it('on more messages than one call takes is asked in several', async () => {
    const { double, store } = opened()
    const many = Array.from({ length: 25_000 }, (_, index) => message(String(index), 'waiting'))
    await expect(actOnMessages(store, 'delete', many)).resolves.toBe(25_000)
    expect(double.asked).toHaveLength(3)
  })

  it('tells when the relay did not answer', async () => {
    const { double, store } = opened()
    double.fail('queueAction')
    double.fail('queueActionOnAll')
    double.fail('countForAction')
    await expect(actOnMessages(store, 'delete', mixed)).resolves.toBeNull()
    await expect(actOnAll(store, 'delete', {})).resolves.toBeNull()
    await expect(countAll(store, {})).resolves.toBeNull()
  })

  it('on all that match is counted first and done by the relay', async () => {
    const { double, store } = opened()
    const filter = { states: ['waiting' as const], user: 'office' }
    const counts = await countAll(store, filter)
    expect(counts?.delete).toBeGreaterThan(20)
    await expect(actOnAll(store, 'delete', filter)).resolves.toBe(counts?.delete)
    expect(double.asked.at(-1)).toEqual({ name: 'queueActionOnAll', input: { action: 'delete', filter } })
  })
})
