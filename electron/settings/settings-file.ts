import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import type { ChangeAuthor } from '../ipc/window-history.ts'
import { type Settings, settingsSchema } from './settings-schema.ts'

export type SettingsProblem = { readonly reason: 'settings-not-saved'; readonly message: string }

export type SettingsFile = {
  current(): Settings
  /** Saves a changed copy as the next revision, noted down as that author's (history-file); on a problem the old settings stay, on disk and in memory. */
  change(edit: (settings: Settings) => Settings, by?: ChangeAuthor): Result<Settings, SettingsProblem>
  /** the name under which an unreadable file was kept, or null */
  readonly setAside: string | null
}

type Store = { store: Record<string, unknown> }

/**
 * Opens `settings.json` in `directory`. A file that isn't JSON or doesn't fit the schema is renamed to
 * `settings.json.unreadable-<time>` and the app starts with `first`; it is never wiped or written over.
 */
export function openSettings(directory: string, first: Settings, nowMs: () => number): SettingsFile {
  const path = join(directory, 'settings.json')
  recoverInterruptedSave(path)
  const found = read(directory, path)
  const setAside = found === 'unreadable' ? keepAside(path, nowMs()) : null
  const store = openStore(directory)
  let current = found === 'unreadable' || found === 'none' ? first : found

  return {
    setAside,
    current: () => current,
    change(edit) {
      const next = settingsSchema.parse({ ...edit(current), revision: current.revision + 1 })
      const saved = save(store, path, next)
      if (saved.ok) current = next
      return saved
    },
  }
}

function openStore(directory: string): Store {
  return new ElectronStore<Record<string, unknown>>({
    cwd: directory,
    name: 'settings',
    // it holds password hashes and addresses: nobody else's business
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  })
}

function read(directory: string, path: string): Settings | 'none' | 'unreadable' {
  if (!existsSync(path)) return 'none'
  try {
    // The store's constructor reads the file too and throws on one that isn't JSON.
    const parsed = settingsSchema.safeParse(openStore(directory).store)
    return parsed.success ? parsed.data : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

function keepAside(path: string, nowMs: number): string {
  const name = `${path}.unreadable-${new Date(nowMs).toISOString().replaceAll(':', '-')}`
  renameSync(path, name)
  return name
}

/**
 * The store writes a new file, syncs it and renames it over the old one, but takes a short write for a whole one: on
 * a full disk it would put half a file in place of the settings. So the old file keeps a second name until the new one was
 * read back and found whole; giving it its name back needs no space.
 */
function save(store: Store, path: string, next: Settings): Result<Settings, SettingsProblem> {
  const previous = previousName(path)
  const isFirst = !existsSync(path)
  try {
    if (!isFirst) giveSecondName(path, previous)
    store.store = next
    settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    rmSync(previous, { force: true })
    return done(next)
  } catch (fault) {
    if (isFirst) rmSync(path, { force: true })
    else if (existsSync(previous)) renameSync(previous, path)
    return failed({
      reason: 'settings-not-saved',
      message: fault instanceof Error ? fault.message : String(fault),
    })
  }
}

function giveSecondName(path: string, previous: string): void {
  try {
    linkSync(path, previous)
  } catch {
    // a file system without hard links: a copy, which fails by itself when there is no room
    copyFileSync(path, previous)
  }
}

/** The process ended inside a save: the new file stays if it is whole, else the old one gets its name back. */
function recoverInterruptedSave(path: string): void {
  const previous = previousName(path)
  if (!existsSync(previous)) return
  if (isWhole(path)) rmSync(previous)
  else renameSync(previous, path)
}

function isWhole(path: string): boolean {
  try {
    return settingsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).success
  } catch {
    return false
  }
}

function previousName(path: string): string {
  return `${path}.previous`
}
