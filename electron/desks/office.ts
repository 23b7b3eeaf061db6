import type { Handlers } from '../../relay/ipc/contract.ts'
import type { FieldProblem, WindowContract } from '../ipc/window-contract.ts'
import type { ChangeAuthor } from '../ipc/window-history.ts'
import type { PasswordKeeper } from '../keychain/password-keeper.ts'
import type { RelaySupervisor } from '../relay-process/relay-supervisor.ts'
import type { History } from '../settings/history-file.ts'
import type { SettingsFile } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings-schema.ts'
import type { AppState } from './app-state.ts'
import type { RecordsWatch } from './records-watch.ts'

/** What the desks work with. */
export type Office = {
  readonly settings: SettingsFile
  readonly history: Pick<History, 'entries' | 'undo'>
  readonly relay: Pick<RelaySupervisor, 'call' | 'start'>
  readonly passwords: PasswordKeeper
  /** After every change: the relay gets the new revision, the page the new state. */
  readonly announce: () => void
  readonly log: (line: string) => void
  /** milliseconds since 1970 */
  readonly nowMs: () => number
  readonly alerts: Pick<AppState, 'alert' | 'setOwnAlert'>
  readonly records: Pick<RecordsWatch, 'look'>
}

/** The handlers that one desk adds. */
export type Desk<Name extends keyof Handlers<WindowContract>> = Pick<Handlers<WindowContract>, Name>

export type Saved = { ok: true; revision: number } | { ok: false; problems: FieldProblem[] }

/** Saves, notes down (`by` whom) and announces a change. What can't be saved is a problem of the form as a whole: nothing was changed. */
export function save(
  office: Office,
  edit: (settings: Settings) => Settings,
  by: ChangeAuthor = 'person',
): Saved {
  const saved = office.settings.change(edit, by)
  if (!saved.ok) {
    office.log(`the settings could not be saved: ${saved.problem.message}`)
    return refuse({ field: '', reason: 'settings-not-saved', found: saved.problem.message })
  }
  office.announce()
  return { ok: true, revision: saved.value.revision }
}

export function refuse(...problems: FieldProblem[]): { ok: false; problems: FieldProblem[] } {
  return { ok: false, problems }
}
