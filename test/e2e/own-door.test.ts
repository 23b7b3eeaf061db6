import { createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { listenOn } from '../../electron/settings/settings-schema.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { layDeviceNetwork } from '../support/device-network.ts'
import { dropAtFirewall } from '../support/firewall.ts'
import { freePort } from '../support/free-port.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'

const network = await layDeviceNetwork()
const port = await freePort()
const { users } = officeSettings('firm.example')
const app = await openOwnApp({
  settings: {
    setUpDone: true,
    listen: [...listenOn(port), { address: network.computer, port, addresses: [network.device] }],
    users: users.map(({ username: _none, ...user }) => user),
  },
})
afterAll(async () => {
  await app.close()
  await network.close()
})

const main = askMain(app)
const companion = () => companionPage(app.page())
const result = () => app.page().getByRole('main').getByRole('alert')
const check = async (): Promise<string> => {
  await companion().goTo('Home')
  await companion().goTo('Settings')
  await companion().press('Check the relay')
  await result().waitFor()
  expect(await axeFindings(app.page())).toEqual([])
  return result().innerText()
}
const door = `${network.computer}:${port}`

describe('the check of the relay’s own door', () => {
  it('finds every address in order, and says what a firewall elsewhere may still want', async () => {
    await main.until('a running relay', ({ relay }) => relay.status === 'running')
    expect(await check()).toBe('The relay can be reached and programs can sign in.')
    await companion()
      .text(new RegExp(`^.*Certificate for .*${network.computer}, valid from`))
      .waitFor()
    for (const address of [`127.0.0.1:${port}`, `[::1]:${port}`, door])
      await companion().text(`${address}: works`).waitFor()
    await companion().text(`sudo ufw allow ${port}/tcp`).waitFor()
  })

  it('tells that this computer has lost an address, at once, and leads to where another is chosen', async () => {
    await network.leave()
    expect(await check()).toMatch(`At ${door}, the relay can’t be reached: this computer no longer has that`)
    await companion().text(`127.0.0.1:${port}: works`).waitFor()
    await companion().press('Choose another address')
    await app
      .page()
      .getByRole('heading', { name: 'Devices on your network' })
      .and(app.page().locator(':focus'))
      .waitFor()
    await network.comeBack()
  })

  it('tells that a firewall here keeps programs out', async () => {
    const rule = await dropAtFirewall(network.computer, port)
    try {
      expect(await check()).toMatch(
        `At ${door}, the relay can’t be reached from this computer itself. A security program on this computer`,
      )
    } finally {
      await rule.remove()
    }
  })

  it('is not made where another program has the port, and that is named', async () => {
    await app.quit()
    const other = createServer((socket) => socket.end()).listen(port, '127.0.0.1')
    try {
      await app.openAgain()
      await main.until('a relay without its port', ({ relay }) => relay.status === 'not-listening')
      expect(await check()).toMatch('Not checked: the relay isn’t running.')
      await companion()
        .text(new RegExp(`\\(process ${process.pid}\\) uses port ${port}\\.`))
        .waitFor()
    } finally {
      other.close()
    }
    expect(app.running().pageErrors()).toEqual([])
  })
})
