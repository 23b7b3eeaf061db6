import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage, type ScreenTitle } from '../support/pages/companion-page.ts'
import { keyboard } from '../support/pages/hands.ts'
import { wizardPage } from '../support/pages/wizard-page.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const keyring = await startKeyringSession()
const app = await openOwnApp({ keyring })
afterAll(async () => {
  await app.close()
  await keyring.stop()
})

const findings = (): Promise<readonly string[]> => axeFindings(app.page())

const screens: readonly (ScreenTitle | 'Practice mailbox')[] = [
  'Home',
  'Users',
  'Senders',
  'Set up a program',
  'Activity',
  'Alerts',
  'Practice mailbox',
  'Settings',
]

const checkEveryScreen = async (): Promise<void> => {
  const companion = companionPage(app.page())
  for (const screen of screens) {
    await companion.goTo(screen)
    expect(await findings(), screen).toEqual([])
  }
}

describe('the app for everybody', () => {
  it('goes through every step of the set-up by keyboard alone, and axe finds nothing on any', async () => {
    const page = app.page()
    const atQuestion = async (question: string): Promise<void> => {
      expect(await findings(), question).toEqual([])
    }
    const wizard = wizardPage(page, { hands: keyboard(page), atQuestion })
    await wizard.chooseOwnUser()
    await page.getByRole('heading', { name: 'Your SMTP+ user' }).waitFor()
    expect(await findings(), 'credentials').toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    await wizard.choosePractice()
    await page.getByLabel('Domains and addresses').fill('firm.example, www.other.example')
    await page.getByText('not with a comma').waitFor()
    expect(await findings(), 'senders with a problem').toEqual([])
    await page.getByRole('button', { name: /^Change to/ }).click()
    await wizard.authorize('firm.example')
    const signIn = await wizard.makeSignIn('accounting')
    await wizard.sendFirstMessage('info@firm.example', 'ann@customer.example')
    await wizard.progress(/Sent\. The practice server answered/).waitFor()
    expect(await findings(), 'first message').toEqual([])
    const refused = await sendWithSwaks({
      port: signIn.port,
      username: signIn.username,
      password: signIn.password,
      mailFrom: 'boss@bank.example',
      recipients: ['bob@customer.example'],
      message: writeMail({ subject: 'Not ours' }),
    })
    expect(refused.code).not.toBe(0)
    await wizard.finish()
  })

  it('has nothing for axe to find on any screen, in light and in dark', async () => {
    await checkEveryScreen()
    await app.page().getByText('Dark', { exact: true }).click()
    await checkEveryScreen()
  })

  it('has nothing for axe to find in the panel of a refusal', async () => {
    const companion = companionPage(app.page())
    await companion.goTo('Activity')
    await companion.openActivityRow('Refused', 'boss@bank.example')
    expect(await findings()).toEqual([])
  })

  it('can be gone through by keyboard: focus goes into a panel, Escape closes it and gives focus back', async () => {
    const page = app.page()
    const companion = companionPage(page)
    await companion.goTo('Home')
    await companion.goTo('Activity')
    const first = page.getByRole('row').nth(1).getByRole('button')
    const second = page.getByRole('row').nth(2).getByRole('button')
    await first.focus()
    await page.keyboard.press('ArrowDown')
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary')
    await panel.waitFor()
    expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('Activity selects by keyboard, acts on what is selected, and searches the whole journal as one types', async () => {
    const page = app.page()
    const companion = companionPage(page)
    await companion.goTo('Home')
    await companion.goTo('Activity')
    const sent = companion.activityRow('Sent', 'ann@customer.example')
    await sent.getByRole('button').focus()
    await page.keyboard.press('Space')
    await companion.text('1 message selected. There is nothing to do to them.').waitFor()
    expect(await findings(), 'with a selection').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByLabel('Search', { exact: true }).fill('bank.example')
    await sent.waitFor({ state: 'detached' })
    await companion.activityRow('Refused', 'boss@bank.example').waitFor()
    await page.getByRole('button', { name: 'Filters' }).click()
    expect(await findings(), 'with filters').toEqual([])
    await page.getByLabel('SMTP+ user').selectOption('practice')
    await page.getByLabel('Search', { exact: true }).fill('in no message')
    await companion.press('Show all')
    await sent.waitFor()
  })

  it('speaks Italian from one press on, and says so to a screen reader', async () => {
    const page = app.page()
    await companionPage(page).goTo('Settings')
    await page.getByText('Italiano', { exact: true }).click()
    await page.getByRole('heading', { name: 'Impostazioni', level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('it')
    expect(await findings()).toEqual([])
  })
})
