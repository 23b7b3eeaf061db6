import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { serveWindow } from './ipc/serve-window.ts'
import { openLogFile } from './relay-process/log-file.ts'
import { declareAppProtocol, serveAppProtocol } from './security/app-protocol.ts'
import { isOurPage } from './security/caller.ts'
import { lockDownApp, lockDownSession } from './security/lock-down.ts'
import { openMainWindow, raise } from './window/main-window.ts'
import { peekTheme } from './window/theme.ts'

const userData = app.getPath('userData')
const programs = join(app.getAppPath(), 'dist')

// A page that never comes up must not keep the relay from running.
const longestWaitForPageMs = 3_000

// A second launch ends here, and the first raises its window.
if (app.requestSingleInstanceLock()) boot()
else app.quit()

/**
 * The boot order. Before the window comes only what it needs. What is behind it (settings, keychain, relay) takes main
 * longer to load than all the page's files to serve, so it comes after them.
 */
function boot(): void {
  const logFile = openLogFile(join(userData, 'logs', 'app.log'), Date.now)
  const log = (line: string): void => logFile.write(line)
  const refused = (what: string): void => log(`refused: ${what}`)

  endOnBug(log)
  declareAppProtocol()
  lockDownApp(app, refused)
  app.whenReady().then(open, (fault: unknown) => log(String(fault)))

  function open(): void {
    nativeTheme.themeSource = peekTheme(join(userData, 'settings.json'))
    lockDownSession(session.defaultSession, refused)
    serveAppProtocol(session.defaultSession, join(programs, 'renderer'), () => void desktop())
    const window = openMainWindow({
      preload: join(programs, 'electron', 'preload.cjs'),
      statePath: join(userData, 'window.json'),
      devTools: !app.isPackaged,
      log,
    })
    app.on('second-instance', () => raise(window))
    app.on('activate', () => raise(window))
    const desktop = once(() =>
      import('./desktop.ts').then(({ openDesktop }) => openDesktop({ window, userData, programs, log })),
    )
    setTimeout(() => void desktop(), longestWaitForPageMs)
    serveWindow(
      isOurPage,
      async () => (await desktop()).answer,
      (name, message) => refused(`${name}: ${message}`),
    )
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** Electron would show a stack in a dialog and go on in an unknown state: note it and end; the queue is on disk. */
function endOnBug(log: (line: string) => void): void {
  process.on('uncaughtException', (fault) => {
    log(`a bug: ${fault.stack ?? String(fault)}`)
    app.exit(70)
  })
}
