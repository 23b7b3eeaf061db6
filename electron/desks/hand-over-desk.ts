import { randomUUID } from 'node:crypto'
import { chmod, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import { checkOutgoingServer, type OutgoingServer } from '../../relay/domain/program-files/outgoing-server.ts'
import type { JustMade } from '../hand-over/just-made.ts'
import { fileName, type MadeFile, makeFiles } from '../hand-over/made-files.ts'
import { addedServer, addServer, type ChangedProfile, removeServer } from '../hand-over/profile-files.ts'
import { isProfileInUse } from '../hand-over/profile-lock.ts'
import type { HandOverRefusal, HandOverServer } from '../ipc/window-handover.ts'
import { thunderbirdProfiles } from '../settings/take-over-files.ts'
import type { Desk, Office } from './office.ts'
import type { Desktop } from './preferences-desk.ts'

type Calls = 'saveProgramFile' | 'findThunderbirdProfiles' | 'addToThunderbird' | 'removeFromThunderbird'

/** Values into files instead of having them typed. Only ever an outgoing server; existing accounts are left alone. */
export function handOverDesk(
  office: Pick<Office, 'log'>,
  desktop: Pick<Desktop, 'askWhereToSave'>,
  justMade: Pick<JustMade, 'passwordOf'>,
  dataDirectory: string,
): Desk<Calls> {
  const { platform } = process
  const profiles = () => thunderbirdProfiles({ platform, home: homedir(), env: process.env })
  const outgoing = ({ variant, ...values }: HandOverServer): OutgoingServer => ({
    ...values,
    certificateFile:
      variant === 'relay' ? join(dataDirectory, 'relay', 'certificate', 'listener-certificate.pem') : null,
  })
  // The page names a profile by its folder: one that isn't Thunderbird's is none.
  const inProfile = async (folder: string, change: () => Promise<ChangedProfile>) => {
    if (!(await profiles()).includes(folder)) return refused({ reason: 'profile-gone' })
    const changed = await change()
    if (changed.ok) return { outcome: 'written' as const, files: [...changed.value] }
    return refused(changed.problem)
  }

  return {
    async saveProgramFile({ format, server, complete, incoming }) {
      const password = server.variant === 'relay' ? justMade.passwordOf(server.username) : null
      if (complete && password === null) return refused({ reason: 'password-gone' })
      const values = outgoing(server)
      const checked = checkOutgoingServer(values)
      if (!checked.ok) return refused(checked.problem)
      const path = await desktop.askWhereToSave(fileName(format, values))
      if (path === null) return { outcome: 'cancelled' }
      const text = complete && password !== null ? password.reveal() : null
      const made = makeFiles({ format, server: values, password: text, incoming, path, uuid: randomUUID })
      if (!made.ok) return refused(made.problem)
      try {
        for (const file of made.value) await writePrivately(file)
      } catch (fault) {
        office.log(`a file for a program could not be written: ${String(fault)}`)
        return refused({
          reason: 'not-written',
          detail: fault instanceof Error ? fault.message : String(fault),
        })
      }
      return { outcome: 'written', files: made.value.map((file) => file.path) }
    },
    async findThunderbirdProfiles() {
      const found = await Promise.all(
        (await profiles()).map(async (folder) => {
          const there = await stat(join(folder, 'prefs.js')).catch(() => null)
          if (there === null) return []
          const inUse = await isProfileInUse(folder, platform)
          return [{ folder, inUse, added: await addedServer(folder) }]
        }),
      )
      return found.flat()
    },
    addToThunderbird: ({ folder, server }) =>
      inProfile(folder, () => addServer(folder, outgoing(server), platform)),
    removeFromThunderbird: ({ folder }) => inProfile(folder, () => removeServer(folder, platform)),
  }
}

function refused(problem: Omit<HandOverRefusal, 'outcome'>): HandOverRefusal {
  return { outcome: 'refused', ...problem }
}

/** For this account alone, a file that was there before included: what is written next may hold a password. */
async function writePrivately({ path, text }: MadeFile): Promise<void> {
  if (await stat(path).catch(() => null)) await chmod(path, 0o600)
  writeFileAtomically(path, text)
}
