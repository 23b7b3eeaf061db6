/**
 * Aborted after so many milliseconds, or with one of these signals. Node's own `AbortSignal.timeout` and `.any` may be
 * collected as garbage while somebody still waits for them, and then never tell (Node 20, which Electron 33 has): here
 * a timer and the other signals hold on to it.
 */
export function timeLimit(afterMs: number, ...others: readonly AbortSignal[]): AbortSignal {
  const limit = new AbortController()
  const end = (): void => {
    clearTimeout(timer)
    for (const other of others) other.removeEventListener('abort', end)
    limit.abort()
  }
  const timer = setTimeout(end, afterMs)
  // Nothing goes on for its sake alone.
  timer.unref()
  for (const other of others) other.addEventListener('abort', end, { once: true })
  if (others.some(({ aborted }) => aborted)) end()
  return limit.signal
}
