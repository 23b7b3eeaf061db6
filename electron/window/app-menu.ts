import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MainWords } from '../words.ts'

/** The least a menu must have: copy and paste by keyboard on macOS, zoom, and a way to quit. */
export function setAppMenu(words: MainWords, actions: { quit(): void }): void {
  const quit: MenuItemConstructorOptions = {
    label: words.quit,
    accelerator: 'CmdOrCtrl+Q',
    click: () => actions.quit(),
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'SMTP+ Companion',
        submenu: process.platform === 'darwin' ? [{ role: 'hide' }, { type: 'separator' }, quit] : [quit],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: words.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
    ]),
  )
}
