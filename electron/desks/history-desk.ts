import { canUndo, undone } from '../settings/list-undo.ts'
import { type Desk, type Office, refuse, save } from './office.ts'

/** Who changed which setting when, and the way back from the last change of lists. */
export function historyDesk(office: Office): Desk<'listHistory' | 'undoLists'> {
  const { history, settings } = office
  const open = () => {
    const undo = history.undo()
    return undo && canUndo(settings.current(), undo) ? undo : null
  }
  return {
    listHistory({ before, limit }) {
      const all = history.entries()
      const until = before === null ? all.length : all.findIndex(({ id }) => id >= before)
      const end = until === -1 ? all.length : until
      const entries = all.slice(Math.max(0, end - limit), end).toReversed()
      const undo = open()
      const entry = undo ? all.find(({ id }) => id === undo.id) : undefined
      return { entries, hasOlder: end > limit, undo: entry ? { entry } : null }
    },
    undoLists({ id }) {
      const undo = open()
      if (undo === null || undo.id !== id) return refuse({ field: '', reason: 'nothing-to-undo' })
      return save(office, (current) => undone(current, undo))
    },
  }
}
