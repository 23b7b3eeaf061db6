import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { freePort } from '../support/free-port.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { onPaper } from '../support/paper.ts'
import { type SmtpConversation, startConversation } from '../support/smtp-conversation.ts'
import { waitUntil } from '../support/wait-until.ts'

// Nobody answers upstream: what a program hands over waits, and counts as sent by it all the same.
const { users } = officeSettings('firm.example')
const closedPort = await freePort()
const app = await openOwnApp({
  // A computer without a printer, whatever the one that runs the tests has.
  env: { CUPS_SERVER: '127.0.0.1:1' },
  settings: {
    setUpDone: true,
    users: users.map(({ username: _none, ...user }) =>
      Object.assign(user, { server: 'localhost', port: closedPort, encryption: 'none' as const }),
    ),
  },
})
afterAll(() => app.close())

const main = askMain(app)
const companion = companionPage(app.page())
const row = () => app.page().getByRole('row').filter({ hasText: 'till' })
const panel = () => app.page().getByRole('complementary')
const inPanel = (name: string) => panel().getByRole('button', { name, exact: true })
const inForce = (): Promise<void> =>
  main.until('the change in force', ({ relay }) => relay.inForce === relay.saved)
const open = async (): Promise<void> => {
  await companion.goTo('Home')
  await companion.goTo('Set up a program')
  await app.page().getByRole('row').getByRole('button', { name: 'till', exact: true }).click()
  await inPanel('Remove “till”').waitFor()
}
const save = async (): Promise<void> => {
  await inPanel('Save').click()
  await panel().getByText('Saved and in force.').waitFor()
}
const fact = (label: string): Promise<string> =>
  panel()
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd[1]')
    .innerText()

let password = ''
/** The program's own connection, signed in. */
const connect = async (): Promise<SmtpConversation> => {
  const session = await startConversation(app.port)
  await session.say('EHLO till.firm.example')
  await session.startTls()
  await session.say('EHLO till.firm.example')
  expect(await session.signIn('till', password)).toMatch(/^235/)
  return session
}
const sendFrom = async (session: SmtpConversation, from: string, subject: string): Promise<string> => {
  const mail = await session.say(`MAIL FROM:<${from}>`)
  if (!mail.startsWith('250')) return mail
  await session.say('RCPT TO:<ann@customer.example>')
  await session.say('DATA')
  return session.sayBytes(`From: ${from}\r\nSubject: ${subject}\r\n\r\nGood morning.\r\n.\r\n`)
}

beforeAll(async () => {
  await main.until('a running relay', ({ relay }) => relay.status === 'running')
  await companion.goTo('Set up a program')
  await companion.press('Add a sign-in')
  await panel().getByLabel('Name of the program').fill('till')
  await panel().getByLabel('Kind of program').selectOption('Accounting or ERP')
  await inPanel('Make the sign-in').click()
  password = await valueNamed(panel(), 'Password')
})

describe('the password of a sign-in', () => {
  it.each([
    ['en', 'Mail settings for “till”', 'Type the password without the spaces'],
    ['it', 'Dati di posta per “till”', 'Scrivi la password senza gli spazi'],
  ])('fits on one sheet with everything to type, in groups (%s)', async (language, title, note) => {
    await main.ask('setPreferences', { language, theme: 'dark' })
    const sheet = app.page().locator(`article[lang=${language}]`)
    await sheet.waitFor({ state: 'attached' })
    const pages = await onPaper(app)
    expect(pages).toHaveLength(1)
    const groups = password.match(/.{4}/g)?.join(String.raw`\s+`)
    const lines = [
      title,
      '127\\.0\\.0\\.1',
      app.port,
      'STARTTLS',
      'till',
      groups,
      note,
      new Date().getFullYear(),
    ]
    expect(pages[0]).toMatch(new RegExp(lines.join('[^]*')))
    await main.ask('setPreferences', { language: 'en', theme: 'light' })
  })

  it('stays on the screen where there is no printer, which is said', async () => {
    await inPanel('Print').click()
    await panel()
      .getByText(/^Nothing was printed \(.+\)\. The values are still here: copy them/)
      .waitFor()
    expect(await valueNamed(panel(), 'Password')).toBe(password)
    await expectNothingForAxe('nothing printed')
  })

  it('is copied with the other values, and is nowhere on the page once that is said', async () => {
    await inPanel('Copy all').click()
    const copied = await app.running().app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toBe(
      `Server: 127.0.0.1\nPort: ${app.port}\nEncryption: STARTTLS\nUser name: till\nPassword: ${password}`,
    )
    await inPanel('I have copied it').click()
    await open()
    expect(await app.page().content()).not.toContain(password)
  })
})

