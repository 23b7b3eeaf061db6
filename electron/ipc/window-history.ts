import { z } from 'zod'

/**
 * Who changed a setting: a person in this app · a code or DNS record that verified an entry · an import · the app by
 * itself · something outside while the app was closed, as the command line.
 */
export const changeAuthor = z.enum(['person', 'verification', 'import', 'app', 'outside'])
export type ChangeAuthor = z.infer<typeof changeAuthor>

export const changedThing = z.enum(['user', 'sign-in', 'practice', 'settings'])
export type ChangedThing = z.infer<typeof changedThing>

/** One difference between two settings. Never a secret: of a password only that it changed. */
export const settingChange = z.strictObject({
  thing: changedThing,
  /** of the user or sign-in; else empty */
  name: z.string(),
  what: z.enum(['added', 'removed', 'changed']),
  /** the settings' own name of it; empty with `added` and `removed` */
  field: z.string(),
  /** of a list: what was taken off, and what was put on; null: nothing there, or nothing to be shown */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type SettingChange = z.infer<typeof settingChange>

export const historyEntry = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  by: changeAuthor,
  changes: z.array(settingChange),
  /** changes of the same moment beyond those listed */
  more: z.int(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** Newest first. `undo`: the entry whose lists can be put back as they were, with whose they are. */
export const historyPage = z.strictObject({
  entries: z.array(historyEntry),
  hasOlder: z.boolean(),
  undo: z.strictObject({ entry: historyEntry }).nullable(),
})
export type HistoryPage = z.infer<typeof historyPage>

/** `saved`: window-contract's answer to everything that is saved. */
export const historyRequests = <Saved extends z.ZodType>(saved: Saved) =>
  ({
    /** `before`: the id of the oldest entry seen so far; null: from the newest */
    listHistory: {
      input: z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(200) }),
      output: historyPage,
    },
    /** Puts the lists back as they were before that entry, if nothing has changed them since. */
    undoLists: { input: z.strictObject({ id: z.int() }), output: saved },
  }) as const
