import { describe, expect, it } from 'vitest'
import { bugReport } from '../../../relay/end-on-bug.ts'

describe('the report of an error that nobody caught', () => {
  it('has its stack, and of its words all but what looks like a secret', () => {
    const plain = Buffer.from('\0office\0hush hush').toString('base64')
    const report = bugReport(new RangeError(`out of bounds\nAUTH PLAIN ${plain}\npassword=hush`))
    expect(report).toMatch(
      /^a bug: RangeError: out of bounds\nAUTH PLAIN \[secret\]\npassword=\[secret\]\n {4}at /,
    )
    expect(report).toContain('end-on-bug.test.ts')
  })

  it('says of anything else that was thrown what it was', () => {
    expect(bugReport('a text')).toBe('a bug: a text')
    expect(bugReport(undefined)).toBe('a bug: undefined')
  })
})
