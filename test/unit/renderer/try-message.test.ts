import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../relay/domain/decision.ts'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import { looksLikeForm, readTriedMessage, tryMessage } from '../../../renderer/state/try-message.ts'
import { readHeaderVectors } from '../../support/header-vectors.ts'
import { policyOf } from '../domain/policy-of.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const firm = policyOf({ authorizedDomains: 'firm.example' })
const ask = (mailFrom: string) => async (header: string | null) =>
  judgeMessage(firm, mailFrom, header === null ? null : bytes(header))
const tried = async (mailFrom: string, message: Uint8Array) => {
  const read = readTriedMessage(message)
  return { read, verdict: await tryMessage(read, ask(mailFrom)) }
}

describe('trying a sender', () => {
  it('sends no more of a message to the relay than its head', () => {
    const read = readTriedMessage(bytes('From: a@firm.example\nSubject: x\n\nThe text stays here.\n'))
    expect(read).toMatchObject({ ok: true, value: { header: 'From: a@firm.example\r\nSubject: x\r\n\r\n' } })
  })

  it.each(['from-headers', 'own-headers'] as const)(
    'decides as the relay does about whole messages: %s',
    async (name) => {
      const onlyOne = policyOf({ authorizedSenders: 'user@good.example' })
      for (const { id, bytes: message } of readHeaderVectors(name)) {
        const verdict = await tryMessage(readTriedMessage(message), async (header) =>
          judgeMessage(onlyOne, 'user@good.example', header === null ? null : bytes(header)),
        )
        expect(verdict?.decision, id).toEqual(judgeMessage(onlyOne, 'user@good.example', message))
      }
    },
  )

  it('names the field that can be read in two ways', async () => {
    const { verdict } = await tried(
      'a@firm.example',
      bytes('From: a@firm.example\r\nFrom: b@firm.example\r\n\r\n'),
    )
    expect(verdict).toMatchObject({
      decision: { decision: 'block', reason: 'headers-malformed', fault: 'repeated' },
      problem: { reason: 'repeated', field: 'From' },
    })
  })

  it('sees bytes that no text could show: a lone CR, a NUL, another encoding', async () => {
    const reasons = await Promise.all(
      [
        bytes('From: a@firm.example\r\n\r\nx\rFrom: ceo@bank.example'),
        bytes('From: a@firm.example\r\n\r\nx\0y'),
        Uint8Array.from([...bytes('From: a@firm.example\r\nSubject: '), 0xe8, 13, 10, 13, 10]),
      ].map(async (message) => (await tried('a@firm.example', message)).verdict?.problem?.reason),
    )
    expect(reasons).toEqual(['bare-line-ending', 'control-character', 'not-utf-8'])
  })

  it('is about the envelope sender first, whatever is wrong with the head', async () => {
    const { verdict } = await tried('x@bank.example', bytes('no head at all\r\n\r\n'))
    expect(verdict).toMatchObject({ decision: { reason: 'sender-not-authorized' }, problem: null })
  })

  it('says nothing when the relay gave no answer', async () => {
    expect(await tryMessage(null, async () => null)).toBeNull()
  })
})

describe('an online form', () => {
  const isForm = async (mailFrom: string, message: string): Promise<boolean> => {
    const { read, verdict } = await tried(mailFrom, bytes(message))
    if (!verdict) throw new Error('the double answers')
    return looksLikeForm(verdict, read.ok ? read.value : null)
  }

  it('is recognised by a visitor of a mail provider in From, or by the program that wrote the message', async () => {
    expect(await isForm('web@firm.example', 'From: Maria <maria@gmail.com>\r\n\r\n')).toBe(true)
    expect(await isForm('web@firm.example', 'From: m@shop.example\r\nX-Mailer: PHPMailer 6.9\r\n\r\n')).toBe(
      true,
    )
    expect(
      await isForm('web@firm.example', 'From: m@shop.example\r\nX-PHP-Originating-Script: 33:f.php\r\n\r\n'),
    ).toBe(true)
  })

  it('is not seen in any foreign sender, nor in mail that may go', async () => {
    expect(await isForm('web@firm.example', 'From: boss@bank.example\r\n\r\n')).toBe(false)
    expect(await isForm('web@firm.example', 'From: web@firm.example\r\nX-Mailer: PHPMailer\r\n\r\n')).toBe(
      false,
    )
    const allowed: Decision = await ask('web@firm.example')(null)
    expect(looksLikeForm({ decision: allowed, problem: null }, null)).toBe(false)
  })

  it('is one when the relay itself has seen ever other visitors', async () => {
    const refused = await ask('web@firm.example')('From: boss@bank.example\r\n\r\n')
    expect(looksLikeForm({ decision: { ...refused, hint: 'form-sender' }, problem: null }, null)).toBe(true)
  })
})
