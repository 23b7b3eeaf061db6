// The least that Electron can open: one window with one button, to measure the app beside.

import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

app.on('ready', () => {
  const window = new BrowserWindow({ width: 1000, height: 700 })
  void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
