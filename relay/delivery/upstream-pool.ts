import type { UserConfiguration } from '../config/configuration.ts'
import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import { done, failed, type Result } from '../domain/result.ts'
import type { PasswordLookup, PasswordProblem } from '../secrets/password-lookup.ts'
import type { Secret } from '../secrets/secret.ts'
import type { Upstream } from './upstream-session.ts'
import { connectUpstream, type UpstreamTimeouts } from './upstream-smtp.ts'
import { createTrust } from './upstream-trust.ts'

export type TakeProblem =
  | { readonly kind: 'password-unavailable'; readonly problem: PasswordProblem }
  | DeliveryEvidence

export type UpstreamPool = {
  /** A session of this user: one that is idle (`reused`), else a new one. */
  take(user: UserConfiguration): Promise<Result<{ upstream: Upstream; reused: boolean }, TakeProblem>>
  giveBack(user: UserConfiguration, upstream: Upstream): void
  /** Ends the idle sessions of a user, or of all: what is connected next asks for the password again. */
  closeIdle(userId?: string): void
}

type Idle = { readonly upstream: Upstream; readonly key: string; readonly timer: NodeJS.Timeout }

/** Open sessions waiting for the next message. A password is asked for when connecting and kept nowhere. */
export function createUpstreamPool(options: {
  readonly passwordOf: PasswordLookup
  readonly timeouts: UpstreamTimeouts
  readonly idleMs: number
  readonly cut: AbortSignal
  /** told the end of each server's certificate when it was met, milliseconds since 1970 */
  readonly onCertificate?: (user: UserConfiguration, endsAtMs: number) => void
}): UpstreamPool {
  const trust = createTrust()
  const idle = new Map<string, Idle[]>()

  const takeIdle = (user: UserConfiguration): Upstream | null => {
    const waiting = idle.get(user.id) ?? []
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      clearTimeout(next.timer)
      // Made under other settings: not what the user wants any more.
      if (next.upstream.usable() && next.key === settingsOf(user)) return next.upstream
      next.upstream.close()
    }
    return null
  }

  const connect = async (user: UserConfiguration): Promise<Result<Upstream, TakeProblem>> => {
    let password: Secret | null = null
    if (user.username !== undefined) {
      const found = await options.passwordOf(user.id)
      if (!found.ok) return failed({ kind: 'password-unavailable', problem: found.problem })
      password = found.value
    }
    try {
      const { timeouts, cut } = options
      const onCertificate = (endsAtMs: number): void => options.onCertificate?.(user, endsAtMs)
      return await connectUpstream({
        user,
        password,
        trust: trust(user.caFile),
        timeouts,
        cut,
        onCertificate,
      })
    } catch (fault) {
      // Only the certificate file is read here; without it nothing may be trusted that it would have vouched for.
      const text = `The certificates in ${user.caFile ?? ''} can't be used (${String(fault)}).`
      return failed({ kind: 'certificate', text })
    }
  }

  return {
    async take(user) {
      const waiting = takeIdle(user)
      if (waiting) return done({ upstream: waiting, reused: true })
      const connected = await connect(user)
      return connected.ok ? done({ upstream: connected.value, reused: false }) : connected
    },
    giveBack(user, upstream) {
      if (!upstream.usable() || options.cut.aborted) {
        upstream.close()
        return
      }
      const waiting = idle.get(user.id) ?? []
      idle.set(user.id, waiting)
      const timer = setTimeout(() => {
        waiting.splice(
          waiting.findIndex((one) => one.upstream === upstream),
          1,
        )
        upstream.close()
      }, options.idleMs)
      waiting.push({ upstream, key: settingsOf(user), timer })
    },
    closeIdle(userId) {
      for (const [id, waiting] of idle) {
        if (userId !== undefined && id !== userId) continue
        idle.delete(id)
        for (const { upstream, timer } of waiting) {
          clearTimeout(timer)
          upstream.close()
        }
      }
    },
  }
}

function settingsOf(user: UserConfiguration): string {
  return JSON.stringify([user.server, user.port, user.encryption, user.username, user.password, user.caFile])
}
