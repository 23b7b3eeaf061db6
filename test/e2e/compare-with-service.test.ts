import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { makeAuthority } from '../support/certificates.ts'
import { type KeyringSession, startKeyringSession } from '../support/keyring-session.ts'
import { startRootsPort } from '../support/names-of-our-own.ts'
import { officeSettings } from '../support/office-settings.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { documentedListing, type ServiceDouble, startServiceDouble } from '../support/service-double.ts'

// The product as it ships, asking https://send.mailup.com: the name leads to this computer for the app alone.
const serviceAddress = '127.0.0.44'
const password = `Compare~${crypto.randomUUID()}`
const closing: (() => Promise<unknown>)[] = []
let keyring: KeyringSession
let double: ServiceDouble
let app: OwnApp

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compare-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const authority = await makeAuthority(folder)
  const certificate = await authority.issue({ altNames: [{ type: 2, value: 'send.mailup.com' }] })
  double = await startServiceDouble(certificate)
  closing.push(() => double.stop())
  const door = await startRootsPort(serviceAddress, 443, double.port)
  closing.push(() => door.stop())
  keyring = await startKeyringSession()
  closing.push(() => keyring.stop())
  app = await openOwnApp({
    keyring,
    env: { NODE_EXTRA_CA_CERTS: authority.caFile },
    names: { 'send.mailup.com': serviceAddress },
    settings: { ...officeSettings('firm.example;old.example'), setUpDone: true },
  })
  closing.push(() => app.close())
  await askMain(app).ask('setPassword', { id: 'office', password, keep: 'keychain' })
  await companionPage(app.page()).goTo('Users')
  await app.page().getByRole('row').getByRole('button', { name: 'office', exact: true }).click()
  await panel().getByRole('button', { name: 'Compare with MailUp', exact: true }).click()
})
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

const panel = (): Locator => app.page().getByRole('complementary')
const says = (text: string | RegExp): Promise<void> => panel().getByText(text).first().waitFor()
const ask = async (listing: object): Promise<void> => {
  double.answerWith({ status: 200, body: { ...documentedListing, ...listing } })
  await panel()
    .getByRole('button', { name: /^Ask MailUp/ })
    .click()
}
const saved = (): Promise<string> => readFile(join(app.userDataDirectory, 'settings.json'), 'utf8')

describe('comparing a user with the service', () => {
  it('asks nothing before the button is pressed, then asks with the user’s own credentials', async () => {
    await says('This interface is not confirmed by the service’s documentation')
    expect(double.asked).toEqual([])
    await ask({ BlockUntil: null })
    await says('MailUp and this app differ.')
    const [question] = double.asked
    expect(`${question?.method} ${question?.url}`).toBe('POST /API/v2.0/users/listuserinfo')
    expect(JSON.parse(question?.body ?? '')).toEqual({
      User: { Username: 's12345_6', Secret: password },
      Username: 's12345_6',
    })
  })

  it('says what is only here, what is only there, and what differs beside the lists', async () => {
    await says('Only here: old.example. SMTP+ may refuse mail from senders it does not list')
    await says('Only in MailUp: choose what to take over')
    await panel().getByRole('checkbox', { name: 'new.example' }).waitFor()
    await panel().getByRole('checkbox', { name: 'info@partner.example' }).waitFor()
    expect(await panel().getByRole('checkbox', { name: 'firm.example', exact: true }).count()).toBe(0)
    await says('Priority: 2 in MailUp, 3 here.')
    await says('Note in MailUp: front desk')
    expect(await axeFindings(app.page())).toEqual([])
  })

  it('takes over what was chosen and nothing else, and says when the relay uses it', async () => {
    await panel().getByRole('checkbox', { name: 'new.example' }).check()
    await panel().getByRole('button', { name: 'Take over 1 entry' }).click()
    await says('Taken over. The two lists are saved.')
    await askMain(app).until('the lists in force', ({ relay }) => relay.inForce === relay.saved)
    const { users } = await askMain(app).snapshot()
    expect(users.find(({ id }) => id === 'office')).toMatchObject({
      authorizedDomains: 'firm.example;old.example;new.example',
      authorizedSenders: '',
      entries: [
        { entry: 'firm.example', state: 'verified' },
        { entry: 'old.example', state: 'verified' },
        // MailUp's answer doesn't say that it is verified there, and nobody said so here.
        { entry: 'new.example', state: 'not-verified' },
      ],
    })
    await panel().getByRole('checkbox', { name: 'info@partner.example' }).waitFor()
    expect(await panel().getByRole('checkbox', { name: 'new.example' }).count()).toBe(0)
  })

  it('names a block until a day, and one by the administration, as the reasons they are', async () => {
    await ask({ BlockUntil: '2999-01-01T12:00:00Z', AdminBlock: true, IsEnabled: false })
    await says(/MailUp has blocked this user until .*2999/)
    await says('MailUp’s administration has blocked this user.')
    await says('Status: inactive in MailUp, active here.')
    expect(await axeFindings(app.page())).toEqual([])
  })

  it('lets many be chosen at one press', async () => {
    const branches = Array.from({ length: 120 }, (_, index) => `branch-${index}.example`)
    await ask({ DomainList: [...branches, 'firm.example'], BlockUntil: null })
    await panel().getByRole('checkbox', { name: 'All 120' }).check()
    await panel().getByRole('button', { name: 'Take over 120 entries' }).waitFor()
    await says('Only here: old.example and new.example.')
    await panel().getByRole('checkbox', { name: 'All 120' }).uncheck()
    await panel()
      .getByRole('button', { name: /^Take over/ })
      .waitFor({ state: 'detached' })
  })

  it('says so when both sides have the same', async () => {
    await ask({
      DomainList: 'old.example;firm.example;NEW.example',
      SenderList: '',
      Priority: 3,
      Note: '',
      BlockUntil: '',
    })
    await says('MailUp and this app have the same, as far as MailUp says.')
  })

  it.each([
    ['MailUp refused to answer for this user.', { status: 200, body: { Code: 104, Message: password } }],
    ['MailUp cannot answer right now.', { status: 503, body: '' }],
    ['MailUp answered in a form this app does not know', { status: 200, body: '<html>' }],
  ])('fails softly, and changes nothing: %s', async (sentence, answer) => {
    const before = await saved()
    double.answerWith(answer)
    await panel().getByRole('button', { name: 'Ask MailUp again' }).click()
    await says(sentence)
    await says('Nothing was changed.')
    expect(await saved()).toBe(before)
  })

  it('tells a server that only pretends to be MailUp nothing', async () => {
    await double.stop()
    const folder = await mkdtemp(join(tmpdir(), 'stranger-'))
    closing.push(() => rm(folder, { recursive: true, force: true }))
    const stranger = await startServiceDouble(await (await makeAuthority(folder)).issue(), double.port)
    closing.push(() => stranger.stop())
    await panel().getByRole('button', { name: 'Ask MailUp again' }).click()
    await says('The server could not prove that it is MailUp, so it was told nothing.')
    expect(stranger.asked).toEqual([])
  })

  it('left the password nowhere but in the keychain', async () => {
    expect(await saved()).not.toContain(password)
    expect(app.running().output()).not.toContain(password)
    expect(app.running().pageErrors()).toEqual([])
  })
})
