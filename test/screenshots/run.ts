// `npm run screenshots -- [--language en|it] [--theme light|dark]`: pictures of the real app, on the practice server.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { firstSettings, listenOn } from '../../electron/settings/settings-schema.ts'
import { en } from '../../renderer/words/en.ts'
import { it } from '../../renderer/words/it.ts'
import { startDisplay } from '../support/display.ts'
import { freePort } from '../support/free-port.ts'
import { openApp } from '../support/open-app.ts'
import { sendWithSwaks } from '../support/swaks.ts'
import { setUpOnPractice } from './practice-set-up.ts'

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light' },
    folder: { type: 'string', default: 'docs/screenshots' },
  },
})
const language = z.enum(['en', 'it']).parse(values.language)
const theme = z.enum(['light', 'dark']).parse(values.theme)
const words = { en, it }[language]
const suffix = `${language === 'en' ? '' : `-${language}`}${theme === 'light' ? '' : `-${theme}`}`

const screens = ['home', 'users', 'senders', 'set-up', 'activity', 'alerts', 'practice', 'settings'] as const

const message = (from: string, subject: string): string =>
  `From: ${from}\r\nTo: anna@customer.example\r\nSubject: ${subject}\r\n\r\nGood morning.\r\n`

async function takeAll(page: Page, port: number): Promise<void> {
  const take = async (name: string): Promise<void> => {
    // What moves or was just pressed would make each picture another one.
    await page.mouse.move(0, 0)
    const file = join(values.folder, `${name}${suffix}.png`)
    await page.screenshot({ path: file, animations: 'disabled' })
    process.stderr.write(`${file}\n`)
  }
  const signIn = await setUpOnPractice(page, words, take)
  const sender = `info@${words.wizard.senders.practiceExample}`
  for (const [mailFrom, subject] of [
    [sender, 'Invoice 2031'],
    [sender, 'Your order is on its way'],
    ['boss@bank.example', 'Urgent payment'],
  ] as const) {
    const text = message(mailFrom, subject)
    await sendWithSwaks({ port, ...signIn, mailFrom, recipients: ['anna@customer.example'], message: text })
  }
  await page.getByText('boss@bank.example').first().waitFor()
  const rail = page.getByRole('navigation', { name: words.shell.navigation })
  for (const screen of screens) {
    await rail.getByRole('button', { name: words.shell.places[screen] }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await take(screen)
  }
}

const userDataDirectory = await mkdtemp(join(tmpdir(), 'screenshots-'))
const port = await freePort()
const settings = { ...firstSettings(language), listen: listenOn(port), preferences: { language, theme } }
await mkdir(values.folder, { recursive: true })
await writeFile(join(userDataDirectory, 'settings.json'), JSON.stringify(settings), { mode: 0o600 })
const display = await startDisplay()
try {
  const running = await openApp(display, { userDataDirectory })
  try {
    await takeAll(running.page, port)
  } finally {
    await running.close()
  }
} finally {
  await display.stop()
  await rm(userDataDirectory, { recursive: true, force: true, maxRetries: 3 })
}
