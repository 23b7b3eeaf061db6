import type { Delta, Snapshot } from '../../electron/ipc/window-contract.ts'
import { withProgress } from '../../electron/ipc/window-probe.ts'
import { assertNever } from '../../relay/domain/result.ts'

/** Rows the page keeps of each kind; older ones are asked for when somebody scrolls there. */
export const rowLimit = 500

type Row = { readonly id: string }

/** The snapshot with one change in it. Parts that did not change keep their identity, so their readers don't redraw. */
export function applyDelta(snapshot: Snapshot, delta: Delta): Snapshot {
  switch (delta.part) {
    case 'app':
      return { ...snapshot, app: delta.value }
    case 'relay':
      return { ...snapshot, relay: delta.value }
    case 'users':
      return { ...snapshot, users: delta.value }
    case 'logins':
      return { ...snapshot, logins: delta.value }
    case 'counts':
      return { ...snapshot, counts: delta.value }
    case 'paces':
      return { ...snapshot, paces: delta.value }
    case 'last-delivery': {
      const others = snapshot.lastDeliveries.filter(({ user }) => user !== delta.value.user)
      return { ...snapshot, lastDeliveries: [...others, delta.value] }
    }
    case 'message':
      return { ...snapshot, messages: putRow(snapshot.messages, delta.value, (row) => row.changedAt) }
    case 'message-gone':
      return { ...snapshot, messages: snapshot.messages.filter((row) => row.id !== delta.value.id) }
    case 'refusal':
      return { ...snapshot, refusals: putRow(snapshot.refusals, delta.value, (row) => row.at) }
    case 'alert':
      return { ...snapshot, alerts: putRow(snapshot.alerts, delta.value, (row) => row.lastAt) }
    case 'alert-settings':
      return { ...snapshot, alertSettings: delta.value }
    case 'check-progress':
      return { ...snapshot, checks: withProgress(snapshot.checks, delta.value) }
    case 'practice-message':
      return {
        ...snapshot,
        practice: {
          ...snapshot.practice,
          messages: putRow(snapshot.practice.messages, delta.value, (row) => row.at),
        },
      }
    case 'practice-listen':
      return { ...snapshot, practice: { ...snapshot.practice, listen: delta.value } }
    default:
      return assertNever(delta)
  }
}

// A change that was on its way while the snapshot was taken may be older than the row the snapshot brought.
function putRow<R extends Row>(rows: readonly R[], row: R, changedAt: (row: R) => string): R[] {
  const index = rows.findIndex((known) => known.id === row.id)
  const known = rows[index]
  if (!known) return [row, ...rows].slice(0, rowLimit)
  if (Date.parse(changedAt(known)) > Date.parse(changedAt(row))) return [...rows]
  return rows.with(index, row)
}
