import type { EmitDelta } from './delta-feed.ts'
import type { PaceView } from './domain/pace-view.ts'

const everyMs = 2000

/**
 * Tells whoever shows the relay how the mail of limited users gets on, when that changed. Looked at every two seconds:
 * counting what waits at each message would cost more than it tells.
 */
export function startPaceReport(
  paces: () => readonly PaceView[],
  emit: EmitDelta,
): { readonly close: () => void } {
  let told = '[]'
  const look = (): void => {
    let now: readonly PaceView[]
    try {
      now = paces()
    } catch {
      // The queue can't be read at this moment; whoever needs it says so.
      return
    }
    const telling = JSON.stringify(now.map(roughly))
    if (telling === told) return
    told = telling
    emit('paces', [...now])
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

/** What a person would notice: whole minutes and messages. */
function roughly({ ratePerHour, doneAt, ...rest }: PaceView): unknown {
  return { ...rest, ratePerHour: Math.round(ratePerHour), doneAt: doneAt?.slice(0, 16) ?? null }
}
