import { afterAll, describe, expect, it } from 'vitest'
import { filesWithText } from '../support/find-text.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { writeMail } from '../support/mail.ts'
import { isRunning, processText } from '../support/other-process.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { keyboard } from '../support/pages/hands.ts'
import { type ShownSignIn, wizardPage } from '../support/pages/wizard-page.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SwaksAnswer, type SwaksMessage, sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

const keyring = await startKeyringSession()
const postfix = await startPostfix()
const launchedAt = performance.now()
// The app has no field for an authority of one's own: a firm's is trusted as Node does it.
const app = await openOwnApp({ keyring, env: { NODE_EXTRA_CA_CERTS: postfix.caFile } })
afterAll(async () => {
  await app.close()
  await postfix.stop()
  await keyring.stop()
})

let signIn: ShownSignIn = { server: '', port: 0, username: '', password: '' }
const send = (mail: Partial<SwaksMessage> = {}): Promise<SwaksAnswer> =>
  sendWithSwaks({
    port: signIn.port,
    username: signIn.username,
    password: signIn.password,
    mailFrom: 'info@firm.example',
    recipients: ['ann@customer.example'],
    message: writeMail(),
    ...mail,
  })
const home = (): Promise<void> => companionPage(app.page()).goTo('Home')

describe('with an SMTP+ user', () => {
  it('the wizard leads to a first message delivered in a minute, with 7 things to type or choose at most', async () => {
    const wizard = wizardPage(app.page(), { hands: keyboard(app.page()) })
    await wizard.chooseOwnUser()
    await wizard.enterCredentials({
      username: postfix.username,
      password: postfix.password,
      server: 'localhost',
      port: postfix.port,
    })
    await wizard.authorize('firm.example; info@partner.example')
    signIn = await wizard.makeSignIn('accounting')
    expect(signIn.port).toBe(app.port)
    await wizard.sendFirstMessage('info@partner.example', 'first@customer.example')
    await wizard.progress(/Sent\. SMTP\+ answered: 250 2\.0\.0 Ok: queued as/).waitFor()
    const delivered = await postfix.waitForMessage(
      (message) => message.recipient === 'first@customer.example',
    )
    const seconds = (performance.now() - launchedAt) / 1000
    expect(delivered.received).toContain(`Authenticated sender: ${postfix.username}`)
    // A person's server is filled in and its port is found; a Postfix on a port of its own has to be named.
    const answers = wizard.answers().filter((answer) => answer !== 'Server' && answer !== 'Port')
    const told = `${answers.length} typed or chosen: ${answers.join('; ')}. ${seconds.toFixed(1)} s from launch.\n`
    process.stdout.write(told)
    expect(answers.length).toBeLessThanOrEqual(7)
    expect(seconds).toBeLessThan(60)
  })

  it('the wizard then watches the program arrive, and Home counts both', async () => {
    const wizard = wizardPage(app.page())
    await wizard.waitForProgram()
    const sent = await send({ recipients: ['second@customer.example'] })
    expect(sent.code, sent.transcript).toBe(0)
    await wizard.progress(/Sent\. SMTP\+ answered: 250 2\.0\.0 Ok: queued as/).waitFor()
    await wizard.finish()
    await companionPage(app.page())
      .sentence(/Your relay is running\. 2 messages sent today, nothing is waiting\./)
      .waitFor()
  })

  it('Activity shows a message with the answer of the server, word for word', async () => {
    await send({ recipients: ['seen@customer.example'], message: writeMail({ subject: 'Offer 7' }) })
    const companion = companionPage(app.page())
    await companion.goTo('Activity')
    const panel = await companion.openActivityRow('Sent', 'Offer 7', 'seen@customer.example')
    await panel.getByText(/250 2\.0\.0 Ok: queued as \w+/).waitFor()
    await panel.getByText('accounting').waitFor()
  })

  it('a foreign sender is refused with 550, visible as refused, and can be authorized on the spot', async () => {
    const foreign = { mailFrom: 'boss@bank.example', message: writeMail({ from: 'boss@bank.example' }) }
    const refused = await send(foreign)
    expect(refused.transcript).toMatch(/550 5\.7\.1 boss@bank\.example may not send/)
    const companion = companionPage(app.page())
    await companion.goTo('Activity')
    const panel = await companion.openActivityRow('Refused', 'boss@bank.example')
    await panel.getByText(/may not send through “office”/).waitFor()
    await panel.getByRole('button', { name: 'Authorize boss@bank.example' }).click()
    await panel.getByText(/boss@bank\.example may send now/).waitFor()
    await waitUntil('the relay to let it through', async () => (await send(foreign)).code === 0)
  })

  it('a password that SMTP+ refuses is told on Home with its cure, and the new one sends what waits', async () => {
    const newPassword = `replaced-${crypto.randomUUID()}`
    await postfix.setPassword(newPassword)
    // A connection that is still open would not ask for the password again.
    await postfix.halt()
    await postfix.start()
    expect((await send({ recipients: ['waits@customer.example'] })).code).toBe(0)
    await home()
    const companion = companionPage(app.page())
    await companion
      .sentence(/1 message is waiting: SMTP\+ refused the user name or password of “office”/)
      .waitFor()
    await companion.press('Enter the new password')
    await companion.replacePassword(newPassword)
    await companion.text('The new password is stored.').waitFor()
    await postfix.waitForMessage((message) => message.recipient === 'waits@customer.example')
    await home()
    await companion.sentence(/Your relay is running\./).waitFor()
    await expectNowhere(newPassword)
  })

  it('the password is in no file, no process and not in the page', async () => {
    await expectNowhere(postfix.password)
    expect(signIn.password).not.toBe('')
    await expectNowhere(signIn.password)
  })
})

