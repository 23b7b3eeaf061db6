import type { Delta, Snapshot } from '../../../electron/ipc/window-contract.ts'
import { changedUser } from '../user-views.ts'

/** What the double's parts share: the snapshot as it is now, and the ways to change it and tell the page. */
export type PageData = {
  snapshot(): Snapshot
  /** without telling */
  change(part: Partial<Snapshot>): void
  tell(...deltas: unknown[]): void
  /** changes one part and tells */
  put(delta: Delta & { part: 'app' | 'users' | 'logins' | 'relay' }): void
  putUser(id: string, part: object): typeof saved
  /** Returns the function that ends the subscription. */
  onTold(listener: (deltas: unknown) => void): () => void
}

export const saved = { ok: true, revision: 2 } as const

export function keepPageData(start: Snapshot): PageData {
  let snapshot = start
  const listeners = new Set<(deltas: unknown) => void>()
  const change: PageData['change'] = (part) => {
    snapshot = { ...snapshot, ...part }
  }
  const tell: PageData['tell'] = (...deltas) => {
    for (const listener of listeners) listener(deltas)
  }
  const put: PageData['put'] = (delta) => {
    change({ [delta.part]: delta.value })
    tell(delta)
  }
  return {
    snapshot: () => snapshot,
    change,
    tell,
    put,
    putUser(id, part) {
      const value = snapshot.users.map((user) => (user.id === id ? changedUser(user, part) : user))
      put({ part: 'users', value })
      return saved
    },
    onTold(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
