import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'

const app = await openOwnApp({ settings: { ...officeSettings('firm.example'), setUpDone: true } })
afterAll(() => app.close())
const folder = app.userDataDirectory

const companion = companionPage(app.page())
const page = app.page()
const said = (text: string | RegExp) => page.getByText(text).first()

/** What a person chooses in the system's own dialog, which no test can press; gives the name it offered. */
const saveTo = (filePath: string): Promise<void> =>
  app.running().app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (...given: readonly unknown[]) => {
      const [options] = given.slice(-1)
      Object.assign(globalThis, { offered: Object(options).defaultPath })
      return Promise.resolve({ canceled: false, filePath: chosen })
    }
  }, filePath)
const offeredName = (): Promise<string> =>
  app.running().app.evaluate(() => String(Reflect.get(globalThis, 'offered')))

const openGuide = async (name: string): Promise<void> => {
  await companion.goTo('Home')
  await companion.goTo('Set up a program')
  await companion.press('Choose your program')
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}
const makeSignIn = async (): Promise<void> => {
  await companion.press('Make the sign-in')
  await said(/^Sign-in/).waitFor()
}

beforeAll(async () => {
  await companion.goTo('Set up a program')
})

describe('a file instead of typing', () => {
  it('for Apple’s Mail asks for the mailbox’s server, says what is missing, and is written for this account alone', async () => {
    await openGuide('Apple Mail')
    await makeSignIn()
    const file = join(folder, 'companion.mobileconfig')
    await saveTo(file)
    await companion.press('Save as a file')
    await said('This is missing or not right. Nothing was written.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Incoming server', { exact: true }).fill('mail.firm.example')
    await page.getByLabel('User name of the mailbox').fill('info@firm.example')
    await companion.press('Save as a file')
    await said(`Written: ${file}.`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await offeredName()).toMatch(/companion\.mobileconfig$/)
    const written = await readFile(file, 'utf8')
    expect(written).toContain('<key>OutgoingMailServerHostName</key><string>127.0.0.1</string>')
    expect(written).toContain(`<key>OutgoingMailServerPortNumber</key><integer>${app.port}</integer>`)
    expect(written).toContain('<key>IncomingMailServerHostName</key><string>mail.firm.example</string>')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('for accounts still to be added in Thunderbird is offered under its domain’s name, and says where to put it', async () => {
    await openGuide('Thunderbird')
    await makeSignIn()
    await page.getByText('For accounts that are still to be added: a file that fills them in').click()
    const file = join(folder, 'firm.example.xml')
    await saveTo(file)
    await page.getByLabel('Incoming server', { exact: true }).fill('mail.firm.example')
    expect(await page.getByLabel('User name of the mailbox').inputValue()).toBe('%EMAILADDRESS%')
    await companion.press('Save as a file')
    await said(`Written: ${file}. Put it, as firm.example.xml, into the folder “isp”`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await offeredName()).toMatch(/firm\.example\.xml$/)
    const written = await readFile(file, 'utf8')
    expect(written).toContain('<domain>firm.example</domain>')
    expect(written).toContain(`<port>${app.port}</port>`)
  })
})

describe('Thunderbird, at a press', () => {
  const profile = join(app.userDataDirectory, 'home', '.thunderbird', 'ännä 1.default')
  const prefs = join(profile, 'prefs.js')
  const before =
    'user_pref("mail.accountmanager.accounts", "account1");\nuser_pref("mail.smtpservers", "smtp1");\n'

  it('has the server put into a closed profile and taken out again', async () => {
    await mkdir(profile, { recursive: true })
    await writeFile(
      join(app.userDataDirectory, 'home', '.thunderbird', 'profiles.ini'),
      '[Profile0]\nName=default\nIsRelative=1\nPath=ännä 1.default\n',
    )
    await writeFile(prefs, before)
    await companion.press('Find profiles')
    await companion.press('Add to ännä 1.default')
    await said(/^Done\. Start Thunderbird again\./).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const added = await readFile(prefs, 'utf8')
    expect(added).toContain('user_pref("mail.smtpservers", "smtp1,smtp2");')
    expect(added).toContain(`user_pref("mail.smtpserver.smtp2.port", ${app.port});`)
    expect(added).toContain('user_pref("mail.accountmanager.accounts", "account1");')
    expect(await readFile(`${prefs}.before-companion`, 'utf8')).toBe(before)
    await companion.press('Take it out of ännä 1.default again')
    await page.getByRole('button', { name: 'Add to ännä 1.default' }).waitFor()
    expect(await readFile(prefs, 'utf8')).toBe(before)
    expect(app.running().pageErrors()).toEqual([])
  })
})
