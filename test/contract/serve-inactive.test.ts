import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { relayConfiguration } from '../../relay/config/configuration.ts'
import { type Office, openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { runCli } from '../support/relay-process.ts'
import { startConversation } from '../support/smtp-conversation.ts'

const loginShown = z.strictObject({ name: z.string(), password: z.string() })
const postfix = await startPostfix()
afterAll(() => postfix.stop())

/** Sets the status of the one user or the one sign-in in the file and reloads it. */
async function setStatus(
  office: Office,
  what: 'users' | 'logins',
  status: 'active' | 'inactive',
): Promise<void> {
  const configuration = relayConfiguration.parse(JSON.parse(await readFile(office.config, 'utf8')))
  const before = office.relay().eventsNamed('reloaded').length
  for (const entry of configuration[what]) {
    entry.status = status
  }
  await writeFile(office.config, JSON.stringify(configuration))
  office.relay().signal('SIGHUP')
  await office.relay().waitFor('reloaded', () => office.relay().eventsNamed('reloaded').length > before)
}

async function answerToMail(office: Office): Promise<string> {
  const session = await startConversation(office.relay().port)
  await session.say('EHLO program.test')
  await session.startTls()
  await session.say('EHLO program.test')
  const signIn = await session.signIn(office.login.name, office.login.password)
  const answer = signIn.startsWith('235') ? await session.say('MAIL FROM:<info@firm.example>') : signIn
  session.close()
  return answer
}

describe('an inactive SMTP+ user', () => {
  it('gets 525 5.7.13, and sends again once active', async () => {
    const office = await openOffice(postfix)
    await setStatus(office, 'users', 'inactive')
    expect(await answerToMail(office)).toMatch(/^525 5\.7\.13 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'user-inactive')
    await setStatus(office, 'users', 'active')
    expect((await office.send()).code).toBe(0)
    await office.close()
  })
})

describe('an inactive sign-in', () => {
  it('gets 525 5.7.13, and sends again once active', async () => {
    const office = await openOffice(postfix)
    await setStatus(office, 'logins', 'inactive')
    expect(await answerToMail(office)).toMatch(/^525 5\.7\.13 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'login-inactive')
    await setStatus(office, 'logins', 'active')
    expect((await office.send()).code).toBe(0)
    await office.close()
  })
})

describe('a sign-in with a new password', () => {
  it('works with the new one after a reload, and no longer with the old one', async () => {
    const office = await openOffice(postfix)
    const args = ['login', 'reset', '--config', office.config, '--name', 'accounting', '--json']
    const reset = await runCli(args)
    expect(reset.code).toBe(0)
    expect((await office.send()).code).toBe(0)
    office.relay().signal('SIGHUP')
    await office.relay().waitFor('reloaded')
    expect((await office.send()).transcript).toContain('535 5.7.8')
    const { password } = loginShown.parse(JSON.parse(reset.stdout))
    expect((await office.send({ password })).code).toBe(0)
    await office.close()
  })
})
