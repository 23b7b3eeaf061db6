import type { RelayNotice } from '../domain/relay-event.ts'
import type { AttemptAlert, AttemptResult } from './attempt.ts'

/** What is known of a user's connection. */
export type ConnectionState = {
  /** the server took our credentials since the last trouble: until then one connection at a time */
  proven: boolean
  /** what people were told is wrong; told again only when it has been right in between */
  trouble: string | null
  /** the server took a message since then */
  delivered: boolean
}

export type ConnectionNotes = {
  attempted(user: string, state: ConnectionState, result: AttemptResult): void
  trouble(user: string, state: ConnectionState, alert: AttemptAlert): void
}

/** Tells of trouble once, of the first session that goes well after it (or after the start), and of each delivery. */
export function connectionNotes(
  emit: (notice: RelayNotice) => void,
  onWell: (user: string, delivered: boolean) => void = () => undefined,
  onDelivered: (user: string) => void = () => undefined,
): ConnectionNotes {
  const trouble: ConnectionNotes['trouble'] = (user, state, alert) => {
    const what = `${alert.kind} ${alert.reason ?? ''}`
    if (state.trouble === what) return
    state.trouble = what
    emit({ event: 'alert', login: null, user, ...alert })
  }
  return {
    trouble,
    attempted(user, state, { alert, settlement }) {
      if (alert !== null) {
        state.proven = alert.kind === 'delivery-failing' && state.proven
        state.delivered = false
        trouble(user, state, alert)
        return
      }
      const delivered = settlement.outcomes.some(({ outcome }) => outcome === 'delivered')
      if (delivered) onDelivered(user)
      if (!state.proven || (delivered && !state.delivered)) onWell(user, delivered)
      state.proven = true
      state.trouble = null
      state.delivered ||= delivered
    },
  }
}
