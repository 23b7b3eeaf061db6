import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { officeUser, type UserInput, writeConfiguration } from '../support/configuration.ts'
import { writeMail } from '../support/mail.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function checkSender(
  mailFrom: string,
  options: { user?: Partial<UserInput>; message?: string } = {},
): Promise<{ code: number | null; answer: unknown }> {
  const folder = await temporaryFolder()
  const config = await writeConfiguration(folder, [officeUser(options.user)])
  const message = join(folder, 'message.eml')
  await writeFile(message, options.message ?? '')
  const call = ['check-sender', '--config', config, '--user', 'office', '--mail-from', mailFrom, '--json']
  const { code, stdout } = await runCli(
    options.message === undefined ? call : [...call, '--message', message],
  )
  return { code, answer: JSON.parse(stdout) }
}

describe('check-sender', () => {
  it.each([
    ['info@firm.example', 'domain-authorized'],
    ['INFO@Firm.Example', 'domain-authorized'],
    ['info@partner.example', 'address-authorized'],
  ])('allows %s, and says why', async (address, reason) => {
    expect(await checkSender(address)).toMatchObject({ code: 0, answer: { decision: 'allow', reason } })
  })

  it('blocks a foreign envelope sender with exit 1', async () => {
    expect(await checkSender('boss@bank.example')).toMatchObject({
      code: 1,
      answer: {
        decision: 'block',
        reason: 'sender-not-authorized',
        identity: 'mail-from',
        address: 'boss@bank.example',
      },
    })
  })

  it('blocks a foreign header From behind an authorized envelope sender', async () => {
    const message = writeMail({ from: 'Boss <boss@bank.example>' })
    expect(await checkSender('info@firm.example', { message })).toMatchObject({
      code: 1,
      answer: { decision: 'block', identity: 'header-from', address: 'boss@bank.example' },
    })
  })

  it('says alert where the user is set to alert, and allow where both lists are empty', async () => {
    expect(await checkSender('boss@bank.example', { user: { unauthorizedSenders: 'alert' } })).toMatchObject({
      code: 0,
      answer: { decision: 'alert', reason: 'sender-not-authorized' },
    })
    const open = { authorizedDomains: '', authorizedSenders: '' }
    expect(await checkSender('boss@bank.example', { user: open })).toMatchObject({
      code: 0,
      answer: { decision: 'allow', reason: 'everyone-authorized' },
    })
  })

  it('blocks what is no address, and headers that are ambiguous', async () => {
    expect(await checkSender('a,ceo@evil.example')).toMatchObject({
      code: 1,
      answer: { decision: 'block', reason: 'address-malformed' },
    })
    const message = writeMail({ headers: ['From: ceo@evil.example'] })
    expect(await checkSender('info@firm.example', { message })).toMatchObject({
      code: 1,
      answer: { decision: 'block', reason: 'headers-malformed' },
    })
  })
})
