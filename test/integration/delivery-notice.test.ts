import { afterEach, describe, expect, it } from 'vitest'
import { noticeLogin } from '../../relay/domain/own-logins.ts'
import { mostPerSender } from '../../relay/notices/notice-desk.ts'
import { type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const sender = 'info@firm.example'
const nobody = 'nobody@else.example'
const refusal = '550 5.1.1 No such mailbox'
const asked = { rcpt: ' NOTIFY=FAILURE' }
const mail = (subject = 's', from = sender): string =>
  `From: ${from}\r\nTo: ${nobody}\r\nSubject: ${subject}\r\n\r\nthe body\r\n`

let office: OwnRelay
afterEach(() => office.close())

const open = async (dataDirectory?: string): Promise<void> => {
  office = await startOwnRelay({ dataDirectory: dataDirectory ?? (await temporaryFolder()) })
  refuseNobody()
}
const refuseNobody = (): void =>
  office.behave({ rcpt: (address) => (address === nobody ? refusal : '250 2.1.5 ok') })
const notices = () => office.relay.queue.list({ limit: 500, login: noticeLogin })
const arrived = () => office.upstream.messages.filter(({ from }) => from === '')
const failures = (): number => office.events.filter(({ event }) => event === 'failed').length
const always = async (): Promise<void> => {
  const users = office.relay
    .configuration()
    .users.map((user) => Object.assign({}, user, { failureNotices: 'always' }))
  await office.configure({ users })
}
const soonGivenUp = (): Promise<void> => office.configure({ delivery: { giveUpAfterHours: 0.01 } })
/** The alerts, with how often each was raised. */
const reasons = () =>
  office
    .alerts()
    .map(({ reason, count }) => [reason, count])
    .toSorted((one, other) => String(one).localeCompare(String(other)))
/** Everything that was to be told is told: a look has gone by after the failure. */
const allTold = async (count: number): Promise<void> => {
  await waitUntil('the failures', () => failures() >= count)
  await office.relay.notices.look()
}

describe('a sender that asked for it is told of a failure', () => {
  it('with the null reverse-path, from an authorized address, in words with the exact answer', async () => {
    await open()
    await office.send(sender, mail(), nobody, asked)
    const notice = await waitUntil('the notice', () => arrived()[0])
    expect(notice.to).toEqual([sender])
    const text = notice.bytes.toString('utf8')
    expect(text).toContain(`From: SMTP+ Companion <${sender}>\r\n`)
    expect(text).toContain(`To: ${sender}\r\n`)
    expect(text).toContain('Auto-Submitted: auto-replied\r\n')
    expect(text).toContain(`127.0.0.1 answered: ${refusal}\r\n`)
    expect(text).toContain(`Final-Recipient: rfc822; ${nobody}\r\nAction: failed\r\nStatus: 5.1.1\r\n`)
    expect(text).not.toContain('the body')
    expect(office.upstream.commands).toContain('MAIL FROM:<>')
  })

  it('once, also when the relay was gone between the failure and the notice', async () => {
    const dataDirectory = await temporaryFolder()
    await open(dataDirectory)
    await office.relay.notices.close()
    await office.send(sender, mail(), nobody, asked)
    await waitUntil('the failure', () => failures() === 1)
    expect(notices()).toHaveLength(0)
    await office.close()
    await open(dataDirectory)
    await waitUntil('the notice', () => arrived().length === 1)
    await office.close()
    await open(dataDirectory)
    await office.relay.notices.look()
    expect(notices()).toHaveLength(1)
  })

  it('with all of it when that was asked for', async () => {
    await open()
    await office.send(sender, mail(), nobody, { ...asked, mail: ' RET=FULL ENVID=QQ+2B314' })
    const notice = await waitUntil('the notice', () => arrived()[0])
    const text = notice.bytes.toString('utf8')
    expect(text).toContain('Content-Type: message/rfc822\r\n')
    expect(text).toContain('\r\n\r\nthe body\r\n')
    expect(text).toContain('Original-Envelope-Id: QQ+314\r\n')
  })

  it('when it asked for nothing, only where its user has that switched on', async () => {
    await open()
    await office.send(sender, mail(), nobody)
    await allTold(1)
    expect(notices()).toHaveLength(0)
    await always()
    await office.send(sender, mail(), nobody)
    await waitUntil('the notice', () => arrived()[0])
  })

  it('when its message was given up after its time', async () => {
    await open()
    office.behave({ rcpt: (address) => (address === nobody ? '451 4.2.2 later' : '250 2.1.5 ok') })
    await office.send(sender, mail(), nobody, asked)
    await waitUntil('an attempt', () => office.events.some(({ event }) => event === 'deferred'))
    await soonGivenUp()
    await office.passMinutes(2)
    const notice = await waitUntil('the notice', () => arrived()[0])
    expect(notice.bytes.toString('utf8')).toMatch(
      /Status: 4\.4\.7\r\n[^]*Diagnostic-Code: smtp; 451 4\.2\.2 later\r\n/,
    )
  })
})

describe('a sender that asked for it is told of a delay', () => {
  it('once, after as long as the configuration says, and of nothing else', async () => {
    await open()
    office.behave({ rcpt: (address) => (address === nobody ? '451 4.2.2 later' : '250 2.1.5 ok') })
    await office.send(sender, mail(), nobody, { rcpt: ' NOTIFY=DELAY' })
    await waitUntil('an attempt', () => office.events.some(({ event }) => event === 'deferred'))
    await office.passMinutes(59)
    expect(notices()).toHaveLength(0)
    await office.passMinutes(2)
    const notice = await waitUntil('the notice', () => arrived()[0])
    const text = notice.bytes.toString('utf8')
    expect(text).toContain('Action: delayed\r\nStatus: 4.2.2\r\n')
    expect(text).toContain('Will-Retry-Until: ')
    await soonGivenUp()
    await office.passMinutes(120)
    await allTold(1)
    expect(notices()).toHaveLength(1)
  })
})

describe('a sender that asked to hear of success, of a server that tells nobody', () => {
  const success = { rcpt: ' NOTIFY=SUCCESS,FAILURE', mail: ' ENVID=QQ314' }
  const somebody = 'somebody@else.example'

  it('is told once that it was passed on, with the header, also when the relay was gone in between', async () => {
    const dataDirectory = await temporaryFolder()
    await open(dataDirectory)
    await office.relay.notices.close()
    await office.send(sender, mail('Offer'), somebody, success)
    await waitUntil('it is delivered', () => office.events.some(({ event }) => event === 'delivered'))
    await office.close()
    await open(dataDirectory)
    const notice = await waitUntil('the notice', () => arrived()[0])
    expect(notice.to).toEqual([sender])
    const text = notice.bytes.toString('utf8')
    expect(text).toContain('Subject: Passed on: your message\r\n')
    expect(text).toContain('Original-Envelope-Id: QQ314\r\n')
    expect(text).toMatch(
      /Final-Recipient: rfc822; somebody@else\.example\r\nAction: relayed\r\nStatus: 2\.0\.0\r\n/,
    )
    expect(text).toContain('Subject: Offer\r\n')
    expect(text).not.toContain('the body')
    await office.passMinutes(61)
    expect(notices()).toHaveLength(1)
  })

  it('is told at once, and of a partly refused message each of its own', async () => {
    await open()
    await office.send(sender, mail(), somebody, success)
    await waitUntil('the notice', () => arrived().length === 1)
    await office.send(sender, mail(), nobody, success)
    const failed = await waitUntil('the other', () => arrived()[1])
    expect(failed.bytes.toString('utf8')).toContain('Action: failed\r\n')
  })

  it('is told nothing by the relay where the server does', async () => {
    await open()
    office.behave({ abilities: ['8BITMIME', 'AUTH PLAIN', 'DSN'] })
    await office.send(sender, mail(), somebody, success)
    await waitUntil('it is delivered', () => office.events.some(({ event }) => event === 'delivered'))
    await office.passMinutes(61)
    expect(notices()).toHaveLength(0)
    expect(office.upstream.commands).toContain(`RCPT TO:<${somebody}> NOTIFY=SUCCESS,FAILURE`)
  })

  it('is told nothing without an envelope sender, or when it is not authorized any more', async () => {
    await open()
    await office.send('', mail(), somebody, success)
    await waitUntil('it is delivered', () => office.upstream.messages.length === 1)
    await office.relay.notices.close()
    await office.send(sender, mail(), somebody, success)
    await waitUntil('the other is delivered', () => office.upstream.messages.length === 2)
    await office.passMinutes(61)
    expect(notices()).toHaveLength(0)
  })
})

describe('nobody is told', () => {
  it('of mail with the null reverse-path', async () => {
    await open()
    await always()
    await office.send('', mail(), nobody, asked)
    await allTold(1)
    expect(notices()).toHaveLength(0)
  })

  it('who asked never to be, whatever the user has set', async () => {
    await open()
    await always()
    await office.send(sender, mail(), nobody, { rcpt: ' NOTIFY=NEVER' })
    await office.send(sender, mail(), nobody, { rcpt: ' NOTIFY=SUCCESS' })
    await allTold(2)
    expect(notices()).toHaveLength(0)
  })

  it('who isn’t authorized, also where the rule is to alert', async () => {
    await open()
    await office.configure({ users: office.usersWith('', 'alert') })
    await office.send('boss@bank.example', mail('s', 'boss@bank.example'), nobody, asked)
    await allTold(1)
    expect(notices()).toHaveLength(0)
  })

  it('of a notice that fails; an alert says so', async () => {
    await open()
    await office.send(sender, mail(), 'good@else.example')
    await waitUntil('it arrived', () => office.upstream.messages.length === 1)
    office.behave({ mail: '550 5.7.1 no', rcpt: refusal })
    await office.send(sender, mail(), nobody, asked)
    await waitUntil('the notice has failed', () => notices().some(({ state }) => state === 'failed'))
    for (let hour = 0; hour < 5; hour += 1) await office.passMinutes(60)
    expect(notices()).toHaveLength(1)
    expect(notices()[0]?.reply).toBe('550 5.7.1 no')
    expect(reasons()).toEqual([
      ['notice-not-delivered', 1],
      ['refused-for-good', 1],
    ])
  })
})

describe('a program gone wild', () => {
  it('is told so often an hour, then of the rest together', async () => {
    await open()
    const count = mostPerSender + 15
    for (let number = 0; number < count; number += 1) await office.send(sender, mail(), nobody, asked)
    await allTold(count)
    expect(notices()).toHaveLength(mostPerSender)
    expect(reasons()).toEqual([['refused-for-good', count]])
    await office.passMinutes(61)
    expect(notices()).toHaveLength(mostPerSender + 1)
    const summary = await waitUntil('the summary', () =>
      arrived().find(({ bytes }) => bytes.includes('Subject: Not delivered: 15 more of your messages')),
    )
    expect(summary.to).toEqual([sender])
    await office.passMinutes(61)
    expect(notices()).toHaveLength(mostPerSender + 1)
  })
})
