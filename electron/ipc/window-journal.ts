import { z } from 'zod'
import {
  journalExported,
  journalFilter,
  journalRequests,
  messageSaved,
} from '../../relay/ipc/journal-requests.ts'

/** `path`: the file that was written; a person closed the dialog with `cancelled`. */
const withDialog = <Written extends z.ZodType>(written: Written) =>
  z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('cancelled') }),
    z.strictObject({ outcome: z.literal('answered'), path: z.string(), answer: written }),
  ])

/** What the page asks about queue and journal; files are chosen in a dialog of main's, and the page gets no bytes. */
export const windowJournalRequests = {
  ...journalRequests,
  saveMessage: { input: z.strictObject({ id: z.string() }), output: withDialog(messageSaved) },
  exportJournal: { input: z.strictObject({ filter: journalFilter }), output: withDialog(journalExported) },
} as const
