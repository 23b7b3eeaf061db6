import { type LaunchOptions, openApp, type RunningApp } from './open-app.ts'
import { ownPlace } from './own-display.ts'

/** Opens the built app in a real Electron on this test file's display. Run `npm run build` before. */
export const launchApp = (options: LaunchOptions = {}): Promise<RunningApp> => openApp(ownPlace, options)
