import type { Delta } from '../ipc/window-contract.ts'

const pauseMs = 30

/** Collects changes for a moment so that a burst of mail is one message to the page, not hundreds. */
export function batchDeltas(send: (deltas: readonly Delta[]) => void): {
  add(delta: Delta): void
  flush(): void
} {
  let waiting: Delta[] = []
  let timer: NodeJS.Timeout | null = null

  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    const deltas = waiting
    waiting = []
    if (deltas.length > 0) send(deltas)
  }
  return {
    add(delta) {
      waiting = [...waiting.filter((earlier) => !isReplacedBy(earlier, delta)), delta]
      timer ??= setTimeout(flush, pauseMs)
    },
    flush,
  }
}

/** Of a part that is always sent whole only the last one matters; of a row only its last state. */
function isReplacedBy(earlier: Delta, later: Delta): boolean {
  if (earlier.part !== later.part) return false
  if (earlier.part === 'message' && later.part === 'message') return earlier.value.id === later.value.id
  if (earlier.part === 'alert' && later.part === 'alert') return earlier.value.id === later.value.id
  return wholeParts.has(earlier.part)
}

const wholeParts: ReadonlySet<Delta['part']> = new Set<Delta['part']>([
  'app',
  'relay',
  'users',
  'logins',
  'counts',
  'paces',
  'practice-listen',
  'alert-settings',
])
