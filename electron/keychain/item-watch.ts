/** What is known of the items that other programs can change or remove. */
export type ItemWatch = {
  /** This item is here now, with this fingerprint. True when another program has put it there. */
  found(userId: string, fingerprint: string): boolean
  /** This app stored it itself. */
  stored(userId: string, fingerprint: string): void
  /** It should be there and isn't. */
  gone(userId: string): void
  /** The server took it, so it is right, whoever put it there. */
  trusted(userId: string): void
  forget(userId: string): void
  state(userId: string): 'there' | 'changed' | 'gone'
}

/** Watches items by their fingerprints of this run. `onChange`: what `state` says of one is another thing now. */
export function watchItems(onChange: () => void): ItemWatch {
  const known = new Map<string, string>()
  const changed = new Set<string>()
  const missing = new Set<string>()
  const stateOf = (userId: string): 'there' | 'changed' | 'gone' => {
    if (missing.has(userId)) return 'gone'
    return changed.has(userId) ? 'changed' : 'there'
  }
  const noting = <Value>(userId: string, note: () => Value): Value => {
    const before = stateOf(userId)
    const value = note()
    if (stateOf(userId) !== before) onChange()
    return value
  }
  return {
    found: (userId, fingerprint) =>
      noting(userId, () => {
        const before = known.get(userId)
        const isForeign = missing.delete(userId) || (before !== undefined && before !== fingerprint)
        known.set(userId, fingerprint)
        if (isForeign) changed.add(userId)
        return isForeign
      }),
    stored: (userId, fingerprint) =>
      noting(userId, () => {
        known.set(userId, fingerprint)
        changed.delete(userId)
        missing.delete(userId)
      }),
    gone: (userId) => noting(userId, () => void missing.add(userId)),
    trusted: (userId) => noting(userId, () => void changed.delete(userId)),
    forget(userId) {
      for (const kept of [known, changed, missing]) kept.delete(userId)
    },
    state: stateOf,
  }
}
