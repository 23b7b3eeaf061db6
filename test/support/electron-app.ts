import { inject } from 'vitest'
import { type LaunchOptions, openApp, type RunningApp } from './open-app.ts'

/** Opens the built app in a real Electron on the test run's display. Run `npm run build` before. */
export const launchApp = (options: LaunchOptions = {}): Promise<RunningApp> =>
  openApp(inject('place'), options)
