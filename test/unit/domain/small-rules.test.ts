import { describe, expect, it } from 'vitest'
import { completeHeader } from '../../../relay/domain/completed-header.ts'
import { type HeaderIdentities, readHeaderIdentities } from '../../../relay/domain/header-identities.ts'
import { type HeaderProblem, headerProblemSentence } from '../../../relay/domain/header-problem.ts'
import { effectivePriority } from '../../../relay/domain/priority.ts'
import { serverNameProblem } from '../../../relay/domain/server-name.ts'
import { judgePort } from '../../../relay/domain/smtp-port.ts'

function read(...fields: readonly string[]): HeaderIdentities | HeaderProblem {
  const header = readHeaderIdentities(new TextEncoder().encode(`${fields.join('\r\n')}\r\n\r\n`))
  return header.ok ? header.value : header.problem
}

const from = 'From: a@firm.example'

describe('what a header says beside its senders', () => {
  it.each([
    ['X-Priority: 1 (Highest)', 1],
    ['X-Priority: 5', 5],
    ['X-Priority: 15', null],
    ['Importance: High', 1],
    ['Importance: low', 5],
    ['Priority: non-urgent', 5],
    ['Priority: urgent', 1],
    ['Importance: soon', null],
    ['Subject: urgent', null],
  ])('%s is the priority %s', (field, priority) => {
    expect(read(from, field)).toMatchObject({ priority })
  })

  it('makes the effective priority the higher of the user and the message', () => {
    expect([effectivePriority(3, 1), effectivePriority(3, 5), effectivePriority(2, null)]).toEqual([1, 3, 2])
  })

  it('gives the subject decoded, without controls, at most 200 characters', () => {
    expect(read(from, 'Subject: =?utf-8?Q?Caff=C3=A8?=\r\n =?utf-8?Q?_e_t=C3=A8=0D=0A!?=')).toMatchObject({
      subject: 'Caffè e tè !',
    })
    expect(read(from, `Subject: ${'a'.repeat(300)}`)).toMatchObject({ subject: 'a'.repeat(200) })
    expect(read(from, 'Subject: =?x-none?Q?a?= b')).toMatchObject({ subject: '=?x-none?Q?a?= b' })
  })

  it('has limits: 256 KB and 2,000 lines', () => {
    expect(read(from, ...Array<string>(1_999).fill('X: a'))).toMatchObject({ sender: null })
    expect(read(from, ...Array<string>(2_000).fill('X: a'))).toMatchObject({ reason: 'too-many-lines' })
    expect(read(from, ...Array<string>(300).fill(`X: ${'a'.repeat(900)}`))).toMatchObject({
      reason: 'too-large',
    })
  })
})

describe('a completed header', () => {
  const nowMs = Date.UTC(2026, 1, 3, 4, 5, 6)

  function complete(...fields: readonly string[]): string {
    const header = read(...fields)
    if ('reason' in header) throw new Error(header.reason)
    return Buffer.from(completeHeader(header, { nowMs, id: 'm1\r\nX', protocol: 'ESMTPSA' })).toString()
  }

  it('gets a trace field, and Date and Message-ID when they are missing', () => {
    expect(complete(from)).toBe(
      'Received: from localhost by localhost (SMTP+ Companion)\r\n' +
        '\twith ESMTPSA id m1X; Tue, 3 Feb 2026 04:05:06 +0000\r\n' +
        'Date: Tue, 3 Feb 2026 04:05:06 +0000\r\n' +
        `Message-ID: <m1X.${nowMs}@firm.example>\r\n`,
    )
  })

  it('keeps a Date and a Message-ID that are there', () => {
    const added = complete(from, 'date: x', 'MESSAGE-ID: <a@b>')
    expect(added).not.toMatch(/^(?:Date|Message-ID):/m)
  })

  it('is itself a header that is accepted', () => {
    expect(read(complete(from).trimEnd(), from)).toMatchObject({ hasDate: true, hasMessageId: true })
  })
})

describe('a port', () => {
  it.each([
    ['in.smtpok.com', 25, 'ok'],
    ['in.smtpok.com', 1025, 'ok'],
    ['fast.smtpok.com', 5000, 'ok'],
    ['in.smtpok.com', 587, 'submission-not-served'],
    ['in.smtpok.com', 465, 'implicit-tls'],
    ['in.smtpok.com', 23, 'telnet-not-served'],
    ['in.smtpok.com', 26, 'old-not-served'],
    ['in.smtpok.com', 1024, 'not-served'],
    ['in.smtpok.com', 5001, 'not-served'],
    ['mail.firm.example', 587, 'ok'],
    ['mail.firm.example', 465, 'implicit-tls'],
    ['mail.firm.example', 10_025, 'unusual'],
    ['mail.firm.example', 0, 'not-a-port'],
    ['mail.firm.example', 25.5, 'not-a-port'],
    ['mail.firm.example', 65_536, 'not-a-port'],
  ])('of %s, %d, is %s', (server, port, verdict) => {
    expect(judgePort(server, port)).toBe(verdict)
  })
})

describe('a server name', () => {
  it.each([
    'in.smtpok.com',
    'localhost',
    '127.0.0.1',
    '::1',
    'fd00::2',
    'mail_1.lan',
    'bücher.example',
    'MAIL.firm.example',
  ])('%s is one', (server) => {
    expect(serverNameProblem(server)).toBeNull()
  })

  it.each([
    ['', 'empty'],
    ['smtp://in.smtpok.com', 'scheme'],
    ['in.smtpok.com/', 'scheme'],
    ['in.smtpok .com', 'space'],
    ['in.smtpok.com:2525', 'port-included'],
    ['user@in.smtpok.com', 'address-instead'],
    ['in..smtpok.com', 'malformed'],
    ['256.1.1.1', 'malformed'],
    ['1:2:zz', 'malformed'],
  ])('%j is none: %s', (server, problem) => {
    expect(serverNameProblem(server)).toBe(problem)
  })
})

describe('every fault of a header', () => {
  const reasons: readonly HeaderProblem['reason'][] = [
    ...([
      'too-large',
      'too-many-lines',
      'not-utf-8',
      'too-many-hops',
      'control-character',
      'bare-line-ending',
    ] as const),
    ...([
      'starts-folded',
      'blank-folded-line',
      'no-colon',
      'space-before-colon',
      'field-name-malformed',
    ] as const),
    ...([
      'line-too-long',
      'invisible-character',
      'missing',
      'repeated',
      'empty',
      'several-addresses',
      'group',
    ] as const),
    ...([
      'no-address',
      'address-malformed',
      'text-after-address',
      'comment-malformed',
      'quote-malformed',
    ] as const),
    ...(['name-not-quoted', 'name-holds-address', 'name-deceiving', 'encoded-word-unreadable'] as const),
  ]

  it.each(reasons)('%s has a sentence with a cure, in ASCII, short enough for a reply', (reason) => {
    const sentence = headerProblemSentence({ reason, field: 'X'.repeat(40) })
    expect(sentence).toMatch(/^[\x20-\x7e]+$/)
    expect(sentence.match(/[.:][ "]|\.$/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
    expect(`554 5.6.0 ${sentence}`.length).toBeLessThanOrEqual(200)
    expect(headerProblemSentence({ reason, field: '' })).not.toContain('  ')
  })
})
