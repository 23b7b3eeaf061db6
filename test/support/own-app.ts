import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { firstSettings, listenOn, type Settings } from '../../electron/settings/settings-schema.ts'
import { launchApp } from './electron-app.ts'
import { freePort } from './free-port.ts'
import type { KeyringSession } from './keyring-session.ts'
import type { RunningApp } from './open-app.ts'
import { ownPlace } from './own-display.ts'
import type { OwnNames } from './private-world.ts'
import { runProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

/** The app with folders, keyring and relay port of its own, as a person has it on a computer of their own. */
export type OwnApp = {
  readonly userDataDirectory: string
  /** the port of the relay, free when the folder was made */
  readonly port: number
  page(): Page
  running(): RunningApp
  /** the process that carries mail; another one after it was killed */
  relayProcessId(): Promise<number>
  /** Opens the app a second time while it runs, and gives the exit status of that second one. */
  launchSecond(): Promise<number | null>
  quit(): Promise<void>
  /** Quits, if that wasn't done, and opens it again on the same folders. */
  openAgain(): Promise<void>
  /** Quits, if that wasn't done, and removes the folders. */
  close(): Promise<void>
}

export type OwnAppOptions = {
  readonly keyring?: KeyringSession
  readonly env?: Readonly<Record<string, string>>
  /** over those of a first launch */
  readonly settings?: Partial<Settings>
  /** written as the settings file instead, whatever it is */
  readonly settingsText?: string
  /** names that lead elsewhere for this app alone */
  readonly names?: OwnNames
}

/** Whatever a person waits for on the page: long for a slow machine, short for a test that fails. */
const pageLimitMs = 15_000

/** Opens the app for the first time: only the relay's port is chosen beforehand, so that tests don't meet. */
export async function openOwnApp(options: OwnAppOptions = {}): Promise<OwnApp> {
  const userDataDirectory = await mkdtemp(join(tmpdir(), 'own-app-'))
  const port = options.settings?.listen?.[0]?.port ?? (await freePort())
  const settings: Settings = { ...firstSettings('en'), listen: listenOn(port), ...options.settings }
  const settingsText = options.settingsText ?? JSON.stringify(settings)
  await writeFile(join(userDataDirectory, 'settings.json'), settingsText, { mode: 0o600 })
  const launch = async (): Promise<RunningApp> => {
    const opened = await launchApp({
      userDataDirectory,
      env: { ...options.keyring?.env, ...options.env },
      ...(options.names ? { names: options.names } : {}),
    })
    opened.page.setDefaultTimeout(pageLimitMs)
    return opened
  }
  let running = await launch()
  let isOpen = true
  const quit = async (): Promise<void> => {
    if (isOpen) {
      await running.close()
    }
    isOpen = false
  }
  return {
    userDataDirectory,
    port,
    page: () => running.page,
    running: () => running,
    relayProcessId: () =>
      waitUntil('the process of the relay', () =>
        running.app.evaluate(
          ({ app }) => app.getAppMetrics().find(({ name }) => name === 'SMTP+ Companion relay')?.pid,
        ),
      ),
    launchSecond: async () => {
      const { display, electronFolder } = ownPlace
      const second = await runProcess(
        join(electronFolder, 'electron'),
        ['--no-sandbox', '--disable-gpu', `--user-data-dir=${userDataDirectory}`, resolve('.')],
        { env: { PATH: process.env['PATH'], HOME: userDataDirectory, DISPLAY: display } },
      )
      return second.code
    },
    quit,
    openAgain: async () => {
      await quit()
      running = await launch()
      isOpen = true
    },
    close: async () => {
      await quit()
      await rm(userDataDirectory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
