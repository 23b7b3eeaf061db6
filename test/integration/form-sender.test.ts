import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHeaderVectors } from '../support/header-vectors.ts'
import { type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const rewriting = { formSenders: ['website'] }
const forms = 'forms@firm.example'
const visit = (from: string, ...more: string[]): string =>
  [`From: ${from}`, 'To: desk@firm.example', 'Subject: Question', ...more, '', 'Hello', ''].join('\r\n')

let office: OwnRelay
afterEach(() => office.close())

const arrived = (): Promise<string> =>
  waitUntil('a message upstream', () => office.upstream.messages.at(-1)?.bytes.toString('utf8'))
const field = (message: string, name: string): string[] =>
  message
    .slice(0, message.indexOf('\r\n\r\n'))
    .split(/\r\n(?![ \t])/)
    .filter((line) => line.toLowerCase().startsWith(`${name}:`))

describe('an online form whose sign-in is cured', () => {
  beforeEach(async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), beside: rewriting })
  })

  it('sends from the authorized address, answers go to the visitor, and the history says so', async () => {
    const reply = await office.send(forms, visit('Anna Rossi <anna@visitor.example>'))
    expect(reply.code).toBe(250)
    const message = await arrived()
    expect(field(message, 'from')).toEqual([`From: "Anna Rossi" <${forms}>`])
    expect(field(message, 'reply-to')).toEqual(['Reply-To: anna@visitor.example'])
    expect(message.endsWith('\r\n\r\nHello\r\n')).toBe(true)
    expect(office.upstream.messages[0]?.from).toBe(forms)
    const [queued] = office.relay.queue.list({ limit: 1 })
    const detail = await waitUntil('its attempt', () => {
      const found = office.relay.queue.detail(queued?.id ?? '')
      return found && found.attempts.length === 2 ? found : null
    })
    expect(detail.attempts[0]).toMatchObject({
      outcome: 'from-rewritten',
      stage: 'received',
      reply: 'anna@visitor.example',
    })
    expect(detail.attempts[1]).toMatchObject({ outcome: 'delivered' })
    expect(office.alerts()).toEqual([])
    expect(office.relay.journal.refusals(10)).toEqual([])
  })

  it('leaves alone what may go as it is', async () => {
    await office.send(forms, visit('Desk <desk@firm.example>'))
    const message = await arrived()
    expect(field(message, 'from')).toEqual(['From: Desk <desk@firm.example>'])
    expect(field(message, 'reply-to')).toEqual([])
  })

  it.each([
    ['the envelope sender is not authorized', 'anna@visitor.example', visit('anna@visitor.example')],
    ['there is another foreign identity', forms, visit('anna@visitor.example', 'Sender: ceo@bank.example')],
    ['it was resent by somebody else', forms, visit('anna@visitor.example', 'Resent-From: ceo@bank.example')],
    ['the sender is empty', '', visit('anna@visitor.example')],
  ])('refuses as ever when %s', async (_when, mailFrom, message) => {
    expect((await office.send(mailFrom, message)).code).toBe(550)
    expect(office.upstream.messages).toEqual([])
  })

  it.each([
    ['two Froms', visit('anna@visitor.example', 'From: ceo@bank.example')],
    ['two addresses', visit('anna@visitor.example, ceo@bank.example')],
    ['another address as the name', visit('"ceo@bank.example" <anna@visitor.example>')],
    ['the same, encoded', visit('=?utf-8?q?ceo=40bank.example?= <anna@visitor.example>')],
    [
      'a line end in the name',
      visit('=?utf-8?q?Anna=0D=0AFrom:_ceo=40bank.example?= <anna@visitor.example>'),
    ],
    ['a name that turns round', visit('=?utf-8?b?4oCuYW5uYQ==?= <anna@visitor.example>')],
    ['a quote that never ends', visit('"Anna <anna@visitor.example>')],
  ])('refuses %s before anything is rewritten', async (_what, message) => {
    expect((await office.send(forms, message)).code).toBe(554)
    expect(office.upstream.messages).toEqual([])
  })

  it.each([
    '"Rossi, Anna; <x> \\" y" <anna@visitor.example>',
    '"forms(at)firm.example,ceo" <anna@visitor.example>',
    '=?utf-8?b?QW5uYSwgIlJvc3NpIg==?= <anna@visitor.example>',
    'anna@visitor.example <anna@visitor.example>',
    'Анна <anna@visitor.example>',
  ])('never lets the name %j become a second sender', async (from) => {
    const reply = await office.send(forms, visit(from))
    if (reply.code !== 250) {
      expect(reply.code).toBe(554)
      return
    }
    const message = await arrived()
    expect(field(message, 'from')).toHaveLength(1)
    expect(field(message, 'from')[0]).toMatch(/<forms@firm\.example>$|^From: forms@firm\.example$/)
  })

  it('lets none of the hostile vectors out in a foreign name', async () => {
    for (const { bytes } of readHeaderVectors()) {
      await office.send(forms, bytes.toString('utf8'))
    }
    await waitUntil('an empty queue', () => office.relay.queue.counts().waiting === 0)
    const senders = office.upstream.messages.flatMap(({ bytes }) => field(bytes.toString('utf8'), 'from'))
    expect(senders.length).toBeGreaterThan(0)
    for (const sender of senders) expect(sender).toContain(forms)
  })
})

describe('an online form whose sign-in is not cured', () => {
  it('is refused, recognised after the third visitor, and told as one alert with its cure', async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      expect((await office.send(forms, visit(`${name}@visitor.example`))).code).toBe(550)
    }
    const told = office.alerts().map(({ reason, about, count }) => ({ reason, about, count }))
    expect(told).toEqual([
      { reason: 'form-sender', about: 'five@visitor.example', count: 3 },
      { reason: null, about: 'two@visitor.example', count: 1 },
      { reason: null, about: 'one@visitor.example', count: 1 },
    ])
    await office.configure({}, rewriting)
    expect(office.alerts().find(({ reason }) => reason === 'form-sender')?.state).toBe('settled')
    expect((await office.send(forms, visit('six@visitor.example'))).code).toBe(250)
  })
})
