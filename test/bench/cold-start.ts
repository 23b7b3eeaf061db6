import { join } from 'node:path'
import { z } from 'zod'
import type { Place } from '../support/display.ts'
import { startProcess } from '../support/running-process.ts'
import { waitUntil } from '../support/wait-until.ts'

// Runs in the page: when was what a person can press painted? Epoch milliseconds, as the page's own clock saw it.
// A largest paint counts only up to the first button that can be pressed; one that comes later is found by looking.
const interactiveAt = `new Promise((resolve) => {
  let looks = 0
  const look = () => {
    looks += 1
    if (!document.querySelector('button:not([disabled])')) return requestAnimationFrame(look)
    if (looks > 1) return resolve(performance.timeOrigin + performance.now())
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1)
      resolve(performance.timeOrigin + last.startTime)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  }
  look()
})`

const pageList = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))
const evaluation = z.object({ result: z.object({ result: z.object({ value: z.number() }) }) })

/** Milliseconds from the start of the process of the app in `folder` to a window to press in. */
export async function coldStartMs(place: Place, folder: string, profile: string): Promise<number> {
  const startedAtMs = Date.now()
  const app = startProcess(
    join(place.electronFolder, 'electron'),
    ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--remote-debugging-port=0', folder],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: profile,
        LANG: 'C.UTF-8',
        DISPLAY: place.display,
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      },
    },
  )
  try {
    const port = await waitUntil(
      'DevTools',
      () => /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(app.stderr())?.[1],
    )
    const page = await waitUntil('a page', async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
      return pageList.parse(await answer.json()).find(({ type }) => type === 'page')
    })
    // Asked too early, the question is lost with the empty page that the real one replaces.
    const at = await waitUntil('a button', () => evaluate(page.webSocketDebuggerUrl, interactiveAt))
    return at - startedAtMs
  } finally {
    await app.stop()
  }
}

/** What the expression comes to in the page, or null when the page was replaced meanwhile. */
function evaluate(url: string, expression: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)))
    socket.addEventListener('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
    })
    socket.addEventListener('message', ({ data }) => {
      const answer = evaluation.safeParse(JSON.parse(String(data)))
      socket.close()
      resolve(answer.success ? answer.data.result.result.value : null)
    })
  })
}
