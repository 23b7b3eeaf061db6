import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keychainAccount } from '../../relay/secrets/keychain-item.ts'
import { answerOpenDialog, answerSaveDialog } from '../support/answer-dialog.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { freePort } from '../support/free-port.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { startConversation } from '../support/smtp-conversation.ts'
import { waitUntil } from '../support/wait-until.ts'

// Two computers, one after the other: each with folders and a keyring of its own.
const folder = await mkdtemp(join(tmpdir(), 'move-and-keep-'))
const keptFile = join(folder, 'kept.json')
const newerFile = join(folder, 'newer.json')
const officePassword = `Office~${crypto.randomUUID()}`
const closedPort = await freePort()
let oldSignInPassword = ''
afterAll(() => rm(folder, { recursive: true, force: true }))

const settingsIn = (app: OwnApp): Promise<string> =>
  readFile(join(app.userDataDirectory, 'settings.json'), 'utf8')

describe('the computer that is left', () => {
  it('saves its settings to a file that holds no password and no hash of one', async () => {
    const keyring = await startKeyringSession()
    const app = await openOwnApp({ keyring, settings: { setUpDone: true } })
    try {
      const main = askMain(app)
      const companion = companionPage(app.page())
      const connection = { server: 'localhost', port: closedPort, encryption: 'starttls', note: 'Invoices' }
      await main.ask('addUser', { id: 'office', ...connection, username: 's12345_6' })
      await main.ask('setPassword', { id: 'office', password: officePassword, keep: 'keychain' })
      await main.ask('setRules', {
        id: 'office',
        authorizedDomains: 'firm.example',
        authorizedSenders: '',
        unauthorizedSenders: 'block',
        alreadyVerified: true,
      })
      const shown = z
        .looseObject({ password: z.string().min(8) })
        .parse(await main.ask('addLogin', { name: 'till', user: 'office', kind: 'accounting' }))
      expect(await keyring.search('username', keychainAccount('office'))).toContain(officePassword)

      oldSignInPassword = shown.password
      await answerSaveDialog(app, keptFile)
      await companion.goTo('Settings')
      await companion.press('Save the settings to a file')
      await companion.text(`Saved as ${keptFile}. It has no passwords in it`).waitFor()
      const kept = await readFile(keptFile, 'utf8')
      const { logins } = z
        .looseObject({ logins: z.array(z.looseObject({ passwordHash: z.string().min(20) })).length(1) })
        .parse(JSON.parse(await settingsIn(app)))
      expect(kept).toContain('firm.example')
      for (const secret of [officePassword, oldSignInPassword, ...logins.map((login) => login.passwordHash)])
        expect(kept).not.toContain(secret)
    } finally {
      await app.close()
      await keyring.stop()
    }
  })
})

