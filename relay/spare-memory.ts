import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export type SpareMemory = {
  /** So many bytes of mail went through this process. */
  passed(bytes: number): void
  close(): void
}

type Collect = (wish: { type: 'minor' | 'major'; execution: 'sync'; flavor?: 'last-resort' }) => void

/** Buffers of mail that came in and are done with, before their memory is asked back. */
const collectEveryBytes = 16 * 1024 * 1024
/** After so long without mail everything that can be given back is. */
const quietMs = 5_000

/**
 * Gives memory back that V8 would keep: it doesn't count buffers, which lie outside its heap, until there are 64 MB of
 * them, and after a busy hour keeps the heap as large as it was. A small collection takes about a millisecond while
 * long messages come in; a whole one some tens, when nobody is there to wait for it.
 */
export function keepMemorySpare(): SpareMemory {
  const collect = collector()
  let uncollectedBytes = 0
  let quiet: NodeJS.Timeout | null = null

  const collectAll = (): void => {
    quiet = null
    uncollectedBytes = 0
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }
  const waitForQuiet = (): void => {
    if (quiet) quiet.refresh()
    else {
      quiet = setTimeout(collectAll, quietMs)
      quiet.unref()
    }
  }
  // What a start leaves behind.
  waitForQuiet()

  return {
    passed(bytes) {
      waitForQuiet()
      uncollectedBytes += bytes
      if (uncollectedBytes < collectEveryBytes) return
      uncollectedBytes = 0
      collect({ type: 'minor', execution: 'sync' })
    },
    close() {
      if (quiet) clearTimeout(quiet)
    },
  }
}

/** V8's own `gc`, which is there only for contexts made after the flag was set. */
function collector(): Collect {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (!isCollect(found)) return () => undefined
  return found
}

function isCollect(value: unknown): value is Collect {
  return typeof value === 'function'
}
