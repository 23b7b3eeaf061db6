import { afterAll, describe, it, onTestFinished } from 'vitest'
import { type KeyringSession, type KeyringState, startKeyringSession } from '../support/keyring-session.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { wizardPage } from '../support/pages/wizard-page.ts'
import { startPostfix } from '../support/postfix.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

async function openWith(state: KeyringState): Promise<{ keyring: KeyringSession; app: OwnApp }> {
  const keyring = await startKeyringSession(state)
  const app = await openOwnApp({ keyring, env: { NODE_EXTRA_CA_CERTS: postfix.caFile } })
  onTestFinished(async () => {
    await app.close()
    await keyring.stop()
  })
  return { keyring, app }
}

async function enterCredentials(app: OwnApp): Promise<void> {
  const wizard = wizardPage(app.page())
  await wizard.chooseOwnUser()
  const { username, password, port } = postfix
  await wizard.enterCredentials({ username, password, server: 'localhost', port })
}

/** The rest of the set-up, with a message from here to this recipient. */
async function sendFirstTo(app: OwnApp, recipient: string): Promise<void> {
  const wizard = wizardPage(app.page())
  await wizard.authorize('firm.example')
  await wizard.makeSignIn('accounting')
  await wizard.sendFirstMessage('info@firm.example', recipient)
}

describe('without a keychain', () => {
  it('the app says so, works with the password only until I quit, and asks for it after that', async () => {
    const { app } = await openWith('absent')
    await enterCredentials(app)
    const companion = companionPage(app.page())
    await companion.text(/This computer has no keychain that is running/).waitFor()
    await companion.press('Keep it only until I quit')
    await sendFirstTo(app, 'absent@customer.example')
    await postfix.waitForMessage((message) => message.recipient === 'absent@customer.example')
    await wizardPage(app.page()).finish()

    await app.openAgain()
    const again = companionPage(app.page())
    await again.sentence(/Mail of “office” can’t leave: its password is not here/).waitFor()
    await again.press('Enter the password')
    await again.replacePassword(postfix.password)
    await again.press('Keep it only until I quit')
    await again.text(/The password is kept until you quit/).waitFor()
  })
})

describe('with a locked keychain', () => {
  it('the app says so, takes the password once it is unlocked, and mail waits while it is locked', async () => {
    const { keyring, app } = await openWith('locked')
    await enterCredentials(app)
    const companion = companionPage(app.page())
    await companion.text(/The keychain is locked\. Unlock it, then try again/).waitFor()
    await keyring.change('unlocked')
    await companion.press('Try again')
    await sendFirstTo(app, 'unlocked@customer.example')
    await postfix.waitForMessage((message) => message.recipient === 'unlocked@customer.example')
    await wizardPage(app.page()).finish()

    await app.quit()
    await keyring.change('locked')
    await app.openAgain()
    const again = companionPage(app.page())
    await again.text('Relay running').waitFor()
    await again.goTo('Set up a program')
    await again.press('Send a message from here')
    await app.page().getByLabel('To', { exact: true }).fill('waits@customer.example')
    await again.press('Send the message')
    await again.text(/The password is not at hand: unlock the keychain/).waitFor()
    await again.goTo('Home')
    await again.sentence(/Mail of “office” can’t leave, and waits: The keychain is locked/).waitFor()
    await keyring.change('unlocked')
    await again.press('I unlocked it: try again')
    await postfix.waitForMessage((message) => message.recipient === 'waits@customer.example')
  })
})
