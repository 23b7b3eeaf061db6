import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { layDeviceNetwork } from '../support/device-network.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { type SwaksAnswer, type SwaksMessage, sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

const network = await layDeviceNetwork()
const app = await openOwnApp({ settings: { setUpDone: true } })
afterAll(async () => {
  await app.close()
  await network.close()
})

const main = askMain(app)
const companion = () => companionPage(app.page())
const panel = () => app.page().getByRole('complementary')
const said = (text: string | RegExp) => panel().getByText(text)
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click()
const letIn = `Let ${network.device} send without a password`

/** A real program on the device, in clear unless it is told otherwise. */
const scan = (subject: string, how: Partial<SwaksMessage> = {}): Promise<SwaksAnswer> =>
  sendWithSwaks({
    within: network.onDevice,
    server: network.computer,
    port: app.port,
    tls: 'none',
    mailFrom: 'scans@firm.example',
    recipients: ['ann@customer.example'],
    message: `From: scans@firm.example\r\nTo: ann@customer.example\r\nSubject: ${subject}\r\n\r\nA page.\r\n`,
    ...how,
  })
const arrives = (wanted: string) =>
  main.until(`the scan “${wanted}”`, ({ practice }) =>
    practice.messages.some(({ subject }) => subject === wanted),
  )
const watch = async (): Promise<void> => {
  await companion().goTo('Home')
  await companion().goTo('Set up a program')
  await companion().press('Watch a program')
  await said('Waiting for a program…').waitFor()
}
const openDoorTo = (devices: string) => main.ask('openNetworkDoor', { address: network.computer, devices })
const theSignIn = async () => (await main.snapshot()).logins.find(({ name }) => name === 'device')

describe('a device on the network that is watched while it is set up', () => {
  beforeAll(async () => {
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    // Open to the network, and so far to another device alone.
    await openDoorTo(network.device.replace(/20$/, '21'))
  })

  it('is turned away, and let in by its address for an hour, with what that risks', async () => {
    await watch()
    expect((await scan('Before')).code).not.toBe(0)
    await said(`Turned away: ${network.device} may not connect.`).waitFor()
    await said(`The relay isn’t open to ${network.device}.`).waitFor()
    await said(/whoever uses a device with the address .* who is on your network can read what it sends\./)
      .first()
      .waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    await press(letIn)
    await said(`Done: ${network.device} is now recognised as “device”.`).waitFor()
    const made = await theSignIn()
    expect(made).toMatchObject({ auth: 'none', addresses: [network.device] })
    expect(Date.parse(made?.until ?? '') - Date.now()).toBeGreaterThan(59 * 60_000)

    expect((await scan('Scan 1')).code).toBe(0)
    await said('It works: the relay took its message. Nothing more is needed.').waitFor()
    await said('What it sends is not encrypted on its way to the relay: who is on your network').waitFor()
    await arrives('Scan 1')
    await press('Let it send as scans@firm.example alone')
    await said('“device” may send as scans@firm.example alone.').waitFor()
    expect((await scan('Scan 2', { mailFrom: 'boss@firm.example' })).code).not.toBe(0)
  })

  it('is refused when its time is over, and the page says so; at a press it may send for good', async () => {
    await app.quit()
    const file = join(app.userDataDirectory, 'settings.json')
    const saved = await readFile(file, 'utf8')
    const soon = new Date(Date.now() + 8000).toISOString()
    const shortened = saved.replace(/("until":\s*)"[^"]*"/, `$1"${soon}"`)
    expect(shortened).not.toBe(saved)
    await writeFile(file, shortened)
    await app.openAgain()
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    await waitUntil('a refused scan', async () => (await scan('Too late')).code !== 0, 30_000)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon))
    await companion().goTo('Set up a program')
    await app.page().getByRole('row').getByRole('button', { name: 'device', exact: true }).click()
    await said(/^It could send without a password until .* Now it is refused\./).waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    await press('Let it send for good')
    await main.until('a sign-in for good', ({ logins }) => logins.some(({ until }) => until === null))
    expect((await scan('For good')).code).toBe(0)
    await arrives('For good')
    await main.ask('removeLogin', { name: 'device' })
  })

  it('that wants to sign in in clear is told to choose STARTTLS, and sends once it does', async () => {
    const made = Object(await main.ask('addLogin', { name: 'printer', user: 'practice' }))
    await openDoorTo(network.device)
    const signIn = { username: 'printer', password: String(made.password) }
    await watch()
    // It is offered no AUTH in clear, and gives up by itself.
    expect((await scan('In clear', signIn)).code).not.toBe(0)
    await said(
      /^It found the relay and left without encrypting\. .* only with STARTTLS: choose that in it\./,
    ).waitFor()
    expect(await axeFindings(app.page())).toEqual([])
    const sent = await scan('Encrypted', { ...signIn, tls: 'starttls' })
    expect(sent.code, sent.transcript).toBe(0)
    await said('It works: the relay took its message. Nothing more is needed.').waitFor()
    await said('What it sends is encrypted on its way to the relay.').waitFor()
    await arrives('Encrypted')
    expect(app.running().pageErrors()).toEqual([])
  })
})
