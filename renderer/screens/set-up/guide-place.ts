import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import type { GuidePlace } from '../../guides/guide-values.ts'
import { suggestedSender } from '../../parts/suggested-sender.ts'
import { addressForPrograms } from '../../state/relay-address.ts'
import { addressForDevice } from '../../state/sign-in-address.ts'

/** What a guide's values are made of, as things are now. `user`: whose values the direct way shows, and who may send. */
export function guidePlaceOf(snapshot: Snapshot, user: string | null, login: string | null): GuidePlace {
  const { relay, users, logins, app } = snapshot
  const chosen = users.find(({ id }) => id === user)
  const separator = app.platform === 'win32' ? '\\' : '/'
  return {
    relay: addressForPrograms(relay.listen),
    network: addressForDevice(relay.listen, logins.find(({ name }) => name === login)?.addresses ?? []),
    certificateFile: [app.dataDirectory, 'relay', 'certificate', 'listener-certificate.pem'].join(separator),
    // Nothing outside can reach the practice server.
    smtpPlus: chosen && !chosen.practice ? chosen : null,
    login,
    from: suggestedSender(chosen),
  }
}
