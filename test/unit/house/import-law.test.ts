import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { runProcess } from '../../support/running-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// One file a law, each breaking it; type-only and dynamic imports among them.
const offenders: Readonly<Record<string, readonly [path: string, line: string]>> = {
  'domain-is-pure': ['relay/domain/clock.ts', "export type { Stats } from 'node:fs'"],
  'relay-imports-relay': ['relay/config/window.ts', "export type { Page } from '../../renderer/page.tsx'"],
  'relay-has-no-electron-and-no-react': ['relay/journal/view.ts', "export { useState } from 'react'"],
  'electron-imports-the-relays-open-rooms': [
    'electron/desks/queue.ts',
    "export const load = () => import('../../relay/queue/rows.ts')",
  ],
  'renderer-imports-the-window-contract-and-the-domain': [
    'renderer/rows.ts',
    "export type { Rows } from '../relay/queue/rows.ts'",
  ],
  'renderer-has-no-node-and-no-electron': [
    'renderer/files.ts',
    "export { readFile } from 'node:fs/promises'",
  ],
  'renderer-has-no-electron-package': ['renderer/bridge.ts', "export { ipcRenderer } from 'electron'"],
  'nobody-imports-test': ['relay/delivery/double.ts', "export type { Double } from '../../test/double.ts'"],
  'only-the-listener-imports-smtp-server': [
    'relay/delivery/server.ts',
    "export { SMTPServer } from 'smtp-server'",
  ],
  'only-upstream-smtp-imports-nodemailer': [
    'relay/queue/mail.ts',
    "export { createTransport } from 'nodemailer'",
  ],
  'only-database-imports-sqlite': ['relay/journal/table.ts', "export { DatabaseSync } from 'node:sqlite'"],
  'only-os-keyring-imports-the-keyring': ['relay/config/key.ts', "export { Entry } from '@napi-rs/keyring'"],
  'only-settings-imports-electron-store': [
    'electron/desks/store.ts',
    "export { default } from 'electron-store'",
  ],
  'no-circles': ['relay/domain/circle.ts', "export * from './circle.ts'"],
  'no-orphans-resolved-nowhere': ['relay/domain/lost.ts', "export * from './nowhere.ts'"],
}

const innocent: Readonly<Record<string, string>> = {
  'relay/queue/rows.ts': 'export type Rows = readonly string[]',
  'renderer/page.tsx': 'export type Page = { readonly title: string }',
  'test/double.ts': 'export type Double = { readonly calls: number }',
}

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

it('the import law refuses each thing it forbids, type imports included', async () => {
  const folder = await temporaryFolder()
  const files = [...Object.values(offenders), ...Object.entries(innocent)]
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), `${text}\n`)
  }
  await copyFile('.dependency-cruiser.mjs', join(folder, '.dependency-cruiser.mjs'))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))

  const depcruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const words = ['--output-type', 'json', 'relay', 'electron', 'renderer', 'test']
  const { stdout } = await runProcess(process.execPath, [depcruise, ...words], { cwd: folder })

  const { violations } = report.parse(JSON.parse(stdout)).summary
  const broken = violations.map(({ from, rule }) => `${from} breaks ${rule.name}`)
  for (const [law, [path]] of Object.entries(offenders)) {
    expect(broken).toContain(`${path} breaks ${law}`)
  }
})
