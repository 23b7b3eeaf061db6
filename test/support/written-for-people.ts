import { expect } from 'vitest'
import type { SmtpReply } from './smtp-dialogue.ts'

/** One line of printable ASCII, long enough to say something and short enough to be shown by every program. */
export function writtenForPeople(reply: SmtpReply): void {
  expect(reply.lines).toHaveLength(1)
  expect(reply.line).toMatch(/^[\x20-\x7e]{20,200}$/)
}
