import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, officeUser, startListening } from '../support/listening.ts'
import { waitUntil } from '../support/wait-until.ts'

const header = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n'
const mail = `${header}\r\nbody\r\n`

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

describe('an envelope', () => {
  const hostile = [
    '<@relay.example:user@good.example>',
    '<@a.example,@b.example:user@good.example>',
    '<user@good.example,ceo@evil.example>',
    '<user@good.example;ceo@evil.example>',
    '<user;ceo@good.example>',
    '<user(comment)@good.example>',
    '<(c)user@good.example>',
    '<user @good.example>',
    '< user@good.example>',
    '<user@good.example >',
    '<user@good.example> <ceo@evil.example>',
    '<user@good.example>ceo@evil.example',
    '<<user@good.example>>',
    '<user@good.example',
    'user@good.example',
    '<"user"@good.example>',
    '<"a@b"@good.example>',
    '<user@good.example.>',
    '<user@good..example>',
    '<user@[127.0.0.1]>',
    '<user@good.example@evil.example>',
    '<user%evil.example@good.example\u0007>',
    '<user\t@good.example>',
    '<us\u200ber@good.example>',
    '<user@go\u00adod.example>',
    '<user\rRCPT TO:<ceo@evil.example>@good.example>',
    '<user\u0000@good.example>',
    '<us\u00e9r@good.example>',
    '<user@g\u00f6od.example>',
    '<user>',
    '<@good.example>',
    '<user@>',
    `<${'u'.repeat(65)}@good.example>`,
  ]

  it.each(hostile)('with %j is refused, as sender and as recipient', async (path) => {
    door.configure({ users: [{ ...officeUser, authorizedDomains: '', authorizedSenders: '' }] })
    const client = await door.signedIn()
    const sender = await client.send(`MAIL FROM:${path}`)
    expect(sender.line).toMatch(/^501 5\.1\.7 /)
    expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(250)
    const recipient = await client.send(`RCPT TO:${path}`)
    expect(recipient.line).toMatch(/^501 5\.1\.3 /)
    expect((await client.send('DATA')).code).toBe(503)
    const reasons = door.notices.map((notice) => notice.event === 'refused' && notice.reason)
    expect(reasons).toEqual(['address-malformed', 'address-malformed'])
  })

  it('reaches the queue verbatim: upper case, punycode and odd but legal characters included', async () => {
    door.configure({ users: [{ ...officeUser, authorizedDomains: '', authorizedSenders: '' }] })
    const client = await door.signedIn()
    const recipients = ["O'Neil+x@XN--BCHER-KVA.Example", 'a=b!c%d@x.example', 'V@x.example', 'v@x.example']
    await client.envelope('User@Good.Example', recipients)
    expect((await client.message(mail)).code).toBe(250)
    expect(door.queue.kept[0]?.envelope).toMatchObject({ mailFrom: 'User@Good.Example', recipients })
  })

  it('takes the standard parameters and refuses unknown or doubled ones', async () => {
    const client = await door.signedIn()
    const sender = await client.send(
      'MAIL FROM:<user@good.example> SIZE=100 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=ab+2Bc AUTH=<>',
    )
    expect(sender.code).toBe(250)
    const recipient = await client.send(
      'RCPT TO:<v@x.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;v@x.example',
    )
    expect(recipient.code).toBe(250)
    expect((await client.send('RCPT TO:<w@x.example> NOTIFY=NEVER,DELAY')).code).toBe(501)
    expect((await client.send('RCPT TO:<\u00fc@x.example>')).code).toBe(250)
    await client.send('DATA')
    expect((await client.message(mail)).code).toBe(250)
    expect(door.queue.kept[0]?.envelope).toMatchObject({
      smtpUtf8: true,
      eightBitMime: true,
      dsn: {
        ret: 'HDRS',
        envid: 'ab+2Bc',
        recipients: [
          { notify: ['SUCCESS', 'FAILURE'], orcpt: 'rfc822;v@x.example' },
          { notify: null, orcpt: null },
        ],
      },
    })
    expect((await client.send('MAIL FROM:<user@good.example> BODY=BINARYMIME')).code).toBe(501)
    expect((await client.send('MAIL FROM:<user@good.example> SIZE=1 SIZE=1')).code).toBe(501)
    expect((await client.send('MAIL FROM:<user@good.example> XVERP')).code).toBe(555)
  })
})

