/** Waits that long, or until it is cut. Resolves either way. */
export function pauseFor(durationMs: number, cut: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (cut.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      cut.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, durationMs)
    cut.addEventListener('abort', end)
  })
}
