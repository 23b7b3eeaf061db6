import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { wizardPage } from '../support/pages/wizard-page.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const keyring = await startKeyringSession()
const app = await openOwnApp({ keyring })
afterAll(async () => {
  await app.close()
  await keyring.stop()
})

describe('just trying it', () => {
  it('takes a few presses to a first message in the practice mailbox', async () => {
    const wizard = wizardPage(app.page())
    await wizard.choosePractice()
    await wizard.authorize('firm.example')
    const signIn = await wizard.makeSignIn('accounting')
    expect(signIn).toMatchObject({ server: '127.0.0.1', port: app.port, username: 'accounting' })
    expect(signIn.password).toMatch(/^[A-Za-z0-9]{22,}$/)
    await wizard.sendFirstMessage('info@firm.example', 'ann@customer.example')
    await wizard.progress(/Sent\. The practice server answered: 250/).waitFor()
    await wizard.finish()

    const companion = companionPage(app.page())
    await companion.sentence(/Your relay is running in practice/).waitFor()

    const sent = await sendWithSwaks({
      port: signIn.port,
      username: signIn.username,
      password: signIn.password,
      mailFrom: 'info@firm.example',
      recipients: ['bob@customer.example'],
      message: writeMail({ subject: 'From the accounting program' }),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await companion.goTo('Practice mailbox')
    await companion.press(/From the accounting program/)
    await companion.text('Please find the invoice below.').waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })

  it('is still there after a restart, without the wizard', async () => {
    await app.openAgain()
    const companion = companionPage(app.page())
    await companion.sentence(/Your relay is running in practice/).waitFor()
    await companion.goTo('Activity')
    await companion.activityRow('Sent', 'From the accounting program').waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })

  it('leads through a guide by keyboard, until its program has sent', async () => {
    const page = app.page()
    await companionPage(page).goTo('Set up a program')
    const { keyboard } = page
    await page.getByRole('button', { name: 'Choose your program' }).press('Enter')
    await page.getByRole('searchbox', { name: 'Search by name' }).focus()
    await keyboard.type('tunderbird')
    // Past the kind of program, to what was found.
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thunderbird', level: 1 }).waitFor()
    await page.getByLabel('Name of the program').press('Enter')
    await page.getByText('Waiting for “thunderbird” to connect…').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const sent = await sendWithSwaks({
      port: Number(await valueNamed(page, 'Port')),
      username: await valueNamed(page, 'User Name'),
      password: await valueNamed(page, 'Password'),
      mailFrom: 'info@firm.example',
      recipients: ['bob@customer.example'],
      message: writeMail({ subject: 'From Thunderbird' }),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await wizardPage(page)
      .progress(/Sent\. The practice server answered: 250/)
      .waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })
})
