import { BrowserWindow, nativeImage, nativeTheme, screen } from 'electron'
import { pageUrl } from '../security/page-origin.ts'
import { pagePrivileges } from '../security/privileges.ts'
import iconUrl from './icons/app.png?inline'
import { backgrounds } from './theme.ts'
import { readWindowState, smallestWindow, writeWindowState } from './window-state.ts'

export type MainWindowOptions = {
  readonly preload: string
  /** where the window's place is kept */
  readonly statePath: string
  readonly devTools: boolean
  readonly log: (line: string) => void
}

/** Makes the one window and starts loading the page. It shows itself once there is something to see. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { bounds } = readWindowState(options.statePath, areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'SMTP+ Companion',
    icon: nativeImage.createFromDataURL(iconUrl),
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: true,
    webPreferences: { ...pagePrivileges, preload: options.preload, devTools: options.devTools },
  })
  const load = (): void => {
    window.loadURL(pageUrl).catch((fault: unknown) => options.log(`the page did not load: ${String(fault)}`))
  }
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    if (!window.isMinimized()) writeWindowState(options.statePath, window.getNormalBounds())
  })
  // the page's own title changes are its words for the screen; the window is always called the same
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, details) => {
    options.log(`the page's process is gone: ${details.reason}`)
    if (details.reason !== 'clean-exit') load()
  })
  load()
  return window
}

/** Closing the window only hides it while `stays` says so; the relay and the tray icon go on. */
export function hideOnClose(window: BrowserWindow, stays: () => boolean, onHidden: () => void): void {
  window.on('close', (event) => {
    if (!stays()) return
    event.preventDefault()
    window.hide()
    onHidden()
  })
}

/** Brings the window to the front, wherever it was. */
export function raise(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
