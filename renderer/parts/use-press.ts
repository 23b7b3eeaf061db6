import { useState } from 'react'

/** A press that takes a moment: busy while it runs, and deaf to a second press. */
export function usePress(run: () => Promise<void>): { readonly busy: boolean; readonly start: () => void } {
  const [busy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    await run().finally(() => setBusy(false))
  }
  return { busy, start: () => void start() }
}
