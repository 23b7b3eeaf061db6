import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runProcess } from './running-process.ts'
import { type Screen, startScreen } from './screen.ts'

/** Where an app can be opened: an X11 display such as `:99`, and the folder of an Electron that runs here. */
export type Place = { readonly display: string; readonly electronFolder: string }

declare module 'vitest' {
  // Vitest collects what its set-up files provide by merging into this interface.
  interface ProvidedContext {
    readonly electronFolder: string
  }
}

async function findElectron(): Promise<string> {
  const electron = await runProcess(process.execPath, [resolve('scripts/electron.mjs')])
  const folder = electron.stdout.trim()
  if (folder === '') {
    throw new Error(`no Electron runs here: ${electron.stderr}`)
  }
  return folder
}

/** A virtual display, and an Electron that runs here. */
export async function startDisplay(): Promise<Place & Screen> {
  const electronFolder = await findElectron()
  return { electronFolder, ...(await startScreen()) }
}

/** Vitest's global set-up: the Electron is looked for, and fetched if need be, once for the whole test run. */
export default async function setUpElectron(project: TestProject): Promise<void> {
  project.provide('electronFolder', await findElectron())
}
