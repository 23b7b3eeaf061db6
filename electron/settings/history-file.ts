import { existsSync, readFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import { type ChangeAuthor, type HistoryEntry, historyEntry } from '../ipc/window-history.ts'
import { changedListsOf, type ListUndo, listUndo } from './list-undo.ts'
import { differenceOf } from './settings-difference.ts'
import { type Facts, factsOf } from './settings-facts.ts'
import type { SettingsFile } from './settings-file.ts'
import type { Settings } from './settings-schema.ts'

const mostEntries = 1_000
/** An import of a whole configuration is one entry: the first of its changes, and how many more. */
const mostChanges = 60

const historyContent = z.strictObject({
  version: z.literal(1),
  entries: z.array(historyEntry),
  undo: listUndo.nullable(),
  /** the settings as they were when this was written: what differs at the next start was changed outside */
  facts: z.record(z.string(), z.record(z.string(), z.string())),
})
type HistoryContent = z.infer<typeof historyContent>

/** Who changed which setting when, newest last; the last 1,000 changes. */
export type History = {
  entries(): readonly HistoryEntry[]
  /** of the last change of lists */
  undo(): ListUndo | null
  note(before: Settings, after: Settings, by: ChangeAuthor): void
}

/**
 * Opens the history in `path`, a file that is replaced as a whole with each change. The settings never wait for it and
 * never fail with it: what can't be written is logged and kept in memory. A file that can't be read is set aside.
 */
export function openHistory(
  path: string,
  settings: Settings,
  nowMs: () => number,
  log: (line: string) => void,
): History {
  const found = read(path)
  if (found === 'unreadable') setAside(path, nowMs(), log)
  const isNew = found === 'none' || found === 'unreadable'
  let content: HistoryContent = isNew
    ? { version: 1, entries: [], undo: null, facts: factsOf(settings) }
    : found

  const put = (facts: Facts, by: ChangeAuthor, changedLists: ListUndo['changed']): void => {
    const changes = differenceOf(content.facts, facts)
    if (changes.length === 0) return
    const id = (content.entries.at(-1)?.id ?? 0) + 1
    const entry: HistoryEntry = {
      id,
      at: new Date(nowMs()).toISOString(),
      by,
      changes: changes.slice(0, mostChanges),
      more: Math.max(0, changes.length - mostChanges),
    }
    content = {
      version: 1,
      entries: [...content.entries, entry].slice(-mostEntries),
      undo: changedLists.length > 0 ? { id, changed: changedLists } : content.undo,
      facts: Object.fromEntries(Object.entries(facts).map(([key, texts]) => [key, { ...texts }])),
    }
    try {
      writeFileAtomically(path, JSON.stringify(content))
    } catch (fault) {
      log(`the history of changes could not be written: ${String(fault)}`)
    }
  }
  if (!isNew) put(factsOf(settings), 'outside', [])

  return {
    entries: () => content.entries,
    undo: () => content.undo,
    note: (before, after, by) => put(factsOf(after), by, changedListsOf(before, after)),
  }
}

/** The settings, with every change that was saved noted down. */
export function withHistory(settings: SettingsFile, history: History): SettingsFile {
  return {
    ...settings,
    change(edit, by = 'person') {
      const before = settings.current()
      const saved = settings.change(edit)
      if (saved.ok) history.note(before, saved.value, by)
      return saved
    },
  }
}

function read(path: string): HistoryContent | 'none' | 'unreadable' {
  if (!existsSync(path)) return 'none'
  try {
    const parsed = historyContent.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

function setAside(path: string, nowMs: number, log: (line: string) => void): void {
  const name = `${path}.unreadable-${new Date(nowMs).toISOString().replaceAll(':', '-')}`
  try {
    renameSync(path, name)
    log(`a history of changes that could not be read is kept as ${name}`)
  } catch (fault) {
    log(`a history of changes could neither be read nor set aside: ${String(fault)}`)
  }
}
