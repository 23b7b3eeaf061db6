// The least that Electron can open: one window with one button, to measure the app beside.

import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1000, height: 700 })
  await window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