describe('a sign-in', () => {
  it('has the picture of its kind, which may be another one later', async () => {
    await row().locator('.tabler-icon-calculator').waitFor()
    await panel().getByLabel('Kind of program').selectOption('Website')
    await save()
    await row().locator('.tabler-icon-world').waitFor()
    expect(await row().locator('.tabler-icon-calculator').count()).toBe(0)
  })

  it('may be given fewer senders than its user has, never more', async () => {
    await panel().getByLabel('Only these addresses').fill('boss@bank.example')
    await inPanel('Save').click()
    await panel()
      .getByText(/^“boss@bank\.example” is not on the lists of this SMTP\+ user\./)
      .waitFor()
    await expectNothingForAxe('a sender its user does not have')
    await panel().getByLabel('Only these addresses').fill('invoices@firm.example')
    await save()
    const session = await connect()
    expect(await sendFrom(session, 'ceo@firm.example', 'Urgent')).toMatch(/^550 5\.7\.1 ceo@firm\.example/)
    expect(await sendFrom(session, 'invoices@firm.example', 'Invoice 1')).toMatch(/^250/)
    session.close()
  })

  it('sends no more messages an hour than it was given, and its program hears when to try again', async () => {
    await panel().getByText('Limits', { exact: true }).click()
    await panel().getByLabel('Messages an hour').fill('many')
    await inPanel('Save').click()
    await panel().getByText('Write a whole number from 1 to 1,000,000').waitFor()
    await panel().getByLabel('Messages an hour').fill('2')
    await panel().getByLabel('Recipients a message').fill('1')
    await save()
    const session = await connect()
    expect(await sendFrom(session, 'invoices@firm.example', 'Invoice 2')).toMatch(/^250/)
    expect(await sendFrom(session, 'invoices@firm.example', 'Invoice 3')).toMatch(
      /^450 4\.7\.0 .*\d+ minutes?/,
    )
    session.close()
  })

  it('shows when it was last seen, and what it sent', async () => {
    await open()
    await panel()
      .getByText(/^Last seen \d\d:\d\d$/)
      .waitFor()
    expect(await row().getByText('Never').count()).toBe(0)
    expect(await fact('Today')).toBe('2 messages')
    expect(await fact('In 30 days')).toBe('2 messages')
    expect(await fact('Refused in 30 days')).toBe('2 messages')
    expect(await fact('Last message')).toMatch(/^\d\d:\d\d, Invoice 2, to ann@customer\.example$/)
    await expectNothingForAxe('what a sign-in sent')
  })

  it('paused, has its next message refused on the connection it has open, and may go on there later', async () => {
    await panel().getByText('Limits', { exact: true }).click()
    await panel().getByLabel('Messages an hour').fill('')
    await save()
    const session = await connect()
    await inPanel('Pause').click()
    await row().getByText('Paused', { exact: true }).waitFor()
    await inForce()
    expect(await session.say('MAIL FROM:<invoices@firm.example>')).toMatch(/^525 5\.7\.13/)
    expect(session.isClosed()).toBe(false)
    await inPanel('Let it send again').click()
    await row().getByText('May send').waitFor()
    await inForce()
    expect(await sendFrom(session, 'invoices@firm.example', 'Invoice 4')).toMatch(/^250/)
    session.close()
  })

  it('given a new password, loses the connection it has open, and the old password signs in no more', async () => {
    const session = await connect()
    const old = password
    await inPanel('New password for “till”').click()
    await inPanel('New password').click()
    await waitUntil('the session to end', () => session.isClosed())
    password = await valueNamed(panel(), 'Password')
    const fresh = await connect()
    expect(await sendFrom(fresh, 'invoices@firm.example', 'Invoice 5')).toMatch(/^250/)
    fresh.close()
    password = old
    await expect(connect()).rejects.toThrow('535')
    expect(app.running().pageErrors()).toEqual([])
  })
})

async function expectNothingForAxe(where: string): Promise<void> {
  expect(await axeFindings(app.page()), where).toEqual([])
}
