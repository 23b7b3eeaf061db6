import type { OwnApp } from './own-app.ts'

// What a person chooses in the system's own dialogs, which no test can press.

export function answerSaveDialog(app: OwnApp, filePath: string): Promise<void> {
  return app.running().app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, filePath)
}

export function answerOpenDialog(app: OwnApp, filePath: string): Promise<void> {
  return app.running().app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, filePath)
}
