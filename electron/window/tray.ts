import { Menu, nativeImage, Tray } from 'electron'
import type { MainWords } from '../words.ts'
import trayLargeUrl from './icons/tray@2x.png?inline'
import trayUrl from './icons/tray.png?inline'
import templateLargeUrl from './icons/tray-template@2x.png?inline'
import templateUrl from './icons/tray-template.png?inline'

export type TrayIcon = { show(words: MainWords, isRunning: boolean): void }

/** The icon by which the app is reached while its window is closed. A desktop without a place for it shows none. */
export function openTray(actions: { open(): void; quit(): void }): TrayIcon {
  const tray = new Tray(trayImage())
  tray.on('click', () => actions.open())
  return {
    show(words, isRunning) {
      const state = isRunning ? words.running : words.notRunning
      tray.setToolTip(`SMTP+ Companion · ${state}`)
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: state, enabled: false },
          { type: 'separator' },
          { label: words.open, click: () => actions.open() },
          { label: words.quit, click: () => actions.quit() },
        ]),
      )
    },
  }
}

// macOS wants black and transparent only and colours it to fit the menu bar.
function trayImage(): Electron.NativeImage {
  const isMac = process.platform === 'darwin'
  const image = nativeImage.createFromDataURL(isMac ? templateUrl : trayUrl)
  image.addRepresentation({ scaleFactor: 2, dataURL: isMac ? templateLargeUrl : trayLargeUrl })
  image.setTemplateImage(isMac)
  return image
}
