import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runProcess } from './running-process.ts'
import { startScreen } from './screen.ts'

/** Where an app can be opened: an X11 display such as `:99`, and the folder of an Electron that runs here. */
export type Place = { readonly display: string; readonly electronFolder: string }

declare module 'vitest' {
  // Vitest collects what its set-up files provide by merging into this interface.
  interface ProvidedContext {
    readonly place: Place
  }
}

/** A virtual display on a number that X itself finds free, and an Electron that runs here. */
export async function startDisplay(size = '1400x1000'): Promise<Place & { stop(): Promise<void> }> {
  const electron = await runProcess(process.execPath, [resolve('scripts/electron.mjs')])
  const electronFolder = electron.stdout.trim()
  if (electronFolder === '') {
    throw new Error(`no Electron runs here: ${electron.stderr}`)
  }
  return { ...(await startScreen(size)), electronFolder }
}

/** Vitest's global set-up: one display for the whole test run. */
export default async function setUpDisplay(project: TestProject): Promise<() => Promise<void>> {
  const { display, electronFolder, stop } = await startDisplay()
  project.provide('place', { display, electronFolder })
  return stop
}
