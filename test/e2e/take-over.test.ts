import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keychainAccount } from '../../relay/secrets/keychain-item.ts'
import { answerOpenDialog } from '../support/answer-dialog.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { runCli } from '../support/relay-process.ts'

// What files know already, nobody types: those of other programs, and the relay's own configuration file.
const keyring = await startKeyringSession()
const folder = await mkdtemp(join(tmpdir(), 'take-over-'))
const inFolder = (name: string): string => join(folder, name)
const passwords = { msmtp: `msmtp ${crypto.randomUUID()}`, postfix: `Postfix~${crypto.randomUUID()}` }
await writeFile(
  join(keyring.home, '.msmtprc'),
  `account invoices\nhost in.smtpok.com\nport 1026\ntls on\nfrom info@firm.example\nuser s12345_1\npassword "${passwords.msmtp}"\n`,
)
await writeFile(inFolder('sasl_passwd'), `[in.smtpok.com]:2525 s12345_2:${passwords.postfix}\n`)
await writeFile(
  inFolder('main.cf'),
  `relayhost = [in.smtpok.com]:2525\nsmtp_tls_security_level = encrypt\nsmtp_sasl_password_maps = hash:${inFolder('sasl_passwd')}\n`,
)
const smtp = { host: 'in.smtpok.com', port: '1027', encryption: 'tls', user: 's12345_3', pass: 'AbCd==' }
const option = { mail: { from_email: 'shop@firm.example', mailer: 'smtp' }, smtp }
await writeFile(inFolder('wp-mail-smtp.json'), JSON.stringify({ wp_mail_smtp: option }))
await writeFile(inFolder('letter.txt'), 'Dear customer,\n')

const app = await openOwnApp({ keyring, settings: { setUpDone: true } })
afterAll(async () => {
  await app.close()
  await keyring.stop()
  await rm(folder, { recursive: true, force: true })
})

const companion = () => companionPage(app.page())
const panel = () => app.page().getByRole('complementary')
const inPanel = (name: string) => panel().getByRole('button', { name, exact: true })
const value = (label: string): Promise<string> => panel().getByLabel(label, { exact: true }).inputValue()
const lookAround = async (): Promise<void> => {
  await companion().goTo('Home')
  await companion().goTo('Users')
  await companion().press('Add an SMTP+ user')
  await inPanel('Take over from another program').click()
}
const lookInto = async (file: string): Promise<void> => {
  await lookAround()
  await answerOpenDialog(app, inFolder(file))
  await inPanel('Choose a file').click()
}
const saveAs = async (name: string): Promise<void> => {
  await panel().getByLabel('Name in this app').fill(name)
  await inPanel('Save').click()
  await app.page().getByRole('heading', { name: 'Senders', level: 1 }).waitFor()
}

describe('a new SMTP+ user is filled in', () => {
  it('from an msmtprc, with its password, which goes straight into the keychain', async () => {
    await lookAround()
    await panel().getByText('msmtp, invoices').waitFor()
    await panel().getByText('Its password can be taken over too.').waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    await inPanel('Use in.smtpok.com').click()
    expect([await value('User name'), await value('Port'), await value('Password')]).toEqual([
      's12345_1',
      '1026',
      '',
    ])
    await saveAs('invoices')
    expect(await keyring.search('username', keychainAccount('invoices'))).toContain(passwords.msmtp)
  })

  it('from a Postfix’s main.cf, with the password of the table it names', async () => {
    await lookInto('main.cf')
    await panel().getByText('Postfix, relayhost').waitFor()
    await inPanel('Use in.smtpok.com').click()
    expect([await value('User name'), await value('Port')]).toEqual(['s12345_2', '2525'])
    await saveAs('server')
    expect(await keyring.search('username', keychainAccount('server'))).toContain(passwords.postfix)
  })

  it('from an export of WP Mail SMTP, but for the password, which is asked for', async () => {
    await lookInto('wp-mail-smtp.json')
    await panel().getByText('Sender: shop@firm.example').waitFor()
    await inPanel('Use in.smtpok.com').click()
    expect([await value('User name'), await value('Port')]).toEqual(['s12345_3', '1027'])
    await panel().getByLabel('Name in this app').fill('shop')
    await inPanel('Save').click()
    await panel().getByText('Fill this in.').waitFor()
    const { users } = await askMain(app).snapshot()
    expect(users.some(({ id }) => id === 'shop')).toBe(false)
  })

  it('by hand where a file has no server in it, and that is said', async () => {
    await lookInto('letter.txt')
    await panel()
      .getByText('No outgoing server was found in that file. Choose another, or type it in below.')
      .waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })
})

describe('the relay’s configuration file', () => {
  const settings = join(app.userDataDirectory, 'settings.json')
  const convert = (command: 'export' | 'import') =>
    runCli(['settings', command, '--config', inFolder('relay.json'), '--settings', settings])

  it('is not put into the settings of an app that runs', async () => {
    expect((await convert('export')).code).toBe(0)
    const refused = await convert('import')
    expect(refused.code).toBe(3)
    expect(refused.stderr).toMatch(
      /^The app is running on .*settings\.json \(process \d+\)\. Quit it, then import again\./,
    )
  })

  it('is, once it was quit: the app opens with what was changed there, and its history says from where', async () => {
    await app.quit()
    const file = z
      .looseObject({ users: z.array(z.looseObject({ id: z.string() })) })
      .parse(JSON.parse(await readFile(inFolder('relay.json'), 'utf8')))
    const branch = {
      id: 'branch',
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls',
      username: 's12345_4',
    }
    const changed = {
      ...branch,
      password: { env: 'P' },
      authorizedDomains: 'branch.example',
      authorizedSenders: '',
    }
    await writeFile(inFolder('relay.json'), JSON.stringify({ ...file, users: [...file.users, changed] }))
    const made = await convert('import')
    expect(made.code, made.stderr).toBe(0)
    expect(made.stderr).toContain('User branch: enter the password in the app')
    await app.openAgain()
    await companion().goTo('Users')
    await companion().activityRow('branch', 'Password missing').waitFor()
    await companion().activityRow('invoices', 's12345_1').waitFor()
    await companion().goTo('Settings')
    await companion().press('See what was changed')
    await companion().text('SMTP+ user “branch” was added.').waitFor()
    await companion().text('From outside, while the app was closed').waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })
})
