import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNodeKeyring } from '../../relay/secrets/node-keyring.ts'
import { en } from '../../renderer/words/en.ts'
import { it as italian } from '../../renderer/words/it.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'

// A real keyring, put into each state it can be in while the window is open; in both languages.
const keyring = await startKeyringSession()
const app = await openOwnApp({
  keyring,
  settings: { ...officeSettings('firm.example'), setUpDone: true },
})
const password = `Keychain~${crypto.randomUUID()}`
afterAll(async () => {
  await app.close()
  await keyring.stop()
})
beforeAll(async () => {
  await askMain(app).ask('setPassword', { id: 'office', password, keep: 'keychain' })
})

const screen = (): Locator => app.page().getByRole('main')
const panel = (): Locator => app.page().getByRole('complementary')
const states = [
  ['absent', () => keyring.change('absent')],
  ['locked', () => keyring.change('locked')],
  ['denied', () => keyring.change('denied')],
  ['not-answering', () => Promise.resolve(keyring.freeze())],
] as const

describe.each([
  ['en', en],
  ['it', italian],
] as const)('the window in %s', (language, words) => {
  const rail = (name: string): Locator => app.page().getByRole('navigation').getByRole('button', { name })
  const openOffice = async (): Promise<void> => {
    await rail(words.shell.places.home).click()
    await rail(words.shell.places.users).click()
    await app.page().getByRole('row').getByRole('button', { name: 'office', exact: true }).click()
  }
  const replacePassword = async (): Promise<void> => {
    await openOffice()
    await panel().getByRole('button', { name: words.users.replacePassword, exact: true }).click()
    await panel().getByLabel(words.common.fields.password, { exact: true }).fill(password)
    await panel().getByRole('button', { name: words.common.save, exact: true }).click()
  }
  beforeAll(async () => {
    await askMain(app).ask('setPreferences', { language, theme: language === 'it' ? 'dark' : 'light' })
    await rail(words.shell.places.users).click()
  })

  it.each(states)('%s: says so, what becomes of mail, and the way out', async (state, enter) => {
    await keyring.change('unlocked')
    await enter()
    // The way to notice: somebody wants to store a password.
    await replacePassword()
    await panel().getByText(words.reasons.keychain[state]).waitFor()
    await panel().getByText(words.users.passwordNotReplaced).waitFor()
    expect(await axeFindings(app.page()), 'in the panel').toEqual([])
    expect(await panel().locator('.mantine-Button-root:not([data-variant=default])').allInnerTexts()).toEqual(
      [words.users.keepUntilQuit],
    )
    // The one way out: without the keychain, until quitting.
    await panel().getByRole('button', { name: words.users.keepUntilQuit }).click()
    await panel().getByText(words.users.untilQuitNote).waitFor()
    await app.page().keyboard.press('Escape')
    await screen().getByText(words.users.keychain[state].title).waitFor()
    await screen().getByText(words.users.keychain.mailWaits).waitFor()
    await screen().getByText(words.users.keychain[state].linux).waitFor()
    expect(await axeFindings(app.page()), 'on the screen').toEqual([])
    // The other: the keychain opens, and one press finds that out.
    await keyring.change('unlocked')
    await screen().getByRole('button', { name: words.common.tryAgain }).click()
    await screen().getByText(words.users.keychain[state].title).waitFor({ state: 'detached' })
    await replacePassword()
    await panel().getByText(words.users.passwordSaved).waitFor()
    await app.page().keyboard.press('Escape')
  })

  it('an item that is missing: the user says so, and takes the password anew', async () => {
    const other = openNodeKeyring(undefined, keyring.env)
    expect(await other.remove('office')).toMatchObject({ ok: true })
    other.close()
    await app.running().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'))
    const row = app.page().getByRole('row').filter({ hasText: 'office' })
    await row.getByText(words.users.health['password-missing'].word).waitFor()
    await replacePassword()
    await panel().getByText(words.users.passwordSaved).waitFor()
    await app.page().keyboard.press('Escape')
    await row.getByText(words.users.health['password-missing'].word).waitFor({ state: 'detached' })
    expect(app.running().pageErrors()).toEqual([])
  })
})
