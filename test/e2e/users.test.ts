import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { startPostfix } from '../support/postfix.ts'

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

const companion = (): ReturnType<typeof companionPage> => companionPage(app.page())
const panel = (): Locator => app.page().getByRole('complementary')
const field = (label: string): Locator => panel().getByLabel(label, { exact: true })
const press = (name: string | RegExp): Promise<void> => panel().getByRole('button', { name }).click()
const says = (text: string | RegExp): Promise<void> => panel().getByText(text).first().waitFor()
const row = (...texts: readonly string[]): Locator => companion().activityRow(...texts)
const openUser = (name: string): Promise<void> =>
  app.page().getByRole('row').getByRole('button', { name, exact: true }).click()
const expectNothingForAxe = async (where: string): Promise<void> => {
  expect(await axeFindings(app.page()), where).toEqual([])
}

describe('the users screen', () => {
  it('says while one types what is wrong, and offers what was meant', async () => {
    await companion().goTo('Users')
    await companion().press('Add an SMTP+ user')
    await field('User name').fill('office')
    await field('Server').fill('https://in.smtpok.com/')
    await field('Port').fill('587')
    await field('Note').focus()
    await says('is a web address. Write the server’s name alone')
    await press('Use in.smtpok.com')
    await says('SMTP+ user names look like s12345_6')
    await says('SMTP+ doesn’t answer on 587')
    await field('Port').fill('465')
    await says('465 is for encryption from the first byte')
    await press('Save')
    await says('Fill this in.')
    await expectNothingForAxe('a form with problems')
  })

  it('adds a user with a password that has a space at its end, offered without it', async () => {
    await field('Server').fill('localhost')
    await field('Port').fill(String(postfix.port))
    await field('User name').fill(postfix.username)
    await field('Password').fill('wrong ')
    await press('Use it without')
    await field('Name in this app').fill('office')
    await press('Save')
    await app.page().getByRole('heading', { name: 'Senders', level: 1 }).waitFor()
    await companion().goTo('Users')
    await row('office', 'Open to everyone').waitFor()
  })

  it('signs in upstream without sending anything, and leads to the cure', async () => {
    await openUser('office')
    await press('Check now')
    await panel().getByRole('alert').waitFor()
    await expectNothingForAxe('a check that was refused')
    await press('Replace password')
    await field('Password').fill(postfix.password)
    await press('Save')
    await says('The new password is stored.')
    await app.page().keyboard.press('Escape')
    await openUser('office')
    await press('Check now')
    await says(/It works: localhost took user name and password/)
  })

  it('keeps every wish of the form', async () => {
    await panel()
      .getByText(/^More:/)
      .click()
    await field('Messages an hour').fill('600')
    await field('Campaign name').fill('Invoices')
    await panel().getByLabel('Footer').selectOption('Off')
    await panel().getByLabel('Notices of failure').selectOption('Always')
    await panel().getByLabel('Priority').selectOption('2, high')
    await press('Save')
    await says('Saved and in force.')
    await expectNothingForAxe('the whole form')
    await app.page().keyboard.press('Escape')
    await row('office', 'Priority 2').waitFor()
    await openUser('office')
    expect(await field('Messages an hour').inputValue()).toBe('600')
    expect(await field('Campaign name').inputValue()).toBe('Invoices')
  })

  it('duplicates a user, and removes one after asking what becomes of the rest', async () => {
    await press('Duplicate')
    await field('User name').fill(postfix.username)
    await field('Password').fill(postfix.password)
    await press('Save')
    await app.page().getByRole('heading', { name: 'Senders', level: 1 }).waitFor()
    await companion().goTo('Users')
    await row('office 2', 'Priority 2').waitFor()
    await openUser('office')
    await press('Remove “office”')
    await says('No mail of it is waiting.')
    await expectNothingForAxe('removing a user')
    await press('Remove')
    await panel().waitFor({ state: 'detached' })
    await row('office 2').waitFor()
    expect(
      await app.page().getByRole('row').getByRole('button', { name: 'office', exact: true }).count(),
    ).toBe(0)
  })

  it('says which state the keychain is in, and the way out', async () => {
    keyring.freeze()
    const asked = app.page().evaluate(() => window.companion.call('checkKeychain', null))
    await companion().text('The keychain does not answer.').waitFor({ timeout: 20_000 })
    await asked
    await keyring.change('absent')
    await companion().press('Try again')
    await companion().text('This computer has no keychain that is running.').waitFor()
    await keyring.change('locked')
    await companion().press('Try again')
    await companion().text('The keychain is locked.').waitFor()
    await expectNothingForAxe('a locked keychain')
    await keyring.change('unlocked')
    await companion().press('Try again')
    await companion().text('The keychain is locked.').waitFor({ state: 'detached' })
    expect(app.running().pageErrors()).toEqual([])
  })
})
