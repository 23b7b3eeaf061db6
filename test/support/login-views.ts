import type { LoginView } from '../../electron/ipc/window-logins.ts'

/** A sign-in as main describes it to the page: active, for the user `office`, without limits of its own. */
export function loginView(name: string, part: Partial<LoginView> = {}): LoginView {
  return {
    name,
    user: 'office',
    status: 'active',
    lastSeenAt: null,
    rewritesFormSender: false,
    kind: null,
    auth: 'password',
    needsPassword: false,
    addresses: [],
    authorizedDomains: '',
    authorizedSenders: '',
    ineffective: [],
    until: null,
    messagesPerHour: null,
    recipients: null,
    whenUncertain: null,
    ...part,
  }
}
