import { z } from 'zod'

/** What it takes until a firm's mail goes out by itself, in the order in which it is done. */
export const checklistStep = z.enum(['credentials', 'port', 'senders', 'dns', 'program', 'message'])
export type ChecklistStep = z.infer<typeof checklistStep>

/** What the app remembers of the set-up, beside what it can see at any time. */
export const checklistMemory = z.strictObject({
  /** steps a person does without */
  skipped: z.array(checklistStep),
  /** users whose port and credentials were good when they were checked last */
  checkedUsers: z.array(z.string()),
  /** domains (A-labels) whose DNS records were complete when they were looked at last */
  completeDomains: z.array(z.string()),
})
export type ChecklistMemory = z.infer<typeof checklistMemory>

/** The call about the checklist, as part of the window's contract. */
export const checklistRequests = {
  skipStep: { input: z.strictObject({ step: checklistStep, skipped: z.boolean() }), output: z.null() },
} as const
