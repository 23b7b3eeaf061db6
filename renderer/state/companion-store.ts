import type { Delta, Snapshot, WindowBridge } from '../../electron/ipc/window-contract.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import { applyDelta } from './apply-delta.ts'
import {
  callCompanion,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  readDeltas,
} from './bridge.ts'

export type CompanionState = {
  /** null until the first snapshot is here */
  readonly snapshot: Snapshot | null
  /** the snapshot could not be had: nothing can be shown */
  readonly unreachable: boolean
  /** the last call that failed without an answer, until it is dismissed or another call succeeds */
  readonly failedCall: RequestName | null
}

export type Asked<N extends RequestName> = Result<RequestOutput<N>, { readonly reason: 'no-answer' }>

export type CompanionStore = {
  getState(): CompanionState
  subscribe(listener: () => void): () => void
  /** Subscribes to changes, then asks for the snapshot. Again after a failure. */
  start(): Promise<void>
  /**
   * Never rejects: a failed call is told by the result, and by `failedCall` for the one sentence on the screen.
   * `isToldThere`: who asks says it in its own place, so the sentence would be one too many.
   */
  ask<N extends RequestName>(
    name: N,
    input: RequestInput<N>,
    how?: { readonly isToldThere: boolean },
  ): Promise<Asked<N>>
  dismissFailedCall(): void
}

/**
 * The page's one copy of what is true. Subscribes before it asks, so that no change falls between the two;
 * changes that come before the snapshot wait for it and are applied in order.
 */
export function createCompanionStore(bridge: WindowBridge): CompanionStore {
  let state: CompanionState = { snapshot: null, unreachable: false, failedCall: null }
  let early: Delta[] = []
  let subscribed = false
  let asking: Promise<void> | null = null
  const listeners = new Set<() => void>()

  const change = (part: Partial<CompanionState>): void => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const takeChanges = (value: unknown): void => {
    const deltas = readDeltas(value)
    if (!deltas) {
      // What can't be read can't be applied: start over from the whole truth.
      void askForSnapshot()
      return
    }
    if (!state.snapshot || asking) early.push(...deltas)
    else change({ snapshot: deltas.reduce(applyDelta, state.snapshot) })
  }

  const askForSnapshot = (): Promise<void> => {
    asking ??= takeSnapshot().finally(() => {
      asking = null
    })
    return asking
  }

  const takeSnapshot = async (): Promise<void> => {
    const whole = await callCompanion(bridge, 'snapshot', null).catch(() => state.snapshot)
    const changes = early
    early = []
    if (whole) change({ snapshot: changes.reduce(applyDelta, whole), unreachable: false })
    else change({ unreachable: true })
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      if (!subscribed) bridge.onChanged(takeChanges)
      subscribed = true
      await askForSnapshot()
    },
    async ask(name, input, how) {
      try {
        const output = await callCompanion(bridge, name, input)
        if (state.failedCall) change({ failedCall: null })
        return done(output)
      } catch {
        if (how?.isToldThere !== true) change({ failedCall: name })
        return failed({ reason: 'no-answer' })
      }
    },
    dismissFailedCall: () => change({ failedCall: null }),
  }
}
