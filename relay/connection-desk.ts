import { parseMailAddress } from './domain/mail-address.ts'
import type { Handlers } from './ipc/contract.ts'
import { type CheckProgress, type ConnectionChecked, notSignedIn } from './ipc/probe-requests.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import { checkConnection } from './probe/connection-check.ts'
import type { PasswordLookup } from './secrets/password-lookup.ts'

const mostAtOnce = 4

/**
 * The connection doctor, as the app asks for it. Needs no running relay: it also helps where the relay's own port is
 * taken.
 */
export function connectionDesk(
  passwordOf: PasswordLookup,
  onProgress: (progress: CheckProgress) => void,
): Pick<Handlers<RelayContract>, 'checkConnection' | 'cancelCheck'> {
  const running = new Map<string, AbortController>()

  return {
    async checkConnection({ check, user, ports, caFile, ...wanted }): Promise<ConnectionChecked> {
      if (running.size >= mostAtOnce || running.has(check)) return { ok: false, reason: 'too-many-checks' }
      const cancel = new AbortController()
      running.set(check, cancel)
      try {
        const password = user && (await passwordOf(user.id))
        const credentials =
          user && password?.ok ? { username: user.username, password: password.value } : null
        const report = await checkConnection({
          ...wanted,
          senders: wanted.senders.filter((sender) => parseMailAddress(sender).ok),
          ...(ports ? { ports } : {}),
          caFile,
          credentials,
          cancel: cancel.signal,
          onProgress: (progress) => onProgress({ check, ...progress }),
        })
        return { ok: true, report, signIn: signInOf(password), cancelled: cancel.signal.aborted }
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault) return { ok: false, reason: 'trusted-file-unreadable' }
        throw fault
      } finally {
        running.delete(check)
      }
    },
    cancelCheck({ check }) {
      running.get(check)?.abort()
      return null
    },
  }
}

type SignIn = Extract<ConnectionChecked, { ok: true }>['signIn']

function signInOf(password: Awaited<ReturnType<PasswordLookup>> | null): SignIn {
  if (password === null) return 'not-needed'
  if (password.ok) return 'tried'
  const known = notSignedIn.safeParse(password.problem.reason)
  // Sources that only a configuration file has: there is no password either.
  return known.success ? known.data : 'item-missing'
}
