import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { sendersPage } from '../support/pages/senders-page.ts'
import { type ShownSignIn, wizardPage } from '../support/pages/wizard-page.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SwaksAnswer, sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

const keyring = await startKeyringSession()
const postfix = await startPostfix()
const app = await openOwnApp({ keyring, env: { NODE_EXTRA_CA_CERTS: postfix.caFile } })
afterAll(async () => {
  await app.close()
  await postfix.stop()
  await keyring.stop()
})

let signIn: ShownSignIn = { server: '', port: 0, username: '', password: '' }
type Mail = { readonly recipient?: string; readonly subject?: string; readonly from?: string }
const send = (mailFrom: string, mail: Mail = {}): Promise<SwaksAnswer> =>
  sendWithSwaks({
    port: signIn.port,
    username: signIn.username,
    password: signIn.password,
    mailFrom,
    recipients: [mail.recipient ?? 'ann@customer.example'],
    message: writeMail({ from: mail.from ?? mailFrom, subject: mail.subject ?? 'Hello' }),
  })
const sendUntilTaken = (mailFrom: string): Promise<unknown> =>
  waitUntil(`the relay to take mail from ${mailFrom}`, async () => (await send(mailFrom)).code === 0)
const companion = (): ReturnType<typeof companionPage> => companionPage(app.page())
const senders = (): ReturnType<typeof sendersPage> => sendersPage(app.page())
const expectNothingForAxe = async (where: string): Promise<void> => {
  expect(await axeFindings(app.page()), where).toEqual([])
}

describe('an entry of the lists', () => {
  it('sends at once when the wizard is told that it is verified in MailUp', async () => {
    const wizard = wizardPage(app.page())
    await wizard.chooseOwnUser()
    await wizard.enterCredentials({
      username: postfix.username,
      password: postfix.password,
      server: 'localhost',
      port: postfix.port,
    })
    await wizard.authorize('firm.example')
    signIn = await wizard.makeSignIn('accounting')
    await app.page().getByRole('button', { name: 'Finish' }).click()
    expect((await send('info@firm.example')).code).toBe(0)
    await companion().goTo('Senders')
    await senders()
      .entry('firm.example')
      .getByText(/Verified in MailUp, as confirmed/)
      .waitFor()
  })

  it('authorizes nothing until it is verified, and says so in the reply and on the screen', async () => {
    await senders().add('shop.firm.example', 'To be verified here')
    await senders().entry('shop.firm.example').getByText('Not verified, authorizes nothing').waitFor()
    const refused = await waitUntil('the refusal of what is not verified', async () => {
      const answer = await send('web@shop.firm.example')
      return /not verified/i.test(answer.transcript) ? answer : undefined
    })
    expect(refused.transcript).toMatch(/550 5\.7\.1 [^\n]*web@shop\.firm\.example/)
    await companion().goTo('Activity')
    const panel = await companion().openActivityRow('Refused', 'web@shop.firm.example')
    await panel.getByText(/on the list of “office” but not verified yet/).waitFor()
    await panel.getByRole('button', { name: 'Verify shop.firm.example' }).click()
    await app.page().getByRole('complementary', { name: 'shop.firm.example' }).waitFor()
  })

  it('shows the record that would prove a domain, and what is missing of it', async () => {
    const panel = app.page().getByRole('complementary', { name: 'shop.firm.example' })
    await panel.getByText(/^smtp-plus-companion=/).waitFor()
    await panel.getByRole('button', { name: 'Check now' }).click()
    await panel.getByRole('alert').waitFor()
    await expectNothingForAxe('a domain to verify')
  })

  it('sends once it is confirmed in MailUp', async () => {
    const panel = app.page().getByRole('complementary', { name: 'shop.firm.example' })
    await panel.getByRole('button', { name: 'I have confirmed it in MailUp' }).click()
    await panel.getByText(/Verified in MailUp, as confirmed/).waitFor()
    await app.page().keyboard.press('Escape')
    await sendUntilTaken('web@shop.firm.example')
  })

  it('is verified by a code that comes by mail through SMTP+, and not by another one', async () => {
    await senders().add('info@partner.example', 'To be verified here')
    const panel = await senders().open('info@partner.example')
    await panel.getByRole('button', { name: 'Mail me a code' }).click()
    const mail = await postfix.waitForMessage(({ recipient }) => recipient === 'info@partner.example')
    const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(mail.bytes)?.[0] ?? ''
    await panel.getByText(/Sent\. SMTP\+ answered: 250/).waitFor()
    await expectNothingForAxe('waiting for a code')
    await panel.getByLabel('Code from the mail').fill('aaaa aaaa')
    await panel.getByRole('button', { name: 'Verify', exact: true }).click()
    await panel.getByText(/That is not the code/).waitFor()
    await panel.getByText(/for 4 more tries/).waitFor()
    await panel.getByLabel('Code from the mail').fill(code.toLowerCase())
    await panel.getByRole('button', { name: 'Verify', exact: true }).click()
    await panel.getByText(/Verified by a code/).waitFor()
    await app.page().keyboard.press('Escape')
    await sendUntilTaken('info@partner.example')
  })
})

