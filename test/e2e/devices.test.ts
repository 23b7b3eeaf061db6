import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { layDeviceNetwork } from '../support/device-network.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { runProcess } from '../support/running-process.ts'
import { sendWithSwaks } from '../support/swaks.ts'

const network = await layDeviceNetwork()
const app = await openOwnApp({ settings: { setUpDone: true } })
afterAll(async () => {
  await app.close()
  await network.close()
})

const main = askMain(app)
const certificateFile = join(app.userDataDirectory, 'relay', 'certificate', 'listener-certificate.pem')
/** the relay's certificate before devices could send */
let before: Uint8Array = Buffer.of()
const companion = () => companionPage(app.page())
const panel = () => app.page().getByRole('complementary')
const inPanel = (name: string) => panel().getByRole('button', { name, exact: true })
const expectNothingForAxe = async (where: string): Promise<void> => {
  expect(await axeFindings(app.page()), where).toEqual([])
}
const missing = /^The address is missing: nothing on the network can reach the relay now/
const openSignIn = async (name: string): Promise<void> => {
  await companion().goTo('Set up a program')
  await app.page().getByRole('row').getByRole('button', { name, exact: true }).click()
  await inPanel(`Remove “${name}”`).waitFor()
}
const message = (subject: string): string =>
  `From: scans@firm.example\r\nTo: ann@customer.example\r\nSubject: ${subject}\r\n\r\nA page.\r\n`
const envelope = { mailFrom: 'scans@firm.example', recipients: ['ann@customer.example'] }

describe('a device on the network', () => {
  it('recognised by its address, is told that nothing there can reach the relay yet, and where to change that', async () => {
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    await companion().goTo('Set up a program')
    await companion().press('Add a sign-in')
    await panel().getByLabel('Name of the program').fill('scanner')
    await panel().getByLabel('Kind of program').selectOption('Printer or scanner')
    await panel().getByLabel('By its address, without a password').check()
    await panel().getByLabel('Addresses it sends from').fill(network.device)
    await inPanel('Make the sign-in without password').click()
    await panel().getByText(missing).waitFor()
    expect(await panel().getByText('127.0.0.1').count()).toBe(0)
    await expectNothingForAxe('a device without an address to type')
    await inPanel('Open Settings').click()
    const heading = app.page().getByRole('heading', { name: 'Devices on your network' })
    await heading.and(app.page().locator(':focus')).waitFor()
  })

  it('is shown the address of the door once that is open, and sends to it', async () => {
    before = await readFile(certificateFile)
    await companion()
      .text(/programs that had accepted the certificate may ask once more/)
      .waitFor()
    await app.page().getByLabel('Address of this computer').selectOption(network.computer)
    await app.page().getByLabel('Addresses of the devices').fill(network.device)
    await companion().press('Let these devices send')
    await companion()
      .text(new RegExp(`may send too, to ${network.computer} port ${app.port}\\.`))
      .waitFor()
    await openSignIn('scanner')
    expect(await valueNamed(panel(), 'Server')).toBe(network.computer)
    expect(await valueNamed(panel(), 'Port')).toBe(String(app.port))
    expect(await panel().getByRole('term').filter({ hasText: 'User name' }).count()).toBe(0)
    await expectNothingForAxe('a device with its values')
    const sent = await sendWithSwaks({
      within: network.onDevice,
      server: network.computer,
      port: app.port,
      ...envelope,
      message: message('Scan 1'),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await main.until('its mail', ({ practice }) =>
      practice.messages.some(({ subject }) => subject === 'Scan 1'),
    )
  })

  it('that compares names finds its server’s address in the certificate, which has the same key as before', async () => {
    const now = new X509Certificate(await readFile(certificateFile))
    expect(now.publicKey.equals(new X509Certificate(before).publicKey)).toBe(true)
    const trusting = async (pem: Uint8Array | string): Promise<number | null> => {
      const trusted = join(app.userDataDirectory, 'trusted.pem')
      await writeFile(trusted, pem)
      const greeting = [
        '--ssl-reqd',
        '--cacert',
        trusted,
        `smtp://${network.computer}:${app.port}`,
        '-X',
        'NOOP',
      ]
      const [command = '', ...words] = [
        ...network.onDevice,
        'curl',
        '--silent',
        '--max-time',
        '20',
        ...greeting,
      ]
      return (await runProcess(command, words)).code
    }
    expect(await trusting(now.toString())).toBe(0)
    // 60: curl could not verify the server.
    expect(await trusting(before)).toBe(60)
  })

  it('with a password has the same address beside it, the only time that is shown', async () => {
    await companion().goTo('Set up a program')
    await companion().press('Add a sign-in')
    await panel().getByLabel('Name of the program').fill('printer')
    await panel().getByLabel('Kind of program').selectOption('Printer or scanner')
    await inPanel('Make the sign-in').click()
    const server = await valueNamed(panel(), 'Server')
    const password = await valueNamed(panel(), 'Password')
    const sent = await sendWithSwaks({
      within: network.onDevice,
      server,
      port: app.port,
      username: await valueNamed(panel(), 'User name'),
      password,
      ...envelope,
      message: message('Scan 2'),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await inPanel('I have copied it').click()
  })

  it('finds its address in its guide', async () => {
    await companion().press('Choose your program')
    await companion().press(/^HP /)
    await app.page().getByText('Or take one that is there').click()
    await app.page().getByLabel('Sign-in', { exact: true }).selectOption('printer')
    await companion().press('Continue')
    expect(await valueNamed(app.page(), 'SMTP server')).toBe(network.computer)
  })

  it('is not told an address that the computer has lost', async () => {
    await network.leave()
    await companion().goTo('Home')
    await companion().goTo('Settings')
    await app.page().getByText(`${network.computer} (not there now)`).waitFor({ state: 'attached' })
    await app.openAgain()
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    await openSignIn('printer')
    await panel().getByText(missing).waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })
})
