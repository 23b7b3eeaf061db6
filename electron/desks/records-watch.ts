import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { mailDomainsOf, verifiedEntries } from '../../relay/domain/verified-entries.ts'
import type { DomainRecordsView } from '../ipc/window-domain-records.ts'
import type { Settings } from '../settings/settings-schema.ts'

const minuteMs = 60_000
const firstLookMs = 10_000
const shortestPauseMs = minuteMs / 2
const longestPauseMs = 30 * minuteMs
/** Of long lists the others are looked at when somebody opens them. */
const mostFollowed = 50

export type WatchSources = {
  readonly settings: () => Settings
  /** one look at the DNS; never rejects */
  readonly read: (domain: string) => Promise<DomainRecordsView['found']>
  /** The records of this domain are all there, or no longer. */
  readonly onComplete: (domain: string, complete: boolean) => void
  readonly onChange: () => void
  readonly nowMs: () => number
}

/** Looks at the DNS of the domains in the lists until their records are there. */
export type RecordsWatch = {
  /** Begins with domains that came into the lists, leaves those that went. */
  follow(): void
  look(domain: string): Promise<void>
  views(): readonly DomainRecordsView[]
  stop(): void
}

type Watched = {
  view: DomainRecordsView | null
  pauseMs: number
  timer: NodeJS.Timeout | null
  looking: Promise<void> | null
}

/**
 * After a look that finds something missing the next comes by itself: in half a minute, in 1, 2, 4, 8, 16, then every 30. Records
 * take effect when the old ones run out of the resolvers' caches, so asking more often would show nothing sooner.
 */
export function watchRecords(sources: WatchSources): RecordsWatch {
  const watched = new Map<string, Watched>()
  let stopped = false

  const lookIn = (domain: string, one: Watched, ms: number): void => {
    if (one.timer) clearTimeout(one.timer)
    one.timer = setTimeout(() => void look(domain), ms)
    one.timer.unref()
  }

  const lookOnce = async (domain: string, one: Watched): Promise<void> => {
    const found = await sources.read(domain)
    one.looking = null
    if (stopped || watched.get(domain) !== one) return
    const complete = found.reason === 'read' && found.complete
    const nowMs = sources.nowMs()
    if (complete) {
      if (one.timer) clearTimeout(one.timer)
      one.timer = null
      one.pauseMs = shortestPauseMs
    } else {
      lookIn(domain, one, one.pauseMs)
    }
    const nextAt = complete ? null : new Date(nowMs + one.pauseMs).toISOString()
    one.view = { domain, found, at: new Date(nowMs).toISOString(), nextAt }
    if (!complete) one.pauseMs = Math.min(one.pauseMs * 2, longestPauseMs)
    // No answer says nothing about the records.
    if (found.reason === 'read' || found.reason === 'no-such-domain') sources.onComplete(domain, complete)
    sources.onChange()
  }

  const begin = (domain: string): Watched => {
    const one = watched.get(domain) ?? { view: null, pauseMs: shortestPauseMs, timer: null, looking: null }
    watched.set(domain, one)
    return one
  }

  async function look(domain: string): Promise<void> {
    if (stopped) return
    const one = begin(domain)
    one.looking ??= lookOnce(domain, one)
    await one.looking
  }

  return {
    look(domain) {
      // Whoever looks is at it just now: the next looks come soon again.
      if (!stopped) begin(domain).pauseMs = shortestPauseMs
      return look(domain)
    },
    follow() {
      if (stopped) return
      const listed = listedDomains(sources.settings())
      for (const [domain, { timer }] of watched) {
        if (listed.includes(domain)) continue
        if (timer) clearTimeout(timer)
        watched.delete(domain)
      }
      for (const domain of listed.slice(0, mostFollowed)) {
        if (!watched.has(domain)) lookIn(domain, begin(domain), firstLookMs)
      }
    },
    views: () => [...watched.values()].flatMap(({ view }) => (view ? [view] : [])),
    stop() {
      stopped = true
      for (const { timer } of watched.values()) if (timer) clearTimeout(timer)
    },
  }
}

/** Practice mail stays on this computer, so its domains need no records. */
export function listedDomains(settings: Settings): readonly string[] {
  const real = settings.users.filter(({ id }) => id !== practiceUserId)
  return [...new Set(real.flatMap((user) => mailDomainsOf(verifiedEntries(user, user.verification))))]
}
