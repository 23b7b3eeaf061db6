import type { Handlers } from '../../relay/ipc/contract.ts'
import { rememberJustMade } from '../hand-over/just-made.ts'
import type { Snapshot, WindowContract } from '../ipc/window-contract.ts'
import { alertsDesk } from './alerts-desk.ts'
import { comparisonDesk } from './comparison-desk.ts'
import { handOverDesk } from './hand-over-desk.ts'
import { historyDesk } from './history-desk.ts'
import { journalDesk } from './journal-desk.ts'
import { loginsDesk } from './logins-desk.ts'
import { messagesDesk } from './messages-desk.ts'
import { networkDesk } from './network-desk.ts'
import type { Office } from './office.ts'
import { passwordsDesk } from './passwords-desk.ts'
import { type Desktop, preferencesDesk } from './preferences-desk.ts'
import { probeDesk } from './probe-desk.ts'
import { recordsDesk } from './records-desk.ts'
import { relayDesk } from './relay-desk.ts'
import { sendersDesk } from './senders-desk.ts'
import { supportDesk } from './support-desk.ts'
import { takeOverDesk } from './take-over-desk.ts'
import { transferDesk } from './transfer-desk.ts'
import { usersDesk } from './users-desk.ts'
import { verificationDesk } from './verification-desk.ts'

/** Everything the page may ask, one desk a group; the compiler says when a call has none. */
export function allDesks(
  office: Office,
  desktop: Desktop,
  snapshot: () => Snapshot,
  /** where the app keeps what it has */
  dataDirectory: string,
): Handlers<WindowContract> {
  const justMade = rememberJustMade(office.nowMs)
  return {
    snapshot,
    ...usersDesk(office),
    ...sendersDesk(office),
    ...verificationDesk(office),
    ...recordsDesk(office),
    ...passwordsDesk(office),
    ...loginsDesk(office, desktop, justMade),
    ...handOverDesk(office, desktop, justMade, dataDirectory),
    ...messagesDesk(office),
    ...journalDesk(office, desktop),
    ...alertsDesk(office),
    ...relayDesk(office),
    ...probeDesk(office),
    ...comparisonDesk(office),
    ...networkDesk(office),
    ...preferencesDesk(office, desktop),
    ...transferDesk(office, desktop),
    ...supportDesk(office, desktop, snapshot),
    ...takeOverDesk(office, desktop),
    ...historyDesk(office),
  }
}
