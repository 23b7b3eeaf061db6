import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DeliveryReport } from '../../../relay/domain/delivery-status.ts'
import { readHeaderIdentities } from '../../../relay/domain/header-identities.ts'
import { composeDeliveryNotice, composeSummaryNotice } from '../../../relay/notices/delivery-notice.ts'
import { noticeText, summaryText } from '../../../relay/notices/notice-words.ts'

const sender = 'info@firm.example'
const report: DeliveryReport = {
  envid: 'QQ314',
  arrivedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
  triedAtMs: Date.UTC(2026, 0, 2, 3, 9, 5),
  retryUntilMs: null,
  server: 'in.smtpok.com',
  recipients: [
    {
      address: 'Nobody@else.example',
      orcpt: 'rfc822;first+2Bname@else.example',
      action: 'failed',
      reply: '550 5.1.1 <Nobody@else.example>: No such mailbox',
      reason: 'refused-by-server',
    },
    { address: 'j\u00f6rg@else.example', orcpt: null, action: 'failed', reply: '', reason: 'gave-up' },
  ],
}
const original = 'From: info@firm.example\r\nSubject: \u00fcber\r\nX-Long: '.concat(
  'x'.repeat(1_200),
  '\r\n\r\n',
)

const compose = (language: 'en' | 'it', bytes: string, whole = false, about = report): Buffer =>
  Buffer.from(
    composeDeliveryNotice({
      sender,
      text: noticeText(about, { subject: '\u00fcber' }, language),
      report: about,
      returned: { whole, bytes: Buffer.from(bytes, 'utf8') },
      boundary: 'smtp-plus-boundary',
    }),
  )

const seenByPython = z.strictObject({
  type: z.string(),
  reportType: z.string(),
  defects: z.array(z.string()),
  text: z.string(),
  statusType: z.string(),
  groups: z.array(z.array(z.tuple([z.string(), z.string()]))),
  returnedType: z.string(),
  returned: z.string(),
})
const readByPython = (message: Buffer): z.infer<typeof seenByPython> => {
  const script = fileURLToPath(new URL('../../support/python-report.py', import.meta.url))
  const read = spawnSync('python3', [script], { input: message, encoding: 'utf8' })
  if (read.status !== 0) throw new Error(read.stderr)
  return seenByPython.parse(JSON.parse(read.stdout))
}

describe('a notice of failure', () => {
  it('is a report that Python reads field by field', () => {
    const seen = readByPython(compose('en', original))
    expect(seen).toMatchObject({
      type: 'multipart/report',
      reportType: 'delivery-status',
      defects: [],
      statusType: 'message/delivery-status',
      returnedType: 'text/rfc822-headers',
      returned: original.replace(/\r\n$/, ''),
    })
    const [message, first, second] = seen.groups.map((group) => Object.fromEntries(group))
    expect(message).toEqual({
      'Reporting-MTA': 'dns; localhost',
      'Original-Envelope-Id': 'QQ314',
      'Arrival-Date': 'Fri, 2 Jan 2026 03:04:05 +0000',
    })
    expect(first).toEqual({
      'Original-Recipient': 'rfc822; first+name@else.example',
      'Final-Recipient': 'rfc822; Nobody@else.example',
      Action: 'failed',
      Status: '5.1.1',
      'Remote-MTA': 'dns; in.smtpok.com',
      'Diagnostic-Code': 'smtp; 550 5.1.1 <Nobody@else.example>: No such mailbox',
      'Last-Attempt-Date': 'Fri, 2 Jan 2026 03:09:05 +0000',
    })
    expect(second).toMatchObject({
      'Final-Recipient': String.raw`utf-8; j\x{F6}rg@else.example`,
      Status: '4.4.7',
    })
  })

  it('shows mailparser whom it is from, to whom it goes and that it is automatic', async () => {
    const parsed = await simpleParser(compose('it', original))
    expect(parsed.from?.value).toEqual([{ name: 'SMTP+ Companion', address: sender }])
    expect(parsed.subject).toBe('Non consegnato: il tuo messaggio')
    expect(parsed.headers.get('auto-submitted')).toBe('auto-replied')
    expect(parsed.text).toContain(
      'in.smtpok.com ha risposto: 550 5.1.1 <Nobody@else.example>: No such mailbox',
    )
    expect(parsed.text).toContain('\u00e8 il messaggio \u00ab\u00fcber\u00bb'.replace('\u00e8', '\u00c8'))
  })

  it('returns a whole message unchanged', () => {
    const message = 'From: info@firm.example\r\nSubject: s\r\n\r\n--smtp-plus\r\ncaf\u00e9\r\n'
    const seen = readByPython(compose('en', message, true))
    expect([seen.returnedType, seen.defects]).toEqual(['message/rfc822', []])
    expect(seen.returned).toContain('caf\u00e9')
  })

  it('has a header that the rules can read', () => {
    for (const bytes of [compose('it', original), composeSummary()]) {
      const header = readHeaderIdentities(bytes)
      expect(header.ok && header.value.from.text).toBe(sender)
    }
  })
})

describe('a notice that a message was passed on', () => {
  const relayed: DeliveryReport = {
    ...report,
    recipients: [
      { address: 'ann@else.example', orcpt: null, action: 'relayed', reply: '250 2.0.0 ok', reason: null },
    ],
  }

  it('is a report of success that Python reads, and promises no more than is known', () => {
    const seen = readByPython(compose('en', original, false, relayed))
    expect([seen.defects, seen.returnedType]).toEqual([[], 'text/rfc822-headers'])
    expect(Object.fromEntries(seen.groups[1] ?? [])).toMatchObject({ Action: 'relayed', Status: '2.0.0' })
    expect(seen.text).toContain('ann@else.example')
    expect(seen.text).toContain('does not tell when a message has arrived')
    expect(seen.text).not.toMatch(/could not be delivered|delivered yet/)
  })

  it('has a subject in either language', async () => {
    const subjects = await Promise.all(
      (['en', 'it'] as const).map((language) => simpleParser(compose(language, original, false, relayed))),
    )
    expect(subjects.map(({ subject }) => subject)).toEqual([
      'Passed on: your message',
      'Passato al server: il tuo messaggio',
    ])
  })
})

const composeSummary = (relayed = false): Buffer => {
  const summary = { count: 40, sinceMs: 0, sample: report.recipients, relayed }
  return Buffer.from(composeSummaryNotice(sender, summaryText(summary, 'it')))
}

describe('a summary', () => {
  it('says how many, and some of them', async () => {
    const parsed = await simpleParser(composeSummary())
    expect(parsed.subject).toBe('Non consegnati: altri 40 tuoi messaggi')
    expect(parsed.text).toContain('    Nobody@else.example\n      550 5.1.1')
    const relayed = await simpleParser(composeSummary(true))
    expect(relayed.subject).toBe('Passati al server: altri 40 tuoi messaggi')
    expect(relayed.text).not.toContain('non sono stati consegnati')
  })
})