describe('the bytes of a message', () => {
  const submit = async (bytes: string): Promise<string> => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    return (await client.message(bytes)).line
  }

  it('that are checked are those that are kept: a lone LF is CRLF before anyone looks', async () => {
    expect(await submit('From: user@good.example\nSubject: a\n\nline\n..dots\r\n')).toMatch(/^250/)
    const text = door.queue.kept[0]?.bytes.toString('latin1') ?? ''
    expect(text).toMatch(/\r\nFrom: user@good\.example\r\nSubject: a\r\n\r\nline\r\n\.\.dots\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('with a lone CR or a NUL are refused, in the header and anywhere in the body', async () => {
    const variants = [
      'Subject: x\rFrom: ceo@evil.example\r\n\r\nbody\r\n',
      'Subject: x\0\r\n\r\nbody\r\n',
      '\r\nbody\rmore\r\n',
      `\r\n${'long line\r\n'.repeat(20_000)}end\r.\r\n`,
      '\r\nnul\0\r\n',
    ]
    for (const variant of variants) {
      expect(await submit(`From: user@good.example\r\n${variant}`)).toMatch(/^554 5\.6\.0 /)
    }
    expect(door.queue.kept).toHaveLength(0)
    expect(door.queue.open()).toBe(0)
  })

  it('begin with the added trace, Date and Message-ID, counted in the length of the header', async () => {
    expect(await submit(mail)).toMatch(/^250/)
    const { bytes, envelope } = door.queue.kept[0] ?? { bytes: Buffer.alloc(0), envelope: null }
    const text = bytes.toString('latin1')
    expect(text).toMatch(
      /^Received: from localhost .*\r\n\twith ESMTPA id m1; .*\r\nDate: .*\r\nMessage-ID: <.*>\r\nFrom: /,
    )
    expect(text.slice(0, envelope?.headerBytes)).toMatch(/Subject: s\r\n\r\n$/)
    expect(text.slice(envelope?.headerBytes)).toBe('body\r\n')
    expect(envelope).toMatchObject({
      subject: 's',
      priority: 3,
      identities: ['mail-from:user@good.example', 'header-from:user@good.example'],
    })
  })

  it('may have 100 KB of header, and not 256 KB or 2,001 lines', async () => {
    const references = `References: ${'<a.b.c@x.example>\r\n '.repeat(1_500)}<z@x.example>\r\n`
    const received = 'Received: from a.example by b.example; Sat, 1 Nov 2025 00:00:00 +0000\r\n'.repeat(450)
    expect(await submit(`${received}${references}${mail}`)).toMatch(/^250/)
    expect(await submit(`X-Big: ${'x'.repeat(900)}\r\n`.repeat(300) + mail)).toMatch(
      /^554 5\.6\.0 The headers are larger/,
    )
    expect(await submit('X-Line: 1\r\n'.repeat(1_999) + mail)).toMatch(
      /^554 5\.6\.0 The headers have more than/,
    )
  })

  it('may be a header alone, or nothing at all, which has no From', async () => {
    expect(await submit(header)).toMatch(/^250/)
    expect(await submit('')).toMatch(/^554 5\.6\.0 The message has no From header/)
  })

  it('are not kept when the client goes away in the middle', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    await client.write(`${header}\r\n${'body\r\n'.repeat(1_000)}`)
    await waitUntil('the message began to arrive', () => door.queue.open() === 1)
    client.close()
    await waitUntil('the message was given up', () => door.queue.open() === 0)
    expect(door.queue.kept).toHaveLength(0)
  })

  it('wait in the client, not in memory, while the queue is slow', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    door.queue.holdBack('append')
    const total = 20_000_000
    const written = client.write(`${header}\r\n${`${'x'.repeat(78)}\r\n`.repeat(total / 80)}.\r\n`)
    await waitUntil('the queue held the first bytes back', () => door.queue.waiting())
    const before = client.socket().bytesWritten
    await waitUntil('the socket stopped', () => {
      const stalled = client.socket().writableLength > 10_000_000 && client.socket().bytesWritten === before
      return stalled || client.socket().writableLength > 10_000_000
    })
    expect(door.queue.appendedBytes()).toBeLessThan(200_000)
    door.queue.letGo()
    await written
    expect((await client.next()).code).toBe(250)
    expect(door.queue.kept[0]?.bytes.length).toBeGreaterThan(total)
  })
})
