import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../relay/ipc/journal-requests.ts'
import { journalCsv } from '../../../relay/journal/journal-csv.ts'

const at = '2026-03-31T08:00:00.000Z'

function refusal(address: string, reply: string): JournalEntry {
  return {
    kind: 'refusal',
    refusal: {
      id: '1',
      at,
      login: null,
      user: 'office',
      reason: 'sender-not-authorized',
      identity: null,
      address,
      reply,
    },
  }
}

async function csvOf(...entries: readonly JournalEntry[]): Promise<string> {
  let counted = 0
  const parts: string[] = []
  const page = () => ({ entries: [...entries], next: null, searchedTo: null })
  for await (const part of journalCsv(page, {}, (count) => (counted += count))) parts.push(part)
  expect(counted).toBe(entries.length)
  return parts.join('')
}

describe('the journal as CSV', () => {
  it('is RFC 4180 in UTF-8 with a byte order mark', async () => {
    const csv = await csvOf(refusal('jürgen@else.example', '550 "no", never'))
    expect(csv).toBe(
      '\ufefftime,kind,id,state,user,login,from,to,subject,bytes,attempts,changed,reason,answer\r\n' +
        `${at},refusal,1,refused,office,,jürgen@else.example,,,,,${at},sender-not-authorized,"550 ""no"", never"\r\n`,
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'takes %j for text, never for a formula',
    async (text) => {
      const [, line = ''] = (await csvOf(refusal(text, ''))).split('refused,office,,')
      expect(line).toMatch(/^"?'/)
    },
  )
})
