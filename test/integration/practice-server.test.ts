import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userConfiguration } from '../../relay/config/configuration.ts'
import type { PracticeRules } from '../../relay/ipc/relay-contract.ts'
import { type PracticeServer, startPracticeServer } from '../../relay/practice/practice-server.ts'
import type { PracticeMessage } from '../../relay/practice/stored-message.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const mail =
  'From: Ann <ann@firm.example>\r\nTo: v@x.example\r\nSubject: =?utf-8?q?perch=C3=A9?=\r\n\r\n.body\r\n'

describe('the practice server', () => {
  let directory: string
  let practice: PracticeServer
  let rules: PracticeRules
  const arrived: PracticeMessage[] = []

  const start = async (): Promise<void> => {
    const started = await startPracticeServer({
      directory,
      rules: () => rules,
      onMessage: (message) => void arrived.push(message),
    })
    if (!started.ok) throw new Error(started.problem.reason)
    practice = started.value
  }
  const password = async (): Promise<string> => (await readFile(join(directory, 'password'), 'utf8')).trim()
  const signedIn = async (): Promise<SmtpDialogue> => {
    const client = await openDialogue(practice.listen.port)
    await client.send('EHLO program.test')
    await client.starttls({ ca: await readFile(practice.user().caFile ?? '') })
    await client.send('EHLO program.test')
    expect((await client.signIn('practice', await password())).code).toBe(235)
    return client
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'practice-'))
    arrived.length = 0
    rules = {
      status: 'active',
      authorizedDomains: 'firm.example',
      authorizedSenders: '',
      unauthorizedSenders: 'block',
    }
    await start()
  })
  afterEach(async () => {
    await practice.close()
    await rm(directory, { recursive: true, force: true })
  })

  it('describes itself as an SMTP+ user that a configuration file could hold', async () => {
    const user = practice.user()
    expect(userConfiguration.parse(user)).toEqual(user)
    expect(user).toMatchObject({ id: 'practice', encryption: 'starttls', username: 'practice' })
    expect(user.port).toBeGreaterThanOrEqual(1_025)
    expect(user.port).toBeLessThanOrEqual(5_000)
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600)
  })

  it('cannot be mistaken for the real service', async () => {
    const client = await openDialogue(practice.listen.port)
    expect(client.greeting.line).toMatch(/^220 practice\.smtpok\.invalid ESMTP practice/)
    client.close()
  })

  it('wants STARTTLS before a sign-in, also on this machine', async () => {
    const client = await openDialogue(practice.listen.port)
    expect((await client.send('EHLO program.test')).lines.join()).not.toContain('AUTH')
    expect((await client.signIn('practice', await password())).line).toMatch(/^538 5\.7\.11 /)
    client.close()
  })

  it('keeps a message with its envelope, and reads it back byte for byte after a restart', async () => {
    const client = await signedIn()
    await client.envelope('ann@firm.example', ['v@x.example', 'w@x.example'])
    const reply = await client.message(mail)
    client.close()
    const id = /^250 2\.0\.0 practice: queued as (\S+)$/.exec(reply.line)?.[1] ?? ''
    const expected = {
      id,
      mailFrom: 'ann@firm.example',
      recipients: ['v@x.example', 'w@x.example'],
      from: 'ann@firm.example',
      subject: 'perché',
      bytes: mail.length,
    }
    expect(arrived).toMatchObject([expected])
    await practice.close()
    await start()
    expect(practice.messages()).toEqual(arrived)
    expect(await practice.read(id)).toEqual({ message: arrived[0], text: mail })
    expect(await practice.read('../password')).toBeNull()
  })

  it('takes a real program with its own certificate checked', async () => {
    const answer = await sendWithSwaks({
      port: practice.listen.port,
      caFile: practice.user().caFile ?? '',
      username: 'practice',
      password: await password(),
      authType: 'LOGIN',
      mailFrom: 'ann@firm.example',
      recipients: ['v@x.example'],
      message: mail,
    })
    expect(answer.transcript).toContain('practice: queued as')
    expect(practice.messages()).toHaveLength(1)
  })

  it('refuses a sender outside its rules, and follows them when they change', async () => {
    const client = await signedIn()
    const refused = await client.send('MAIL FROM:<boss@bank.example>')
    expect(refused.line).toMatch(/^550 5\.7\.1 boss@bank\.example may not send/)
    rules = { ...rules, authorizedSenders: 'boss@bank.example' }
    practice.updateRules()
    expect((await client.send('MAIL FROM:<boss@bank.example>')).code).toBe(250)
    client.close()
  })

  it('finds another port of the range when its own is taken', async () => {
    const other = await startPracticeServer({
      directory: join(directory, 'other'),
      rules: () => rules,
      onMessage: () => {},
    })
    if (!other.ok) throw new Error(other.problem.reason)
    expect(other.value.listen.port).not.toBe(practice.listen.port)
    expect(other.value.user().port).toBe(other.value.listen.port)
    await other.value.close()
  })
})
