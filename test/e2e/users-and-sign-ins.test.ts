import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { freePort } from '../support/free-port.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { sendersPage } from '../support/pages/senders-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SmtpConversation, startConversation } from '../support/smtp-conversation.ts'
import { waitUntil } from '../support/wait-until.ts'

const keyring = await startKeyringSession()
const postfix = await startPostfix()
const closedPort = await freePort()
const app = await openOwnApp({
  keyring,
  env: { NODE_EXTRA_CA_CERTS: postfix.caFile },
  settings: { setUpDone: true },
})
afterAll(async () => {
  await app.close()
  await postfix.stop()
  await keyring.stop()
})

const main = askMain(app)
const companion = companionPage(app.page())
const panel = () => app.page().getByRole('complementary')
const inPanel = (name: string) => panel().getByRole('button', { name, exact: true })
const expectNothingForAxe = async (where: string): Promise<void> => {
  expect(await axeFindings(app.page()), where).toEqual([])
}

beforeAll(async () => {
  const { username, password } = postfix
  const connection = { server: 'localhost', port: closedPort, encryption: 'starttls', username, note: '' }
  await main.ask('addUser', { id: 'office', ...connection })
  await main.ask('setPassword', { id: 'office', password, keep: 'keychain' })
  await main.ask('setRules', {
    id: 'office',
    authorizedDomains: 'firm.example',
    authorizedSenders: '',
    unauthorizedSenders: 'block',
    alreadyVerified: true,
  })
})

describe('the connection check', () => {
  it('is where the checklist leads, says what is wrong with the port, and another one is adopted with one press', async () => {
    await companion.goTo('Home')
    await companion.press('Check now')
    await companion.text(/No port leads to localhost from here\./).waitFor()
    await app.page().getByLabel('Other ports').fill(String(postfix.port))
    await companion.press('Check these ports')
    await companion.text(`Port ${postfix.port} works from here. “office” uses port ${closedPort}:`).waitFor()
    await expectNothingForAxe('a port to adopt')
    await companion.press(`Use port ${postfix.port}`)
    await companion.text(`“office” uses port ${postfix.port} from now on.`).waitFor()
    await companion.text('Saved and in force.').waitFor()
    expect((await main.snapshot()).users.find(({ id }) => id === 'office')?.port).toBe(postfix.port)
    await companion.press('Check again')
    await main.until('a connection that works', ({ app }) => app.checklist.checkedUsers.includes('office'))
    expect(await postfix.messages()).toEqual([])
  })
})

describe('the checklist on Home', () => {
  it('has ticked what was checked, and a step can be skipped and brought back', async () => {
    await companion.goTo('Home')
    await companion.text('User name and password are right').waitFor()
    await companion.text('Port and encryption work').waitFor()
    const dns = app.page().getByRole('listitem').filter({ hasText: 'Publish SPF, DKIM and DMARC' })
    await dns.getByRole('button', { name: /^Skip:/ }).click()
    await expectNothingForAxe('a skipped step')
    await dns.getByRole('button', { name: 'Bring back' }).click()
    await dns.getByRole('button', { name: /^Skip:/ }).waitFor()
  })
})

