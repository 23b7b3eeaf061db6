import type { AcceptedMinute } from '../queue/accepted-lately.ts'

const minuteMs = 60_000
const minutesCounted = 61

export type HourlyMessages = {
  /** Minutes until this sign-in may send another, at least 1; null: it may now. `limit`: messages in any hour. */
  minutesToWait(login: string, limit: number, nowMs: number): number | null
  /** A message was taken. */
  count(login: string, nowMs: number): void
}

type Minute = { readonly minute: number; messages: number }

/**
 * Counts what each sign-in has sent in the last hour, minute by minute: never more than 61 numbers for each, and never
 * more than the limit in any sixty minutes. In memory; what came before a restart is asked for once, when a sign-in with a
 * limit first sends again. `nowMs` is monotonic.
 */
export function createHourlyMessages(
  acceptedBefore: (login: string) => readonly AcceptedMinute[] = () => [],
): HourlyMessages {
  const minutesOf = new Map<string, Minute[]>()
  const remembered = new Set<string>()

  const remember = (login: string, nowMs: number): void => {
    if (remembered.has(login)) return
    const before = acceptedBefore(login).map(
      ({ agoMs, messages }): Minute => ({ minute: Math.floor((nowMs - agoMs) / minuteMs), messages }),
    )
    minutesOf.set(login, [...before, ...(minutesOf.get(login) ?? [])])
    remembered.add(login)
  }

  const lately = (login: string, nowMs: number): Minute[] => {
    const oldest = Math.floor(nowMs / minuteMs) - minutesCounted + 1
    return (minutesOf.get(login) ?? []).filter(({ minute }) => minute >= oldest)
  }

  return {
    minutesToWait(login, limit, nowMs) {
      remember(login, nowMs)
      const minutes = lately(login, nowMs)
      let surplus = minutes.reduce((sum, { messages }) => sum + messages, 0) - limit
      if (surplus < 0) return null
      const enough = minutes.find(({ messages }) => {
        surplus -= messages
        return surplus < 0
      })
      const freeAtMs = ((enough?.minute ?? 0) + minutesCounted) * minuteMs
      return Math.max(1, Math.ceil((freeAtMs - nowMs) / minuteMs))
    },
    count(login, nowMs) {
      const minutes = lately(login, nowMs)
      const minute = Math.floor(nowMs / minuteMs)
      const last = minutes.at(-1)
      if (last?.minute === minute) last.messages += 1
      else minutes.push({ minute, messages: 1 })
      minutesOf.set(login, minutes)
    },
  }
}
