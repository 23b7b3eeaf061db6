import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import type { SettingChange } from '../ipc/window-history.ts'
import type { TransferProblem } from '../ipc/window-transfer.ts'
import {
  type ExchangeFile,
  exchangeOf,
  longestExchangeBytes,
  parseExchange,
  placedProblem,
} from '../settings/exchange-file.ts'
import { hasSameDoor, settingsAfterImport, settingsProblem } from '../settings/exchange-import.ts'
import { differenceOf } from '../settings/settings-difference.ts'
import { factsOf } from '../settings/settings-facts.ts'
import type { Settings } from '../settings/settings-schema.ts'
import { type Desk, type Office, save } from './office.ts'
import type { Desktop } from './preferences-desk.ts'

type Reading = { readonly id: string; readonly file: ExchangeFile; readonly revision: number }

/** Takes the settings elsewhere, and brings in others: shown first, then all of it or nothing. */
export function transferDesk(
  office: Office,
  desktop: Pick<Desktop, 'askWhereToSave' | 'askWhichFile'>,
): Desk<'exportSettings' | 'readSettingsFile' | 'importSettings'> {
  let latest: Reading | null = null

  return {
    async exportSettings() {
      const day = new Date(office.nowMs()).toISOString().slice(0, 10)
      const path = await desktop.askWhereToSave(`smtp-plus-settings-${day}.json`)
      if (path === null) return { outcome: 'cancelled' }
      const content = JSON.stringify(exchangeOf(office.settings.current(), office.nowMs()), null, 2)
      try {
        writeFileAtomically(path, `${content}\n`)
        return { outcome: 'written', path }
      } catch (fault) {
        return { outcome: 'not-written', path, message: fault instanceof Error ? fault.message : '' }
      }
    },
    async readSettingsFile() {
      const path = await desktop.askWhichFile()
      if (path === null) return { outcome: 'cancelled' }
      const file = await readExchange(path)
      if (!file.ok) return { outcome: 'refused', path, problem: file.problem }
      const before = office.settings.current()
      const after = settingsAfterImport(before, file.value)
      const problem = settingsProblem(after)
      if (problem) return { outcome: 'refused', path, problem: placedProblem('wrong-value', problem) }
      latest = { id: randomUUID(), file: file.value, revision: before.revision }
      return {
        outcome: 'read',
        path,
        reading: latest.id,
        changes: changesBetween(before, after),
        usersWithout: after.users
          .filter(({ username, password }) => username !== undefined && !password)
          .map(({ id }) => id),
        signInsWithout: after.logins
          .filter(({ auth, passwordHash }) => auth === 'password' && passwordHash === undefined)
          .map(({ name }) => name),
      }
    },
    async importSettings({ reading }) {
      const before = office.settings.current()
      if (latest?.id !== reading || latest.revision !== before.revision)
        return { ok: false, reason: 'changed-meanwhile' }
      const { file } = latest
      const saved = save(office, (settings) => settingsAfterImport(settings, file), 'import')
      if (!saved.ok) return { ok: false, reason: 'settings-not-saved' }
      latest = null
      await forgetPasswords(office, before)
      return saved
    },
  }
}

/** As the history would note it down, and of each new user where its mail would go. */
function changesBetween(before: Settings, after: Settings): SettingChange[] {
  const [earlier, later] = [factsOf(before), factsOf(after)]
  const changes = differenceOf(earlier, later)
  const added = changes.filter(({ thing, what }) => thing === 'user' && what === 'added')
  const keys = added.map(({ name }) => `user ${name}`)
  const empty = Object.fromEntries(keys.map((key) => [key, {}]))
  const fields = Object.fromEntries(keys.map((key) => [key, later[key] ?? {}]))
  return changes.concat(differenceOf(empty, fields))
}

/** Of users that are gone, or that now go through another door: the one kept until quitting would else be shown there. */
async function forgetPasswords(office: Office, before: Settings): Promise<void> {
  const after = office.settings.current().users
  const left = before.users.filter((user) => {
    const now = after.find(({ id }) => id === user.id)
    return user.username !== undefined && !(now && hasSameDoor(user, now))
  })
  for (const { id } of left) {
    const forgotten = await office.passwords.forget(id)
    if (!forgotten.ok)
      office.log(`a password stays in the keychain after an import: ${forgotten.problem.reason}`)
  }
  if (left.length > 0) office.announce()
}

async function readExchange(path: string): Promise<Result<ExchangeFile, TransferProblem>> {
  const whole = { path: '', expected: '', found: '', judged: null }
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return failed({ reason: 'unreadable', ...whole })
      const found = `${Math.ceil(stat.size / 1024 / 1024)}`
      if (stat.size > longestExchangeBytes) return failed({ reason: 'too-large', ...whole, found })
      const parsed = parseExchange(await file.readFile('utf8'))
      return parsed.ok ? done(parsed.value) : parsed
    } finally {
      await file.close()
    }
  } catch (fault) {
    return failed({ reason: 'unreadable', ...whole, found: fault instanceof Error ? fault.message : '' })
  }
}
