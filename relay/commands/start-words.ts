import type { Recovery } from '../queue/recovery.ts'

/** What the last end of the relay left behind and this start put right, in words; null: nothing was left behind. */
export function recoverySentence({ sendingAgain, halfReceived }: Recovery): string | null {
  const again = `Messages that were being sent, and are sent again now: ${sendingAgain}; their recipients may get them twice.`
  const half = `Messages that were only half received, and were never acknowledged: ${halfReceived}; they were removed, and their programs send them again.`
  const parts = [...(sendingAgain > 0 ? [again] : []), ...(halfReceived > 0 ? [half] : [])]
  return parts.length === 0 ? null : `The relay ended suddenly last time. ${parts.join(' ')}`
}
