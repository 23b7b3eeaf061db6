import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runProcess, startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

declare module 'vitest' {
  // Vitest collects what its set-up files provide by merging into this interface.
  interface ProvidedContext {
    /** X11 display of this test run, e.g. `:99` */
    readonly display: string
    /** folder of an Electron that runs here */
    readonly electronFolder: string
  }
}

/** Once a test run: one virtual display on a number that X itself finds free, and an Electron that runs here. */
export default async function setUpDisplay(project: TestProject): Promise<() => Promise<void>> {
  const electron = await runProcess(process.execPath, [resolve('scripts/electron.mjs')], { env: process.env })
  const electronFolder = electron.stdout.trim()
  if (electronFolder === '') {
    throw new Error(`no Electron runs here: ${electron.stderr}`)
  }
  const screen = startProcess(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-noreset'],
    { env: process.env },
  )
  await waitUntil(
    () => `a display: ${screen.stderr()}`,
    () => /^\d+\n/.test(screen.stdout()),
  )
  project.provide('display', `:${screen.stdout().trim()}`)
  project.provide('electronFolder', electronFolder)
  return async () => {
    await screen.stop()
  }
}
