import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { NotCanonical } from '../../relay/delivery/upstream-body.ts'
import { connectUpstream } from '../../relay/delivery/upstream-smtp.ts'
import type { ClaimedMessage } from '../../relay/queue/queue-contract.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { startPostfix } from '../support/postfix.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

function message(recipient: string, body: Buffer): ClaimedMessage {
  return {
    id: '00000000001',
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@firm.example',
    recipients: [recipient],
    bytes: body.length,
    smtpUtf8: false,
    eightBitMime: false,
    attempts: 0,
    queuedAtMs: 0,
    dsn: null,
    body: () => [body.subarray(0, body.length / 2), body.subarray(body.length / 2)],
  }
}

async function open() {
  const result = await connectUpstream({
    user: { server: postfix.host, port: postfix.port, encryption: 'starttls', username: postfix.username },
    password: new Secret(postfix.password),
    trust: createSecureContext({ ca: readFileSync(postfix.caFile, 'utf8') }),
    timeouts: { connect: 10_000, answer: 10_000 },
    cut: new AbortController().signal,
  })
  if (!result.ok) throw new Error(result.problem.text)
  onTestFinished(() => result.value.close())
  return result.value
}

const second = 'MAIL FROM:<ceo@firm.example>\r\nRCPT TO:<victim@x.example>\r\nDATA\r\n'

describe('what goes to a real server', () => {
  it('is one message, whatever looks like its end', async () => {
    const session = await open()
    const text = `.\r\n..\r\n.\r\n${second}.\r\nQUIT\r\n. \r\n.x\r\n`
    const body = Buffer.from(`Subject: dots\r\n\r\n${text}`)
    const [seen] = await session.send(message('dots@x.example', body))
    expect(seen?.evidence).toMatchObject({ kind: 'reply', stage: 'end-of-data', code: 250 })
    const got = await postfix.waitForMessage(({ recipient }) => recipient === 'dots@x.example')
    expect(got.bytes.replaceAll('\r\n', '\n')).toContain(text.replaceAll('\r\n', '\n'))
    expect(session.usable()).toBe(true)
    expect(await postfix.messages()).toHaveLength(1)
  })

  it.each(['\n.\n', '\n.\r\n', '\r.\r', '\r\n.\r', '\r\n.\n'])(
    'is nothing at all when a lone CR or LF had got in: %j',
    async (ending) => {
      const before = (await postfix.messages()).length
      const session = await open()
      const body = Buffer.from(`Subject: x\r\n\r\nbefore${ending}${second}after\r\n`)
      await expect(session.send(message('smuggled@x.example', body))).rejects.toThrow(NotCanonical)
      expect(session.usable()).toBe(false)
      const [next] = await (await open()).send(message('after@x.example', Buffer.from('Subject: y\r\n\r\n')))
      expect(next?.evidence).toMatchObject({ kind: 'reply', code: 250 })
      await postfix.waitForMessage(({ bytes }) => bytes.includes('Subject: y'))
      const recipients = (await postfix.messages()).slice(before).map(({ recipient }) => recipient)
      expect(recipients).not.toContain('smuggled@x.example')
      expect(recipients).not.toContain('victim@x.example')
    },
  )
})
