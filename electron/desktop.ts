import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron'
import { alertNotification } from './alerts/alert-words.ts'
import { desktopAlerts } from './alerts/desktop-alerts.ts'
import { type FrontOffice, openFrontOffice } from './front-office.ts'
import { tellWindow } from './ipc/serve-window.ts'
import type { Language } from './ipc/window-contract.ts'
import { openUtilityKeyring } from './keychain/utility-keyring.ts'
import { keychainEnvironment, relayEnvironment } from './relay-process/environment.ts'
import { openLogFile } from './relay-process/log-file.ts'
import { startRelayProcess } from './relay-process/relay-connection.ts'
import { onReturn } from './relay-process/return-signals.ts'
import { setAppMenu } from './window/app-menu.ts'
import { hideOnClose, raise } from './window/main-window.ts'
import { printPage } from './window/print-page.ts'
import { openTray } from './window/tray.ts'
import { mainWords } from './words.ts'

export type DesktopOptions = {
  readonly window: BrowserWindow
  readonly userData: string
  /** the build's folder */
  readonly programs: string
  readonly log: (line: string) => void
}

// The page draws itself from the first answer it gets here. The relay, which is as busy when it starts, would hold it up
// on a small computer.
const timeToDrawMs = 300

/** The front office on a real desktop: window, tray, menu and notifications around it. */
export function openDesktop({ window, userData, programs, log }: DesktopOptions): FrontOffice {
  const relayLog = openLogFile(join(userData, 'logs', 'relay.log'), Date.now)
  const alerts = desktopAlerts(() => raise(window))
  const tray = openTray({ open: () => raise(window), quit: () => app.quit() })
  const words = () => mainWords[office.settings().preferences.language]
  let isRunning = false
  let shownLanguage: Language | null = null

  const showState = (): void => {
    tray.show(words(), isRunning)
    const { language } = office.settings().preferences
    if (language === shownLanguage) return
    shownLanguage = language
    setAppMenu(words(), { quit: () => app.quit() })
  }

  const office = openFrontOffice({
    userData,
    version: app.getVersion(),
    platform: process.platform,
    language: app.getLocale().startsWith('it') ? 'it' : 'en',
    desktop: {
      // older Electrons answer at once, newer ones with a promise
      copy: async (text) => await clipboard.writeText(text),
      open: (url) => shell.openExternal(url),
      print: () => printPage(window.webContents),
      async askWhereToSave(name) {
        const defaultPath = join(app.getPath('documents'), name)
        const chosen = await dialog.showSaveDialog(window, { defaultPath, properties: ['createDirectory'] })
        return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
      },
      async askWhichFile() {
        // what other programs keep their settings in often begins with a dot
        const properties = ['openFile', 'showHiddenFiles'] as const
        const chosen = await dialog.showOpenDialog(window, { properties: [...properties] })
        return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
      },
      setTheme(theme) {
        nativeTheme.themeSource = theme
        showState()
      },
    },
    keyring: openUtilityKeyring(
      join(programs, 'relay', 'secrets', 'keyring-process.js'),
      keychainEnvironment(process.env),
    ),
    connectRelay: (keychain) =>
      startRelayProcess({
        path: join(programs, 'relay', 'main.js'),
        env: relayEnvironment(process.env),
        log: (line) => relayLog.write(line),
        keychain,
      }),
    tellPage: (deltas) => tellWindow(window.webContents, deltas),
    onRelayView(view) {
      isRunning = view.status === 'running'
      showState()
      if (view.status === 'stopped-for-good')
        alerts.show(words().stoppedForGood.title, words().stoppedForGood.body)
    },
    onNews(news) {
      if (news.name !== 'tellAlerts' || window.isFocused()) return
      const notification = alertNotification(news.value, words())
      if (notification) alerts.show(notification.title, notification.body)
    },
    log,
    nowMs: Date.now,
  })

  nativeTheme.themeSource = office.settings().preferences.theme
  showState()
  keepRunningBehindTheTray(window, office, () =>
    alerts.show(words().keepsRunning.title, words().keepsRunning.body),
  )
  const drawing = setTimeout(() => office.startRelay(), timeToDrawMs)
  app.once('before-quit', () => clearTimeout(drawing))
  onReturn(() => office.networkIsBack())
  window.on('focus', () => office.lookAtPasswords())
  return office
}

/** Closing hides, quitting stops: the relay finishes what it is receiving before the app is gone. */
function keepRunningBehindTheTray(window: BrowserWindow, office: FrontOffice, explain: () => void): void {
  let quit: 'no' | 'stopping' | 'now' = 'no'
  app.on('window-all-closed', () => {})
  hideOnClose(
    window,
    () => quit === 'no',
    () => {
      if (office.settings().trayExplained) return
      explain()
      office.note((settings) => ({ ...settings, trayExplained: true }))
    },
  )
  app.on('before-quit', (event) => {
    if (quit === 'now') return
    event.preventDefault()
    if (quit === 'stopping') return
    quit = 'stopping'
    window.hide()
    void office.stop().finally(() => {
      quit = 'now'
      app.quit()
    })
  })
}
