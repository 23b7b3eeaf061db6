import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerOpenDialog, answerSaveDialog } from '../support/answer-dialog.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'

// What people get wrong: each a sentence at its place with the cure, and nothing half-done.
const keyring = await startKeyringSession()
const folder = await mkdtemp(join(tmpdir(), 'bad-input-'))
const app = await openOwnApp({
  keyring,
  settings: { ...officeSettings('firm.example'), setUpDone: true },
})
afterAll(async () => {
  await app.close()
  await keyring.stop()
  await rm(folder, { recursive: true, force: true })
})

const companion = (): ReturnType<typeof companionPage> => companionPage(app.page())
const panel = (): Locator => app.page().getByRole('complementary')
const field = (label: string): Locator => panel().getByLabel(label, { exact: true })
const save = (): Promise<void> => panel().getByRole('button', { name: 'Save', exact: true }).click()
const settings = (): Promise<string> => readFile(join(app.userDataDirectory, 'settings.json'), 'utf8')

describe('a new SMTP+ user', () => {
  beforeEach(async () => {
    await companion().goTo('Home')
    await companion().goTo('Users')
    await companion().press('Add an SMTP+ user')
    await field('User name').fill('s12345_7')
    await field('Password').fill('right')
    await field('Name in this app').fill('sales')
  })

  it.each([
    [
      'a name that another one has',
      'Name in this app',
      'office',
      'This name is already used. Choose another.',
    ],
    [
      'a server with http://',
      'Server',
      'http://in.smtpok.com',
      '“http://in.smtpok.com” is a web address. Write the server’s name alone, like in.smtpok.com.',
    ],
    [
      'a server with a space',
      'Server',
      'in.smtpok com',
      'There is a space in the server’s name. Write it like in.smtpok.com.',
    ],
    [
      'a port outside the service’s range',
      'Port',
      '5001',
      'SMTP+ doesn’t answer on 5001. It does on 25 and on 1025 to 5000; 2525 is usual.',
    ],
    [
      'a password of 3 KB',
      'Password',
      'x'.repeat(3_000),
      'This is longer than any password of SMTP+, and was not stored. Paste the password alone.',
    ],
  ])('with %s is not saved, and the field says why', async (_what, label, text, sentence) => {
    const before = await settings()
    await field(label).fill(text)
    await save()
    await panel().getByText(sentence).first().waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    expect(await settings()).toBe(before)
  })

  it('pasted with a line break behind its password is saved with the password alone', async () => {
    await app.running().app.evaluate(({ clipboard }) => clipboard.writeText('pasted-password\r\n'))
    await field('Password').fill('')
    await field('Password').focus()
    await app.page().keyboard.press('Control+V')
    await save()
    await app.page().getByRole('heading', { name: 'Senders', level: 1 }).waitFor()
    expect(await keyring.search('service', 'SMTP+ Companion')).toMatch(/secret = pasted-password\n/)
  })
})

describe('a file of settings', () => {
  it.each([
    [
      'with a key nobody knows',
      (file: Kept) => JSON.stringify({ ...file, colour: 'red' }),
      'At colour the file has something this version doesn’t know.',
    ],
    [
      'with a key nobody knows inside a user',
      (file: Kept) =>
        JSON.stringify({ ...file, users: file.users.map((user) => Object.assign({}, user, { colour: 1 })) }),
      'At users[0].colour the file has something this version doesn’t know.',
    ],
    [
      'with two users of one name',
      (file: Kept) => JSON.stringify({ ...file, users: [...file.users, ...file.users] }),
      /^Nothing was changed\. At users\[\d\]\.id the file has "\w+", where this is wanted: a name that no other user has\./,
    ],
    [
      'with a port that is none',
      (file: Kept) =>
        JSON.stringify({
          ...file,
          users: file.users.map((user) => Object.assign({}, user, { port: 99_999 })),
        }),
      'At users[0].port the file has 99999, where this is wanted: a port number from 1 to 65535.',
    ],
    [
      'that ends in the middle',
      (file: Kept) => JSON.stringify(file).slice(0, 400),
      'The file ends in the middle, as after a broken-off copy. Copy it again from where it was saved.',
    ],
    [
      'that is another file',
      () => '{"scripts":{}}',
      'That is not a file of settings saved by this app. Choose one that was made with “Save the settings to a file”.',
    ],
  ])('%s is refused as a whole, at its place', async (what, changed, sentence) => {
    const kept = join(folder, 'kept.json')
    const bad = join(folder, 'bad.json')
    await answerSaveDialog(app, kept)
    await askMain(app).ask('exportSettings', null)
    await writeFile(bad, changed(keptFile.parse(JSON.parse(await readFile(kept, 'utf8')))))
    const before = await settings()
    await answerOpenDialog(app, bad)
    await companion().goTo('Home')
    await companion().goTo('Settings')
    await companion().press('Bring in settings from a file')
    await companion().text(sentence).waitFor()
    await companion().text('Nothing was changed.').waitFor()
    expect(await axeFindings(app.page()), what).toEqual([])
    expect(await settings()).toBe(before)
  })
})

const keptFile = z.looseObject({ users: z.array(z.looseObject({ id: z.string() })).min(1) })
type Kept = z.infer<typeof keptFile>
