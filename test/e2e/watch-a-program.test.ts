import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { writeMail } from '../support/mail.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SwaksAnswer, sendWithSwaks } from '../support/swaks.ts'

const keyring = await startKeyringSession()
const postfix = await startPostfix()
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
const said = (text: string) => panel().getByText(text, { exact: true })
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click()
const loginNamed = async (wanted: string) =>
  (await main.snapshot()).logins.find(({ name }) => name === wanted)

/** A real program sends one message, from `info@firm.example` unless it is told otherwise. */
const send = (
  subject: string,
  how: { username?: string; password?: string; from?: string } = {},
): Promise<SwaksAnswer> => {
  const { from = 'info@firm.example', ...signIn } = how
  const message = writeMail({ from, subject })
  return sendWithSwaks({
    port: app.port,
    ...signIn,
    mailFrom: from,
    recipients: ['ann@firm.example'],
    message,
  })
}
const arrives = (subject: string) => postfix.waitForMessage((message) => message.bytes.includes(subject))

const passwords = new Map<string, string>()
const signInOf = (username: string) => ({ username, password: passwords.get(username) ?? '' })

beforeAll(async () => {
  const { username, password, port } = postfix
  const connection = { server: 'localhost', port, encryption: 'starttls', username, note: '' }
  await main.ask('addUser', { id: 'office', ...connection })
  await main.ask('setPassword', { id: 'office', password, keep: 'keychain' })
  await main.ask('setRules', {
    id: 'office',
    authorizedDomains: 'firm.example',
    authorizedSenders: '',
    unauthorizedSenders: 'block',
    alreadyVerified: true,
  })
  for (const name of ['till', 'website']) {
    const made = await main.ask('addLogin', { name, user: 'office' })
    passwords.set(name, Object(made).password)
  }
})

describe('a program that is watched while it is set up', () => {
  beforeEach(async () => {
    await companion.goTo('Home')
    await companion.goTo('Set up a program')
    await companion.press('Watch a program')
    await said('Waiting for a program…').waitFor()
  })

  it('is one alone: others are folded away, and can be watched instead', async () => {
    expect((await send('From the till', signInOf('till'))).code).toBe(0)
    await panel().getByRole('heading', { name: 'The program with the sign-in “till”' }).waitFor()
    expect((await send('From the website', signInOf('website'))).code).toBe(0)
    const other = panel().getByText('Another program is there: The program with the sign-in “website”')
    await other.waitFor()
    const lines = panel().getByRole('list', { name: 'What the program does' })
    expect(await lines.innerText()).not.toContain('website')
    expect(await axeFindings(app.page())).toEqual([])
    await other.click()
    await press('Watch this one instead')
    await panel().getByRole('heading', { name: 'The program with the sign-in “website”' }).waitFor()
    await panel().getByText('Another program is there: The program with the sign-in “till”').waitFor()
  })

  it('that can’t sign in is let in by its address, for an hour, as its one sender; and then for good', async () => {
    const first = await send('Without a sign-in')
    expect(first.replies.at(-1)).toMatch(/^(530|221)/)
    await send('Without a sign-in, and perhaps another program')
    await panel()
      .getByText(/^Programs at 127\.0\.0\.1 that never sign in and greet alike can’t be told apart/)
      .waitFor()
    await panel()
      .getByText(/every program on this computer that doesn’t sign in can send/)
      .waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    await press('Let 127.0.0.1 send without a password')
    await said('Done: 127.0.0.1 is now recognised as “program”. Let it send once more.').waitFor()
    const made = await loginNamed('program')
    expect(made).toMatchObject({
      auth: 'none',
      addresses: ['127.0.0.1'],
      authorizedSenders: 'info@firm.example',
    })
    expect(Date.parse(made?.until ?? '') - Date.now()).toBeGreaterThan(59 * 60_000)

    expect((await send('Let in by its address')).code).toBe(0)
    await said('Recognised by its address as “program”, without a password.').waitFor()
    await said('It works: the relay took its message. Nothing more is needed.').waitFor()
    await said('It has no password: it is recognised by its address alone.').waitFor()
    await arrives('Let in by its address')
    const other = await send('As somebody else', { from: 'boss@firm.example' })
    expect(other.replies.join('\n')).toMatch(/550 5\.7\.1 boss@firm\.example/)

    expect((await send('Once more')).code).toBe(0)
    await press('Let it send for good')
    await main.until('a sign-in for good', ({ logins }) =>
      logins.some(({ name, until }) => name === 'program' && until === null),
    )
    expect((await send('For good')).code).toBe(0)
    await arrives('For good')
    await main.ask('removeLogin', { name: 'program' })
  })

  it('with a wrong password gets a new one on the spot, sends, and is then let send as its own address alone', async () => {
    expect((await send('Wrong', { username: 'till', password: 'not-the-right-word' })).code).toBe(28)
    await press('New password for “till”')
    await press('New password')
    passwords.set('till', await valueNamed(app.page(), 'Password'))
    await press('I have copied it')
    expect((await send('With its new password', signInOf('till'))).code).toBe(0)
    await arrives('With its new password')
    await said('It proves who it is with its own password.').waitFor()
    await said('What it sends is encrypted on its way to the relay.').waitFor()
    await press('Let it send as info@firm.example alone')
    await panel().getByText('“till” may send as info@firm.example alone.').waitFor()
    await panel().getByText('Saved and in force.').waitFor()
    const other = await send('As somebody else', { ...signInOf('till'), from: 'boss@firm.example' })
    expect(other.replies.join('\n')).toMatch(/550 5\.7\.1 boss@firm\.example/)
    expect((await send('As itself', signInOf('till'))).code).toBe(0)
    await arrives('As itself')
  })

  it('with a name that nobody has here is told the names there are', async () => {
    expect((await send('Nobody', { username: 'tlil', password: 'whatever-it-is' })).code).toBe(28)
    await panel()
      .getByText(/There is no sign-in called “tlil” here\..*“till”, “website”/)
      .waitFor()
  })

  it('whose sender is refused has it authorized on the spot, and sends', async () => {
    const foreign = { ...signInOf('website'), from: 'shop@partner.example' }
    expect((await send('Foreign', foreign)).replies.join('\n')).toMatch(/550 5\.7\.1 shop@partner\.example/)
    await said('The message was refused, and the relay kept nothing of it.').waitFor()
    await press('Authorize shop@partner.example')
    await main.until('an entry on the list', ({ users }) =>
      users.some(({ entries }) => entries.some(({ entry }) => entry === 'shop@partner.example')),
    )
    expect((await send('Authorized', foreign)).code).toBe(0)
    await said('It works: the relay took its message. Nothing more is needed.').waitFor()
    await arrives('Authorized')
  })
})
