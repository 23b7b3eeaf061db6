import type { UserView } from '../../electron/ipc/window-contract.ts'
import { userView as userViewSchema } from '../../electron/ipc/window-users.ts'

/** A user with a change in it; what is undefined there stays as it is. */
export function changedUser(user: UserView, change: object): UserView {
  const told = Object.entries(change).filter(([, value]) => value !== undefined)
  return userViewSchema.parse({ ...user, ...Object.fromEntries(told) })
}

/** An SMTP+ user as main describes it to the page. */
export function userView(id: string): UserView {
  return {
    id,
    practice: false,
    server: 'in.smtpok.com',
    port: 2525,
    encryption: 'starttls',
    username: 's12345_6',
    status: 'active',
    priority: 3,
    note: '',
    authorizedDomains: '',
    authorizedSenders: '',
    unauthorizedSenders: 'block',
    messagesPerHour: null,
    whenUncertain: 'retry',
    failureNotices: 'on-request',
    smtpApi: null,
    entries: [],
    open: true,
    suggestActive: false,
    password: 'missing',
  }
}
