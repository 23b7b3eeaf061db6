import { networkInterfaces } from 'node:os'

/** What a look at the computer showed. */
export type Look = {
  readonly wallMs: number
  readonly monotonicMs: number
  /** the computer's own addresses, without those that only lead back to it */
  readonly addresses: ReadonlySet<string>
}

const everyMs = 10_000
/** A timer that comes so much later than it should, or a clock that ran so far ahead, means that the computer slept. */
const sleptMs = 20_000
/** The network often takes a moment longer than the computer. */
const eagerMs = 120_000

/** Whether the computer slept between two looks, or has a new address since (a cable, a Wi-Fi, a VPN). Pure. */
export function hasReturned(before: Look, now: Look): boolean {
  const passedMs = now.monotonicMs - before.monotonicMs
  const wallPassedMs = now.wallMs - before.wallMs
  if (passedMs > everyMs + sleptMs || wallPassedMs - passedMs > sleptMs) return true
  return [...now.addresses].some((address) => !before.addresses.has(address))
}

export type ReturnWatch = {
  /** Someone else knows that the network or the computer is back (the operating system told the app). */
  returned(): void
  close(): void
}

/**
 * Looks every ten seconds whether the computer woke up or got a network. `onReturn`: it did; `onEager`: a while after
 * it, each time, since a network is often there only some seconds later.
 */
export function startReturnWatch(options: {
  readonly onReturn: () => void
  readonly onEager: () => void
  readonly nowMs: () => number
  readonly lookEveryMs?: number
  readonly addresses?: () => ReadonlySet<string>
}): ReturnWatch {
  const look = (): Look => ({
    wallMs: options.nowMs(),
    monotonicMs: performance.now(),
    addresses: (options.addresses ?? ownAddresses)(),
  })
  let last = look()
  // A start is a return: the computer may just have been switched on.
  let eagerUntilMs = last.monotonicMs + eagerMs
  const returned = (): void => {
    eagerUntilMs = performance.now() + eagerMs
    options.onReturn()
  }
  const timer = setInterval(() => {
    const before = last
    last = look()
    if (hasReturned(before, last)) returned()
    else if (last.monotonicMs < eagerUntilMs) options.onEager()
  }, options.lookEveryMs ?? everyMs)
  timer.unref()
  return { returned, close: () => clearInterval(timer) }
}

function ownAddresses(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return new Set(all.filter(({ internal }) => !internal).map(({ address }) => address))
}