describe('the relay, when its process is killed', () => {
  it('comes back by itself, and mail that waited goes out', async () => {
    await postfix.freeze()
    expect((await send({ recipients: ['survives@customer.example'] })).code).toBe(0)
    const before = await app.relayProcessId()
    process.kill(before, 'SIGKILL')
    await postfix.thaw()
    await waitUntil('another process', async () => (await app.relayProcessId()) !== before)
    await postfix.waitForMessage((message) => message.recipient === 'survives@customer.example')
    await home()
    await companionPage(app.page())
      .sentence(/Your relay is running\./)
      .waitFor()
    expect((await send()).code).toBe(0)
  })
})

describe('the window', () => {
  it('closed, leaves the relay running, and a second launch raises it', async () => {
    const { app: electron } = app.running()
    const isShown = (): Promise<boolean> =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await waitUntil('the window to hide', async () => !(await isShown()))
    expect((await send({ recipients: ['hidden@customer.example'] })).code).toBe(0)
    await postfix.waitForMessage((message) => message.recipient === 'hidden@customer.example')
    expect(await app.launchSecond()).toBe(0)
    await waitUntil('the window to be raised', isShown)
  })

  it('quit, stops the relay and sends nothing half', async () => {
    const relay = await app.relayProcessId()
    await app.quit()
    await expect(send()).resolves.toMatchObject({ code: 2 })
    expect(await isRunning(relay)).toBe(false)
    expect(app.running().pageErrors()).toEqual([])
  })
})

/** Not under the user's data, not in the page, not on a command line or in an environment. */
async function expectNowhere(secret: string): Promise<void> {
  expect(await filesWithText(app.userDataDirectory, secret)).toEqual([])
  const inPage = await app.page().evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return [document.documentElement.outerHTML, ...typed, JSON.stringify(window.localStorage)].join('\n')
  })
  expect(inPage).not.toContain(secret)
  const pids = await app.running().app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
  for (const pid of pids) {
    expect(await processText(pid)).not.toContain(secret)
  }
}
