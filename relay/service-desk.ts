import type { Handlers } from './ipc/contract.ts'
import { notSignedIn } from './ipc/probe-requests.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import type { PasswordLookup } from './secrets/password-lookup.ts'
import { listUserInfo, mailUpService, type Service } from './service/list-user-info.ts'

/** Asks the service's own interface for the app. Needs no running relay. */
export function serviceDesk(
  passwordOf: PasswordLookup,
  service: Service = mailUpService,
): Pick<Handlers<RelayContract>, 'listUserInfo'> {
  return {
    async listUserInfo({ user, username }) {
      const password = await passwordOf(user)
      if (!password.ok) {
        const known = notSignedIn.safeParse(password.problem.reason)
        return { ok: false, reason: known.success ? known.data : 'item-missing' }
      }
      const told = await listUserInfo(service, username, password.value)
      return told.ok ? { ok: true, listing: told.value } : { ok: false, reason: told.problem }
    },
  }
}
