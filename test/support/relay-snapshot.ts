import type { RelaySnapshot } from '../../relay/ipc/relay-contract.ts'

/** What a relay tells that has just come up and never had any mail. */
export function emptyRelaySnapshot(): RelaySnapshot {
  return {
    listen: [],
    revision: 1,
    problems: [],
    counts: { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 },
    messages: [],
    refusals: [],
    alerts: [],
    loginsSeen: [],
    lastDeliveries: [],
    paces: [],
    practice: { listen: null },
  }
}