describe('trying a sender', () => {
  it('says what would happen and why, before anything is sent', async () => {
    await companion().goTo('Home')
    await companion().goTo('Senders')
    const allowed = await senders().tryOut('info@firm.example')
    await allowed.getByText('It would go out.').waitFor()
    const refused = await senders().tryOut('anna@sub.firm.example')
    await refused.getByText('It would be refused.').waitFor()
    await refused.getByText('a domain does not cover its subdomains').waitFor()
    await refused.getByRole('button', { name: 'Authorize every address at sub.firm.example' }).waitFor()
    await expectNothingForAxe('a refused try')
  })

  it('names the field of a message that can be read in two ways, and knows an online form', async () => {
    const twice = 'From: info@firm.example\nFrom: boss@bank.example\n\nHello'
    const malformed = await senders().tryOut('info@firm.example', twice)
    await malformed.getByText('The message has From more than once. Leave one.').waitFor()
    const visitor = await senders().tryOut('info@firm.example', 'From: Maria <maria@gmail.com>\n\nHello')
    await visitor.getByText('It looks like an online form').waitFor()
  })

  it('reads a message file byte by byte', async () => {
    await app
      .page()
      .getByLabel('Choose a message file')
      .last()
      .setInputFiles({
        name: 'split.eml',
        mimeType: 'message/rfc822',
        buffer: Buffer.from('From: info@firm.example\r\nSubject: x\rFrom: boss@bank.example\r\n\r\nHello'),
      })
    const verdict = await senders().tryOut('info@firm.example')
    await verdict.getByText(/a line end that is only half there/).waitFor()
  })
})

describe('an alert', () => {
  it('tells of a sender that was refused, and authorizes it with one press', async () => {
    expect((await send('boss@bank.example')).transcript).toMatch(/550 5\.7\.1/)
    await companion().goTo('Home')
    await companion()
      .sentence(/boss@bank\.example may not send through “office”/)
      .waitFor()
    await companion().press('See what to do')
    await companion().text('The message was refused.').waitFor()
    await expectNothingForAxe('alerts')
    await companion().press('Authorize boss@bank.example')
    await companion()
      .text(/boss@bank\.example may send now/)
      .waitFor()
    await sendUntilTaken('boss@bank.example')
  })

  it('can be ignored from now on, and heeded again', async () => {
    await send('spam@other.example')
    const row = app.page().getByRole('article').filter({ hasText: 'spam@other.example' })
    await row.waitFor()
    const head = row.getByRole('button', { name: /spam@other\.example/ }).first()
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
    await row.getByRole('button', { name: 'Ignore from now on' }).click()
    await companion()
      .text(/From now on this is ignored/)
      .waitFor()
    await companion().text('1 cause is ignored').waitFor()
    await companion().press('Undo')
    await companion().text('1 cause is ignored').waitFor({ state: 'detached' })
  })

  it('is told as often as one likes, and mailed only from an authorized sender', async () => {
    await companion().text('How you are told').click()
    const page = app.page()
    await page.getByLabel('Mail: Relay stopped').selectOption('Never')
    await page.getByLabel('Sender of the mail').fill('nobody@other.example')
    await page.getByLabel('Recipient').fill('anna@home.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await companion()
      .text(/may not send through that user/)
      .waitFor()
    await page.getByLabel('Sender of the mail').fill('info@firm.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await companion().text('Alerts are mailed to anna@home.example.').waitFor()
    await expectNothingForAxe('how alerts are told')
    await companion().press('Mail no more alerts')
    await companion()
      .text(/No alert is mailed/)
      .waitFor()
  })
})

describe('rules that change while mail waits', () => {
  it('hold it, show it with its cure, and let it go once its sender is authorized again', async () => {
    await postfix.halt()
    expect(
      (await send('web@shop.firm.example', { recipient: 'waits@customer.example', subject: 'Waiting one' }))
        .code,
    ).toBe(0)
    await companion().goTo('Activity')
    await companion().activityRow('Waiting', 'Waiting one').waitFor()
    await companion().goTo('Senders')
    await senders().takeOff('shop.firm.example')
    await companion().goTo('Home')
    await companion()
      .sentence(/1 message is on hold: the rules have changed/)
      .waitFor()
    await companion().press('Look at them')
    const panel = await companion().openActivityRow('On hold', 'Waiting one')
    await panel.getByText(/web@shop\.firm\.example may not send through “office”/).waitFor()
    expect(await panel.getByRole('button', { name: 'Release' }).count()).toBe(0)
    await expectNothingForAxe('a message on hold')
    await postfix.start()
    await panel.getByRole('button', { name: 'Authorize web@shop.firm.example' }).click()
    await postfix.waitForMessage(({ recipient }) => recipient === 'waits@customer.example')
  })
})

describe('the sign-in of an online form', () => {
  it('puts visitors into Reply-To only when it is told to', async () => {
    await companion().goTo('Set up a program')
    await app.page().getByRole('row').getByRole('button', { name: 'accounting' }).click()
    await companion().press('Online form: accounting')
    const choice = app.page().getByLabel('Put visitors into Reply-To')
    expect(await choice.isChecked()).toBe(false)
    await expectNothingForAxe('an online form')
    await choice.click()
    await companion().text('Saved and in force.').waitFor()
    await expect.poll(() => choice.isChecked()).toBe(true)
    const fromForm = (): Promise<SwaksAnswer> =>
      send('info@firm.example', { recipient: 'form@customer.example', from: 'maria@gmail.com' })
    await waitUntil('the relay to rewrite', async () => (await fromForm()).code === 0)
    const delivered = await postfix.waitForMessage(({ recipient }) => recipient === 'form@customer.example')
    expect(delivered.bytes).toMatch(/^From: info@firm\.example\r$/m)
    expect(delivered.bytes).toMatch(/^Reply-To: maria@gmail\.com\r$/m)
    expect(app.running().pageErrors()).toEqual([])
  })
})