describe('the computer that comes after it', async () => {
  const keyring = await startKeyringSession()
  let app: OwnApp
  beforeAll(async () => {
    await layThunderbirdProfile(keyring.home)
    app = await openOwnApp({ keyring, settings: { setUpDone: true } })
  })
  afterAll(async () => {
    await app.close()
    await keyring.stop()
  })
  const page = () => app.page()
  const panel = () => page().getByRole('complementary')
  const inPanel = (name: string) => panel().getByRole('button', { name, exact: true })
  const expectNothingForAxe = async (where: string): Promise<void> => {
    expect(await axeFindings(page()), where).toEqual([])
  }
  const bringIn = async (file: string): Promise<void> => {
    await answerOpenDialog(app, file)
    await companionPage(page()).goTo('Settings')
    await companionPage(page()).press('Bring in settings from a file')
  }

  it('refuses a file of a newer version with a sentence, and changes nothing', async () => {
    const kept = z.looseObject({ version: z.int() }).parse(JSON.parse(await readFile(keptFile, 'utf8')))
    await writeFile(newerFile, JSON.stringify({ ...kept, version: kept.version + 1 }))
    const before = await settingsIn(app)
    await bringIn(newerFile)
    await page().getByText('Nothing was changed.').waitFor()
    await page()
      .getByText('The file was made by a newer version of this app (form 2, this one knows 1).')
      .waitFor()
    expect(await page().getByRole('button', { name: 'Bring these settings in' }).count()).toBe(0)
    expect(await settingsIn(app)).toBe(before)
  })

  it('shows what would change before anything does, then takes all of it', async () => {
    const companion = companionPage(page())
    const before = await settingsIn(app)
    await bringIn(keptFile)
    await companion.text(/things would change\. Nothing has changed yet\./).waitFor()
    await companion.text('SMTP+ user “office”: new.').waitFor()
    await companion.text('Sign-in “till”: new.').waitFor()
    await companion.text('Afterwards enter the password of: office.').waitFor()
    await companion.text('Afterwards make a new password, shown once, for the sign-in of: till.').waitFor()
    expect(await settingsIn(app)).toBe(before)
    await expectNothingForAxe('a difference')
    await companion.press('Bring these settings in')
    await companion.text('The settings are brought in, all of them.').waitFor()
    const { users, logins } = await askMain(app).snapshot()
    const office = users.find(({ id }) => id === 'office')
    expect(office).toMatchObject({ port: closedPort, username: 's12345_6', note: 'Invoices' })
    expect(office?.entries).toMatchObject([{ entry: 'firm.example' }])
    expect(logins).toMatchObject([{ name: 'till', user: 'office', kind: 'accounting' }])
  })

  it('asks for the passwords of SMTP+ users, and keeps them in its own keychain', async () => {
    const companion = companionPage(page())
    await companion.press('Enter the passwords')
    await companion.activityRow('office', 'Password missing').getByRole('button').click()
    await inPanel('Replace password').click()
    await companion.replacePassword(officePassword)
    await panel().getByText('The new password is stored.').waitFor()
    expect(await keyring.search('username', keychainAccount('office'))).toContain(officePassword)
  })

  it('lets a sign-in on only with a new password', async () => {
    const { port } = z
      .looseObject({ listen: z.tuple([z.looseObject({ port: z.int() })], z.unknown()) })
      .parse(JSON.parse(await readFile(keptFile, 'utf8'))).listen[0]
    const signIn = async (password: string): Promise<string> => {
      const session = await startConversation(port)
      await session.say('EHLO till.firm.example')
      await session.startTls()
      await session.say('EHLO till.firm.example')
      const answer = await session.signIn('till', password)
      session.close()
      return answer
    }
    await askMain(app).until(
      'the port that was brought in',
      ({ relay }) => relay.inForce === relay.saved && relay.listen.some((address) => address.port === port),
    )
    expect(await signIn(oldSignInPassword)).toMatch(/^535/)
    await companionPage(page()).goTo('Set up a program')
    const row = page().getByRole('row').filter({ hasText: 'till' })
    await row.getByText('Needs a new password').waitFor()
    await expectNothingForAxe('a sign-in without its password')
    await row.getByRole('button', { name: 'till', exact: true }).click()
    await panel()
      .getByText(/^It came from another computer, and passwords never travel\./)
      .waitFor()
    await inPanel('Close').click()
    await row.getByRole('button', { name: 'Make one: a new password for “till”' }).click()
    await panel().getByText('Make a password for “till”? It is shown once.').waitFor()
    await inPanel('New password').click()
    const password = await valueNamed(page(), 'Password')
    await row.getByText('May send').waitFor()
    await waitUntil('the new password to work', async () => (await signIn(password)).startsWith('235'))
  })

  it('fills in what Thunderbird knows of an outgoing server', async () => {
    const companion = companionPage(page())
    await companion.goTo('Users')
    await companion.press('Add an SMTP+ user')
    await inPanel('Take over from another program').click()
    await panel().getByText('Thunderbird, Newsletter').waitFor()
    await expectNothingForAxe('servers that were found')
    await inPanel('Use in.smtpok.com').click()
    await panel().getByText('in.smtpok.com is filled in below. Look at it, then save.').waitFor()
    expect(await panel().getByLabel('User name').inputValue()).toBe('s12345_9')
    expect(await panel().getByLabel('Server', { exact: true }).inputValue()).toBe('in.smtpok.com')
    expect(await panel().getByLabel('Port', { exact: true }).inputValue()).toBe('1026')
    expect(await panel().getByLabel('Password', { exact: true }).inputValue()).toBe('')
  })

  it('compares with the service only at a press, unconfirmed as that is, and fails softly', async () => {
    const companion = companionPage(page())
    const connection = { server: 'in.smtpok.com', port: 2525, encryption: 'starttls', note: '' }
    await askMain(app).ask('addUser', { id: 'sales', ...connection, username: 's12345_7' })
    await companion.goTo('Home')
    await companion.goTo('Users')
    await page().getByRole('row').getByRole('button', { name: 'sales', exact: true }).click()
    await inPanel('Compare with MailUp').click()
    await panel().getByText('This interface is not confirmed by the service’s documentation').waitFor()
    const before = await settingsIn(app)
    await inPanel('Ask MailUp now').click()
    await panel().getByText('No password is kept for this user, so MailUp was not asked.').waitFor()
    await panel().getByText('Nothing was changed.').waitFor()
    await inPanel('Ask MailUp again').waitFor()
    await expectNothingForAxe('a comparison that failed')
    expect(await settingsIn(app)).toBe(before)
    expect(app.running().pageErrors()).toEqual([])
  })
})

/** A profile as Thunderbird writes it: the folder is named in profiles.ini, the server in its prefs.js. */
async function layThunderbirdProfile(home: string): Promise<void> {
  const profile = join(home, '.thunderbird', 'abcd1234.default')
  await mkdir(profile, { recursive: true })
  const ini = '[Profile0]\nName=default\nIsRelative=1\nPath=abcd1234.default\nDefault=1\n'
  await writeFile(join(home, '.thunderbird', 'profiles.ini'), ini)
  const prefs: Readonly<Record<string, string | number>> = {
    'mail.smtpservers': 'smtp1',
    'mail.smtpserver.smtp1.description': 'Newsletter',
    'mail.smtpserver.smtp1.hostname': 'in.smtpok.com',
    'mail.smtpserver.smtp1.port': 1026,
    'mail.smtpserver.smtp1.try_ssl': 2,
    'mail.smtpserver.smtp1.username': 's12345_9',
  }
  const lines = Object.entries(prefs).map(
    ([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`,
  )
  await writeFile(join(profile, 'prefs.js'), lines.join(''))
}