describe('a sign-in', () => {
  let password = ''

  /** A program's own connection, signed in; gives the answer to that too. */
  const signIn = async (using: string): Promise<{ session: SmtpConversation; answer: string }> => {
    const session = await startConversation(app.port)
    await session.say('EHLO till.firm.example')
    await session.startTls()
    await session.say('EHLO till.firm.example')
    return { session, answer: await session.signIn('till', using) }
  }
  const open = async (): Promise<void> => {
    await companion.goTo('Home')
    await companion.goTo('Set up a program')
    await app.page().getByRole('row').getByRole('button', { name: 'till' }).click()
    await inPanel('Remove “till”').waitFor()
  }

  it('is added with its kind, its password shown once', async () => {
    await companion.goTo('Set up a program')
    await companion.press('Add a sign-in')
    await panel().getByLabel('Name of the program').fill('till')
    await panel().getByLabel('Kind of program').selectOption('Accounting or ERP')
    await inPanel('Make the sign-in').click()
    password = await valueNamed(app.page(), 'Password')
    await expectNothingForAxe('a password shown once')
    await inPanel('I have copied it').click()
    await waitUntil('the relay to know it', async () => (await signIn(password)).answer.startsWith('235'))
    await open()
    expect(await app.page().content()).not.toContain(password)
  })

  it('keeps to the limits it is given', async () => {
    await panel().getByText('Limits', { exact: true }).click()
    await panel().getByLabel('Recipients a message').fill('1')
    await inPanel('Save').click()
    await panel().getByText('Saved and in force.').waitFor()
    const { session } = await signIn(password)
    await session.say('MAIL FROM:<info@firm.example>')
    expect(await session.say('RCPT TO:<ann@customer.example>')).toMatch(/^250/)
    expect(await session.say('RCPT TO:<bob@customer.example>')).toMatch(/^452/)
    session.close()
  })

  it('gets a new password, shown once, and the old one stops working', async () => {
    const old = password
    await inPanel('New password for “till”').click()
    await inPanel('New password').click()
    password = await valueNamed(app.page(), 'Password')
    expect(password).not.toBe(old)
    await inPanel('I have copied it').click()
    await waitUntil('the new one to work', async () => (await signIn(password)).answer.startsWith('235'))
    expect((await signIn(old)).answer).toMatch(/^535/)
  })

  it('can be paused and let on again', async () => {
    await open()
    await inPanel('Pause').click()
    await panel().getByText('Paused', { exact: true }).waitFor()
    await waitUntil('the relay to pause it', async () => !(await signIn(password)).answer.startsWith('235'))
    await inPanel('Let it send again').click()
    await waitUntil('it to send again', async () => (await signIn(password)).answer.startsWith('235'))
  })

  it('removed, ends the session it has open', async () => {
    const { session, answer } = await signIn(password)
    expect(answer).toMatch(/^235/)
    await inPanel('Remove “till”').click()
    await panel().getByRole('alert').getByRole('button', { name: 'Remove' }).click()
    await waitUntil('the session to end', () => session.isClosed())
    expect((await signIn(password)).answer).toMatch(/^535/)
  })
})

describe('the history', () => {
  it('says who changed what, and takes the last change of lists back', async () => {
    await companion.goTo('Senders')
    await sendersPage(app.page()).add('shop.firm.example', 'Verified in MailUp already')
    await companion.goTo('Settings')
    await companion.press('See what was changed')
    await companion.text('Sign-in “till” was removed.').waitFor()
    await companion.text('Takes off shop.firm.example.').waitFor()
    await expectNothingForAxe('the history')
    await companion.press('Undo the last change of lists')
    await companion.text('The lists are as they were.').waitFor()
    const entries = async () =>
      (await main.snapshot()).users.find(({ id }) => id === 'office')?.entries.map(({ entry }) => entry)
    expect(await entries()).toEqual(['firm.example'])
  })
})

describe('SMTP+ users', () => {
  const saveUser = async (name: string, username: string): Promise<void> => {
    await panel().getByLabel('Name in this app').fill(name)
    await panel().getByLabel('User name').fill(username)
    await panel().getByLabel('Password', { exact: true }).fill(`pw-${crypto.randomUUID()}`)
    await inPanel('Save').click()
    await app.page().getByRole('heading', { name: 'Senders', level: 1 }).waitFor()
    await companion.goTo('Users')
  }
  const open = (name: string): Promise<void> =>
    app.page().getByRole('row').getByRole('button', { name, exact: true }).click()

  it('are added and duplicated, all but name, user name and password', async () => {
    await companion.goTo('Users')
    await companion.press('Add an SMTP+ user')
    await panel().getByLabel('Server').fill('localhost')
    await panel().getByLabel('Port').fill(String(postfix.port))
    await panel().getByLabel('Note').fill('Invoices and offers')
    await saveUser('sales', 's12345_7')
    await open('sales')
    await inPanel('Duplicate').click()
    await panel().getByText('A duplicate of “sales”').waitFor()
    await expectNothingForAxe('a duplicate')
    await saveUser('export', 's12345_8')
    const { users } = await main.snapshot()
    const described = { server: 'localhost', port: postfix.port, note: 'Invoices and offers' }
    expect(users.find(({ id }) => id === 'export')).toMatchObject({ ...described, username: 's12345_8' })
  })

  it('removed, ask what becomes of their sign-ins', async () => {
    await main.ask('addLogin', { name: 'website', user: 'office' })
    await open('office')
    await inPanel('Remove “office”').click()
    await panel().getByText('One sign-in belongs to it (website). What becomes of it?').waitFor()
    await expectNothingForAxe('a user to remove')
    await panel().getByLabel('Move to “sales”').click()
    await inPanel('Remove').click()
    await main.until('a removed user', ({ users }) => users.every(({ id }) => id !== 'office'))
    const { logins } = await main.snapshot()
    expect(logins).toMatchObject([{ name: 'website', user: 'sales' }])
    expect(app.running().pageErrors()).toEqual([])
  })
})
