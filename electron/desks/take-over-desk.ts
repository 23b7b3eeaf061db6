import { homedir } from 'node:os'
import type { Finding } from '../../relay/config/readers/found-server.ts'
import type { FoundView } from '../ipc/window-take-over.ts'
import { type FoundInFile, findAtUsualPlaces, findIn } from '../settings/take-over-files.ts'
import type { Desk, Office } from './office.ts'
import { passwordsDesk } from './passwords-desk.ts'
import type { Desktop } from './preferences-desk.ts'

/** Outgoing servers that other programs know, with their passwords held here: the page gets everything but those. */
export function takeOverDesk(
  office: Office,
  desktop: Pick<Desktop, 'askWhichFile'>,
): Desk<'findOutgoing' | 'readOutgoingFile' | 'takeOverPassword'> {
  const { setPassword } = passwordsDesk(office)
  let known: readonly { readonly view: FoundView; readonly finding: Finding }[] = []

  let searches = 0

  // Only what is on the screen is remembered: what was found before is forgotten with its passwords.
  const show = (files: readonly FoundInFile[]): FoundView[] => {
    searches += 1
    known = files
      .flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })))
      .map(({ file, finding }, at) => ({
        finding,
        view: Object.assign({}, finding.server, {
          id: `${searches}.${at}`,
          file,
          complete: finding.secret !== null,
        }),
      }))
    return known.map(({ view }) => view)
  }

  return {
    findOutgoing: async () =>
      show(await findAtUsualPlaces({ platform: process.platform, home: homedir(), env: process.env })),
    async readOutgoingFile() {
      const path = await desktop.askWhichFile()
      return path === null ? null : show([await findIn(path)])
    },
    takeOverPassword({ found, id, keep }) {
      const secret = known.find(({ view }) => view.id === found)?.finding.secret
      if (!secret) return { ok: false, reason: 'no-such-user' }
      return setPassword({ id, password: secret.reveal(), keep })
    },
  }
}
