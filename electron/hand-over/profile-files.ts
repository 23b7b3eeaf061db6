import { constants } from 'node:fs'
import { access, copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import type { OutgoingServer } from '../../relay/domain/program-files/outgoing-server.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import { isProfileInUse } from './profile-lock.ts'
import {
  ownServerKey,
  setsServerList,
  type ThunderbirdProblem,
  withoutThunderbirdServer,
  withThunderbirdServer,
} from './thunderbird-prefs.ts'

export type ProfileProblem =
  | ThunderbirdProblem
  | { readonly reason: 'in-use' | 'profile-gone' }
  | { readonly reason: 'not-written'; readonly detail: string }

/** The files that were written: prefs.js, and its copy from before. */
export type ChangedProfile = Result<readonly string[], ProfileProblem>

/** The key of the server we put into a profile; null: none, or no profile. */
export async function addedServer(folder: string): Promise<string | null> {
  const prefs = await readFile(join(folder, 'prefs.js'), 'utf8').catch(() => null)
  return prefs === null ? null : ownServerKey(prefs)
}

/** Adds an outgoing server to a closed profile. */
export function addServer(folder: string, server: OutgoingServer, platform: string): Promise<ChangedProfile> {
  return change(folder, platform, (prefs) => {
    const made = withThunderbirdServer(prefs, server)
    return made.ok ? done(made.value.prefs) : made
  })
}

/** Takes ours out again, and nothing else: what was changed in Thunderbird since stays. */
export function removeServer(folder: string, platform: string): Promise<ChangedProfile> {
  return change(folder, platform, (prefs) => {
    const key = ownServerKey(prefs)
    return key === null ? failed({ reason: 'not-ours' }) : withoutThunderbirdServer(prefs, key)
  })
}

type Edit = (prefs: string) => Result<string, ThunderbirdProblem>

let last: Promise<unknown> = Promise.resolve()

/** One change after the other: two at once would each write without what the other one added. */
function change(folder: string, platform: string, edit: Edit): Promise<ChangedProfile> {
  const next = last.then(() => changeNow(folder, platform, edit))
  last = next
  return next
}

async function changeNow(folder: string, platform: string, edit: Edit): Promise<ChangedProfile> {
  const file = join(folder, 'prefs.js')
  const before = await readFile(file).catch(() => null)
  if (before === null) return failed({ reason: 'profile-gone' })
  if (await isProfileInUse(folder, platform)) return failed({ reason: 'in-use' })
  const text = textOf(before)
  const userPrefs = await readFile(join(folder, 'user.js'), 'utf8').catch(() => '')
  if (text === null || setsServerList(userPrefs)) return failed({ reason: 'prefs-unreadable' })
  const next = edit(text)
  if (!next.ok) return next
  const copy = `${file}.before-companion`
  try {
    await access(file, constants.W_OK)
    await copyFile(file, copy)
    // Thunderbird may have been started, and even ended, meanwhile.
    if ((await isProfileInUse(folder, platform)) || !before.equals(await readFile(file)))
      return failed({ reason: 'in-use' })
    writeFileAtomically(file, next.value)
    return done([file, copy])
  } catch (fault) {
    return failed({ reason: 'not-written', detail: fault instanceof Error ? fault.message : String(fault) })
  }
}

/** Null: not UTF-8, as Thunderbird writes it; what can't be read exactly can't be written back either. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
