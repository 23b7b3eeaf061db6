import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { readKind } from '../../parts/kind-select.tsx'
import type { RequestInput } from '../../state/bridge.ts'
import { textOf } from '../../state/read-form.ts'

/** The fields that show their own problems. */
export const loginFields = [
  'user',
  'addresses',
  'authorizedDomains',
  'authorizedSenders',
  'messagesPerHour',
  'recipients',
]

/** What the form of a sign-in says. What is no whole number becomes 0, which the front office refuses with its sentence. */
export function readLoginForm(form: FormData, login: LoginView): RequestInput<'updateLogin'> {
  const whenUncertain = textOf(form, 'whenUncertain')
  return {
    name: login.name,
    user: textOf(form, 'user'),
    kind: readKind(textOf(form, 'kind')),
    addresses: textOf(form, 'addresses'),
    authorizedDomains: textOf(form, 'authorizedDomains'),
    authorizedSenders: textOf(form, 'authorizedSenders'),
    messagesPerHour: readCount(textOf(form, 'messagesPerHour')),
    recipients: readCount(textOf(form, 'recipients')),
    whenUncertain: whenUncertain === 'retry' || whenUncertain === 'ask' ? whenUncertain : null,
  }
}

function readCount(text: string): number | null {
  if (text === '') return null
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
