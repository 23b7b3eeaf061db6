import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judgeWatch } from '../../relay/domain/watch-judgement.ts'
import type { WatchDeed } from '../../relay/domain/watch-step.ts'
import { type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'
import { sendWithSwaks } from '../support/swaks.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const message = 'From: info@firm.example\r\nSubject: A secret subject\r\n\r\nA secret body\r\n'

let office: OwnRelay
beforeEach(async () => {
  office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
})
afterEach(() => office.close())

const deeds = (): WatchDeed[] => office.relay.listener.watch.read(0).steps.map(({ deed }) => deed)
const kinds = (): string[] => deeds().map(({ kind }) => kind)
const finding = () => judgeWatch(office.relay.listener.watch.read(0).steps, () => null)
const dial = (): Promise<SmtpDialogue> => openDialogue(office.relay.listener.addresses()[0]?.port ?? 0)
const gone = (): Promise<true> => waitUntil('the end', () => (kinds().includes('left') ? true : null))

describe('a program that is watched while it is set up', () => {
  it('is seen from its connection to its message, and nothing secret with it', async () => {
    office.relay.listener.watch.begin()
    expect((await office.send('info@firm.example', message)).code).toBe(250)
    await gone()
    expect(kinds()).toEqual(['connected', 'greeted', 'signed-in', 'sender', 'recipient', 'accepted', 'left'])
    const [queued] = office.relay.queue.list({ limit: 1 })
    expect(deeds()).toContainEqual({ kind: 'accepted', id: queued?.id })
    expect(deeds()).toContainEqual({ kind: 'signed-in', login: 'website' })
    const told = JSON.stringify(deeds())
    expect(told).not.toContain('secret')
    expect(told).not.toContain('a-generated-password')
    expect(told).not.toContain(Buffer.from('\0website\0a-generated-password-22').toString('base64'))
    expect(finding().finding).toEqual({ kind: 'works' })
  })

  it('is seen with STARTTLS, and with a wrong password', async () => {
    office.relay.listener.watch.begin()
    const mail = { mailFrom: 'info@firm.example', recipients: ['customer@else.example'], message }
    const port = office.relay.listener.addresses()[0]?.port ?? 0
    await sendWithSwaks({ port, ...mail, username: 'website', password: 'not-the-right-word' })
    await gone()
    const greetings = deeds().filter((deed) => deed.kind === 'greeted')
    expect(greetings.map(({ encrypted }) => encrypted)).toEqual([false, true])
    const [told] = office.relay.journal.refusals(1)
    expect(finding().finding).toEqual({ kind: 'sign-in-refused', reply: told?.reply })
    expect(told?.login).toBe('website')
    expect(JSON.stringify(deeds())).not.toContain('not-the-right-word')
  })

  it('is told apart when its From is refused', async () => {
    office.relay.listener.watch.begin()
    const foreign = message.replace('info@firm.example', 'anna@visitor.example')
    const reply = await office.send('info@firm.example', foreign)
    expect(reply.code).toBe(550)
    expect(finding().finding).toEqual({
      kind: 'message-refused',
      reply: office.relay.journal.refusals(1)[0]?.reply,
    })
  })

  it('is recognised as a device that says HELO and never signs in', async () => {
    office.relay.listener.watch.begin()
    const printer = await dial()
    await printer.send('HELO printer')
    expect((await printer.send('MAIL FROM:<info@firm.example>')).code).toBe(530)
    printer.close()
    expect(finding()).toEqual({
      program: 'device-like',
      finding: { kind: 'no-sign-in', from: '127.0.0.1', nearby: true, sender: 'info@firm.example' },
    })
  })

  it('is recognised as Thunderbird’s test, which only looks', async () => {
    office.relay.listener.watch.begin()
    const test = await dial()
    await test.send('EHLO [127.0.0.1]')
    await test.send('QUIT')
    test.close()
    await gone()
    expect(finding()).toEqual({ program: 'thunderbird-like', finding: { kind: 'only-looked' } })
  })

  it('is not noted while nobody watches', async () => {
    await office.send('info@firm.example', message)
    expect(office.relay.listener.watch.read(0)).toEqual({ open: false, steps: [] })
  })
})
