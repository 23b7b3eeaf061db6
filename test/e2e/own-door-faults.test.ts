import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { limits } from '../../relay/config/configuration.ts'
import { loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { redirectAtFirewall } from '../support/firewall.ts'
import { freePort } from '../support/free-port.ts'
import { openToNeighbour } from '../support/neighbour.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { startStagedUpstream } from '../support/staged-upstream.ts'

// What can be wrong at the relay's own door though the relay runs. Whatever stands in its place gets the connections
// by a rule of the firewall, as virus scanners and port forwardings take them.
const address = '127.0.0.1'
const port = await freePort()
const folder = await mkdtemp(join(tmpdir(), 'own-door-faults-'))
const { users } = officeSettings('firm.example')
const app = await openOwnApp({ settings: { setUpDone: true, listen: [{ address, port }], users } })
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const certificates = join(app.userDataDirectory, 'relay', 'certificate')
const companion = () => companionPage(app.page())
const openSettings = async (): Promise<void> => {
  await askMain(app).until('a running relay', ({ relay }) => relay.status === 'running')
  await companion().goTo('Home')
  await companion().goTo('Settings')
}
/** Presses the button, and gives the sentence and what was answered in the relay's place, word for word. */
const check = async (): Promise<{ readonly sentence: string; readonly answer: string }> => {
  await companion().press('Check the relay')
  const sentence = app.page().getByRole('main').getByRole('alert')
  await sentence.waitFor()
  expect(await axeFindings(app.page())).toEqual([])
  expect(app.running().pageErrors()).toEqual([])
  const answer = app.page().locator('.word-for-word')
  return { sentence: await sentence.innerText(), answer: (await answer.allInnerTexts()).join('\n') }
}
const checkThrough = async (to: number) => {
  await openSettings()
  const rule = await redirectAtFirewall(address, port, to)
  try {
    return await check()
  } finally {
    await rule.remove()
  }
}
const at = `At ${address}:${port}, `

describe('the check of the relay’s own door, while the relay runs', () => {
  it('tells that another server answers in its place, and quotes what that one said', async () => {
    const stranger = await startStagedUpstream({ greeting: '220 mail.elsewhere.example', bare: true })
    try {
      expect(await checkThrough(stranger.port)).toEqual({
        sentence:
          `${at}something else answers in place of the relay. A virus scanner that looks into mail does this: ` +
          'exclude this port there. Or use another port above.',
        answer: expect.stringContaining('upstream.test'),
      })
    } finally {
      await stranger.stop()
    }
  })

  it('tells the same of one that encrypts with a certificate of its own', async () => {
    const own = await loadOrMakeCertificate(join(folder, 'scanner'))
    const scanner = await openToNeighbour(address, own, [], [])
    try {
      const { sentence, answer } = await checkThrough(scanner.port)
      expect(sentence).toMatch(`${at}something else answers in place of the relay. A virus scanner`)
      expect(answer).toContain('localhost')
    } finally {
      await scanner.close()
    }
  })

  it('tells that its certificate ran out while it was left running, and how it gets another', async () => {
    const old = await loadOrMakeCertificate(join(folder, 'old'), Date.now() - 900 * 86_400_000)
    const ended = new Date(new X509Certificate(old.cert).validTo).toISOString().slice(0, 10)
    const leftRunning = await openToNeighbour(address, old, [], [])
    const file = join(certificates, 'listener-certificate.pem')
    await copyFile(file, join(folder, 'kept.pem'))
    await copyFile(old.certFile, file)
    try {
      expect(await checkThrough(leftRunning.port)).toEqual({
        sentence:
          `${at}the relay’s certificate is not accepted. Check this computer’s date. If it is right, quit SMTP+ ` +
          'Companion and open it again: an old certificate is then replaced.',
        answer: expect.stringContaining(ended),
      })
    } finally {
      await leftRunning.close()
      await copyFile(join(folder, 'kept.pem'), file)
    }
  })

  it('tells that its sign-in is refused, as by a second relay with a copy of its data', async () => {
    const copy = await openToNeighbour(address, await loadOrMakeCertificate(certificates), [], [])
    try {
      expect(await checkThrough(copy.port)).toEqual({
        sentence:
          `${at}the relay refuses the sign-in made for this check. Another relay with the same certificate may be ` +
          'answering there, such as a second copy of SMTP+ Companion: quit it. Otherwise look in Users whether the ' +
          'SMTP+ user is active. Then check again.',
        answer: expect.stringContaining('535 5.7.8 Wrong user name or password.'),
      })
    } finally {
      await copy.close()
    }
  })

  it('tells that it is too busy where all its places are taken, and finds it well once they are free', async () => {
    await openSettings()
    const { connections } = limits.parse({})
    const crowd = await Promise.all(Array.from({ length: connections }, () => greeted()))
    try {
      expect(await check()).toEqual({
        sentence:
          `${at}the relay has too much to do, or its disk is full. Close programs that keep many connections open, ` +
          'make room on the disk, and check again.',
        answer: expect.stringContaining('421 4.7.0 Too many connections to SMTP+ Companion at once.'),
      })
    } finally {
      for (const socket of crowd) socket.destroy()
    }
    await openSettings()
    expect((await check()).sentence).toBe('The relay can be reached and programs can sign in.')
  })
})

/** A program that connects and then says nothing. */
async function greeted(): Promise<Socket> {
  const socket = connect(port, address)
  await once(socket, 'data')
  return socket
}
