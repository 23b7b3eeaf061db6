import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import type { OutgoingServer } from './outgoing-server.ts'
import { isProfileInUse } from './profile-lock.ts'
import {
  ownServerKey,
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

async function change(
  folder: string,
  platform: string,
  edit: (prefs: string) => Result<string, ThunderbirdProblem>,
): Promise<ChangedProfile> {
  const file = join(folder, 'prefs.js')
  const before = await readFile(file, 'utf8').catch(() => null)
  if (before === null) return failed({ reason: 'profile-gone' })
  if (await isProfileInUse(folder, platform)) return failed({ reason: 'in-use' })
  const next = edit(before)
  if (!next.ok) return next
  const copy = `${file}.before-companion`
  try {
    await copyFile(file, copy)
    writeFileAtomically(file, next.value)
    return done([file, copy])
  } catch (fault) {
    return failed({ reason: 'not-written', detail: fault instanceof Error ? fault.message : String(fault) })
  }
}
