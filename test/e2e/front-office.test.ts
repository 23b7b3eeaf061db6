import { afterAll, describe, expect, it } from 'vitest'
import { askMain } from '../support/ask-main.ts'
import { launchApp } from '../support/electron-app.ts'
import { openOwnApp } from '../support/own-app.ts'
import { waitUntil } from '../support/wait-until.ts'

const app = await openOwnApp()
afterAll(() => app.close())

const main = askMain(app)
const { ask } = main
const untilRunning = (): Promise<void> =>
  main.until('a running relay', ({ relay }) => relay.status === 'running')

describe('the page', () => {
  it('has a bridge of two functions and nothing of Node or Electron', async () => {
    const seen = await app.page().evaluate(() => ({
      bridge: Object.keys(window.companion).toSorted(),
      foreign: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
      isolated: Reflect.get(window, 'companion') === window.companion,
    }))
    expect(seen).toEqual({ bridge: ['call', 'onChanged'], foreign: [], isolated: true })
  })

  it('cannot make code of text, nor elements', async () => {
    const tried = await app.page().evaluate(() => {
      const attempt = (act: () => unknown): string => {
        try {
          act()
          return 'done'
        } catch (fault) {
          return fault instanceof Error ? fault.name : 'refused'
        }
      }
      const both = () => ({
        eval: attempt(() => Reflect.construct(Function, ['return 1'])),
        markup: attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
      })
      // Later, as the page's own code would: what the test driver itself runs may do anything.
      return new Promise((resolve) => setTimeout(() => resolve(both()), 0))
    })
    expect(tried).toEqual({ eval: 'EvalError', markup: 'TypeError' })
  })

  it('reaches neither the network nor files outside its folder', async () => {
    const tried = await app.page().evaluate(async () => {
      const load = (url: string): Promise<string> =>
        fetch(url).then(
          (response) => String(response.status),
          () => 'blocked',
        )
      const picture = (url: string): Promise<string> =>
        new Promise((resolve) => {
          const image = new Image()
          image.addEventListener('load', () => resolve('loaded'))
          image.addEventListener('error', () => resolve('blocked'))
          image.src = url
        })
      return [
        await load('https://example.com/'),
        await load('http://127.0.0.1:1/'),
        await load('file:///etc/passwd'),
        await load('app://companion/../../package.json'),
        await picture('https://example.com/a.png'),
      ]
    })
    expect(new Set(tried)).toEqual(new Set(['blocked']))
  })

  it('stays where it is, and opens nothing', async () => {
    const before = app.page().url()
    const opened = await app.page().evaluate(() => {
      const other = window.open('https://example.com/')
      location.href = 'https://example.com/'
      return other !== null
    })
    expect(opened).toBe(false)
    expect(await app.page().evaluate(() => Notification.requestPermission())).toBe('denied')
    expect(app.page().url()).toBe(before)
    expect(app.running().app.windows()).toHaveLength(1)
  })

  it('gets an answer only to what was agreed, and a refusal that repeats no value', async () => {
    expect(await ask('noSuchCall', null)).toContain('no call of this name')
    expect(await ask('constructor', null)).toContain('no call of this name')
    expect(await ask('openLink', { link: 'https://example.com' })).toContain('something else than agreed')
    const refused = await ask('setPassword', { id: 'office', password: 'hunter2-hunter2', keep: 'for ever' })
    expect(refused).toContain('keep')
    expect(refused).not.toContain('hunter2')
  })

  it('is not answered in a frame of somebody else', async () => {
    const answers = await app.running().app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/electron/preload.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload } })
      await stranger.loadURL('about:blank')
      const answer: unknown = await stranger.webContents.executeJavaScript(
        "window.companion.call('snapshot', null).then(() => 'answered', String)",
      )
      stranger.destroy()
      return String(answer)
    })
    expect(answers).toContain('not the app')
  })
})

describe('closing and opening', () => {
  it('closing the window hides it, and the relay goes on; a second launch shows it again and ends', async () => {
    await untilRunning()
    await app.running().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    const isVisible = (): Promise<boolean | undefined> =>
      app.running().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await waitUntil('a hidden window', async () => (await isVisible()) === false)
    expect((await main.snapshot()).relay.status).toBe('running')
    await expect(launchApp({ userDataDirectory: app.userDataDirectory })).rejects.toThrow()
    await waitUntil('the window again', isVisible)
  })
})

describe('a relay that ends', () => {
  it('is started again, until it has ended five times in five minutes; a press starts it once more', async () => {
    await untilRunning()
    for (let ends = 1; ends <= 5; ends++) {
      process.kill(await app.relayProcessId(), 'SIGKILL')
      await main.until('a relay that was restarted, or given up', ({ relay: { status, restarts } }) =>
        ends < 5 ? status === 'running' && restarts === ends : status === 'stopped-for-good',
      )
    }
    expect((await main.snapshot()).relay.listen).toEqual([])
    await ask('startRelayAgain', null)
    await untilRunning()
  })
})
