import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { CompanionState, CompanionStore } from './companion-store.ts'

const StoreContext = createContext<CompanionStore | null>(null)

export function CompanionProvider({
  store,
  children,
}: {
  readonly store: CompanionStore
  readonly children: ReactNode
}): ReactNode {
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The store itself, for asking. Throws outside of CompanionProvider. */
export function useCompanion(): CompanionStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useCompanion outside of CompanionProvider')
  return store
}

/** One value of the store's state. `select` returns a stored object or a primitive, never a new object. */
export function useCompanionState<T>(select: (state: CompanionState) => T): T {
  const store = useCompanion()
  return useSyncExternalStore(store.subscribe, () => select(store.getState()))
}

/** One value of the snapshot; only for screens, which are drawn once there is one. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useCompanionState(({ snapshot }) => {
    if (!snapshot) throw new Error('a screen was drawn before the snapshot')
    return select(snapshot)
  })
}
