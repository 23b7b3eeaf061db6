import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { startFaultServers } from '../support/fault-server.ts'
import { faults, lonelyFaults } from '../support/faults.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const canary = 'Canary-7f3c-password'
const mailFrom = 'anna.rossi@firm.example'
const subject = 'A subject nobody else may read'

it('what breaks comes back on the checklist, its answer is explained, and the report for support tells it without secrets', async () => {
  const { fine } = faults
  const refusing = lonelyFaults['the password refused']
  const upstream = await startFaultServers({ fine, refusing })
  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  const app = await openOwnApp({
    env: { NODE_EXTRA_CA_CERTS: upstream.caFile },
    settings: { setUpDone: true, dnsServers: ['127.0.0.1:1'] },
  })
  onTestFinished(() => app.close())
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const main = askMain(app)
  const page = app.page()
  const companion = companionPage(page)
  const step = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  const connection = { server: 'localhost', encryption: 'starttls', username: 's12345_6', note: 'front desk' }
  await main.ask('addUser', { id: 'office', ...connection, port: upstream.ports.get('fine') })
  await main.ask('setPassword', { id: 'office', password: canary, keep: 'until-quit' })
  const rules = { authorizedDomains: 'firm.example', authorizedSenders: '', unauthorizedSenders: 'block' }
  await main.ask('setRules', { id: 'office', ...rules, alreadyVerified: true })
  const added = await main.ask('addLogin', { name: 'till', user: 'office' })
  const signIn = String(
    added !== null && typeof added === 'object' && 'password' in added ? added.password : '',
  )
  await main.until('the rules to be in force', ({ relay }) => relay.inForce === relay.saved)
  const send = () =>
    sendWithSwaks({
      port: app.port,
      username: 'till',
      password: signIn,
      mailFrom,
      recipients: ['ann@customer.example'],
      message: writeMail({ from: mailFrom, subject }),
    })

  // All steps are done or skipped: the checklist is gone.
  expect((await send()).code).toBe(0)
  await main.until('a delivered message', ({ counts }) => counts.sentToday === 1)
  await companion.goTo('Home')
  await step('Publish SPF, DKIM and DMARC')
    .getByRole('button', { name: /^Skip:/ })
    .click()
  await page.getByRole('heading', { name: 'Setting up' }).waitFor({ state: 'detached' })

  // The password stops working: the step is back, and its row on Home says why the message waits.
  await main.ask('updateUser', { id: 'office', port: upstream.ports.get('refusing') })
  await main.until('the change to be in force', ({ relay }) => relay.inForce === relay.saved)
  expect((await send()).code).toBe(0)
  const broken = step('The server refuses “office”: user name or password has to be put right')
  await broken.waitFor({ timeout: 30_000 })
  await broken.getByText('Needs attention:').waitFor({ state: 'attached' })
  await companion.text('User name or password is wrong.').waitFor()
  expect(await axeFindings(page)).toEqual([])

  // A dialog's text, copied there and pasted here, is explained at once, with the way to its cure.
  const dialog =
    'Sending of the message failed. The mail server responded: 5.7.1 <a@b.example>: Relay access denied.'
  await app.running().app.evaluate(({ clipboard }, text) => clipboard.writeText(text), dialog)
  await page.getByRole('heading', { name: 'Home', level: 1 }).click()
  await page.keyboard.press('Control+V')
  await companion.text('The server passes nothing on for someone who hasn’t signed in.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await companion.press('See the settings for programs')
  await page.getByRole('heading', { name: 'Set up a program', level: 1 }).waitFor()

  // One file for those who help.
  await main.until('the DNS to be looked at', ({ app: { domainRecords } }) => domainRecords.length > 0)
  const file = join(folder, 'report.txt')
  await app.running().app.evaluate(({ dialog: dialogs }, chosen) => {
    dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, file)
  await companion.goTo('Settings')
  await companion.press('Save the report')
  await companion.text(`Saved as ${file}.`).waitFor()
  const report = await readFile(file, 'utf8')
  for (const secret of [canary, signIn, subject, 'anna.rossi', 'front desk', 'scrypt']) {
    expect(report).not.toContain(secret)
    expect(report).not.toContain(Buffer.from(secret).toString('base64'))
  }
  expect(report).toContain('535 5.7.8 Authentication credentials invalid')
  expect(report).toContain('a…@firm.example')
  expect(report).toMatch(/^office: active, localhost port \d+, starttls/m)
  expect(report).toMatch(/^firm\.example .*: dns-not-answering$/m)

  // Put right, it is gone again.
  await main.ask('updateUser', { id: 'office', port: upstream.ports.get('fine') })
  await main.until('the change to be in force', ({ relay }) => relay.inForce === relay.saved)
  await main.ask('setPassword', { id: 'office', password: canary, keep: 'until-quit' })
  await main.until('both messages to be delivered', ({ counts }) => counts.sentToday === 2)
  await companion.goTo('Home')
  await broken.waitFor({ state: 'detached' })
  expect(app.running().pageErrors()).toEqual([])
}, 180_000)
