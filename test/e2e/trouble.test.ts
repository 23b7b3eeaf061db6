import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { type OwnApp, type OwnAppOptions, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { valueNamed } from '../support/pages/value-named.ts'
import { startConversation } from '../support/smtp-conversation.ts'

async function open(options: OwnAppOptions = {}): Promise<OwnApp> {
  const app = await openOwnApp(options)
  onTestFinished(() => app.close())
  return app
}

/** Somebody else's server on a port, as long as the test runs. */
async function takePort(): Promise<number> {
  const port = await freePort()
  const holder = createServer()
  await new Promise<void>((resolve) => {
    holder.listen(port, '127.0.0.1', resolve)
  })
  onTestFinished(() => void holder.close())
  return port
}

describe('a settings file that can not be read', () => {
  it('is kept beside, word for word, and Home names it', async () => {
    const text = '{ "version": 1, "users": [{ "id": "off'
    const app = await open({ settingsText: text })
    const companion = companionPage(app.page())
    await companion.press('Skip the set-up')
    await companion
      .text(/The settings file could not be read\. It was kept as .*settings\.json\.unreadable-/)
      .waitFor()
    const kept = (await readdir(app.userDataDirectory)).find((name) => name.includes('.unreadable-'))
    expect(kept).toBeDefined()
    expect(await readFile(join(app.userDataDirectory, kept ?? ''), 'utf8')).toBe(text)
  })
})

describe('a port in use', () => {
  it('is named, and the free one offered is taken with one press, also after a restart', async () => {
    const taken = await takePort()
    const listen = [{ address: '127.0.0.1', port: taken }]
    const app = await open({ settings: { listen, setUpDone: true } })
    const companion = companionPage(app.page())
    await companion.sentence(new RegExp(`Another program .*port ${taken}\\.|port ${taken}`)).waitFor()
    await companion.press(/^Use port \d+$/)
    await companion.sentence(/Your relay is running/).waitFor()
    const port = Number(await valueNamed(app.page(), 'Port'))
    expect(port).not.toBe(taken)
    expect((await startConversation(port)).greeting).toMatch(/^220 /)
    await app.openAgain()
    await companionPage(app.page())
      .sentence(/Your relay is running/)
      .waitFor()
    expect(Number(await valueNamed(app.page(), 'Port'))).toBe(port)
  })
})

describe('a queue that can not be read', () => {
  it('is kept beside and named, and the relay runs on', async () => {
    const app = await open({ settings: { setUpDone: true } })
    await companionPage(app.page())
      .sentence(/Your relay is running/)
      .waitFor()
    await app.quit()
    await writeFile(join(app.userDataDirectory, 'relay', 'relay.db'), 'no database at all'.repeat(1_000))
    await app.openAgain()
    const companion = companionPage(app.page())
    await companion.text(/The queue on disk could not be read\. It was kept as/).waitFor()
    expect((await startConversation(app.port)).greeting).toMatch(/^220 /)
  })
})
