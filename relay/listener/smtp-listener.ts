import { hostname } from 'node:os'
import type { Limits } from '../config/configuration.ts'
import type { PolicyBook } from '../config/policy-book.ts'
import type { FormHistory } from '../domain/form-sender.ts'
import type { ListenAddress, RelayNotice } from '../domain/relay-event.ts'
import { done, type Result } from '../domain/result.ts'
import type { Queue } from '../queue/queue-contract.ts'
import type { Door, Manners } from './door.ts'
import { createFormHistories } from './form-history.ts'
import { createHourlyMessages } from './hourly-messages.ts'
import { defaultTimeouts, type Timeouts } from './limits.ts'
import { type ListenProblem, openListenSockets } from './listen-sockets.ts'
import { createNoticeThrottle } from './notice-throttle.ts'
import { createPlaces } from './places.ts'
import { createSignInGuard } from './sign-in-guard.ts'
import { RelaySmtpServer } from './smtp-relay-server.ts'
import { accepted } from './smtp-reply.ts'
import { createWatchFeed, type WatchFeed } from './watch-feed.ts'

export type ListenerOptions = {
  readonly listen: readonly ListenAddress[]
  /** asked at every decision: a reload counts at once, for connections in progress too */
  readonly book: () => PolicyBook
  readonly limits: () => Limits
  /** PEM; see certificate.ts */
  readonly certificate: { readonly key: string; readonly cert: string }
  /** without `acceptedBefore` (the practice server's): nothing was */
  readonly queue: Pick<Queue, 'receive' | 'hasRoomFor'> & Partial<Pick<Queue, 'acceptedBefore'>>
  readonly emit: (notice: RelayNotice) => void
  readonly nowMs: () => number
  /** A sign-in was used, at this time in milliseconds since 1970. */
  readonly seen?: (login: string, atMs: number) => void
  /** see door.ts; default: the process's own monotonic clock */
  readonly monotonicMs?: () => number
  readonly timeouts?: Partial<Timeouts>
  readonly manners?: Partial<Manners>
}

export type Listener = {
  /** where it really listens: port 0 has become a number */
  addresses(): ListenAddress[]
  /** All or nothing; connections in progress go on. */
  relisten(addresses: readonly ListenAddress[]): Promise<Result<ListenAddress[], ListenProblem>>
  /** For every STARTTLS from now on; connections that are encrypted already stay as they are. */
  useCertificate(certificate: ListenerOptions['certificate']): void
  /** Ends a sign-in's connections with 421, each after the message it is sending. */
  endSessionsOf(loginName: string): void
  /** To be called after the book changed: ends with 421 whose sign-in was removed or has another password. */
  rulesChanged(): void
  /** what programs do, while somebody watches */
  readonly watch: WatchFeed
  /** addresses a sign-in has had in From lately without being authorized */
  formHistory(login: string): FormHistory
  /** Takes nothing new, finishes the messages being received (at most `graceMs`), then ends every connection. */
  close(graceMs: number): Promise<void>
}

const relayManners: Manners = {
  hostName: hostname().replaceAll(/[^A-Za-z0-9.-]/g, '') || 'localhost',
  banner: 'SMTP+ Companion',
  signInInClearOnLoopback: true,
  completesHeader: true,
  accepted,
}

/** Opens the relay's door: SMTP submission (RFC 6409) on every address, or on none with the reason. */
export async function startListener(options: ListenerOptions): Promise<Result<Listener, ListenProblem>> {
  const { book, limits, queue, emit, nowMs } = options
  const monotonicMs = options.monotonicMs ?? (() => performance.now())
  const door: Door = {
    book,
    limits,
    queue,
    emit,
    nowMs,
    monotonicMs,
    guard: createSignInGuard(),
    places: createPlaces(limits),
    throttle: createNoticeThrottle(),
    hourly: createHourlyMessages((login) => queue.acceptedBefore?.(login) ?? []),
    seen: (login) => options.seen?.(login, nowMs()),
    forms: createFormHistories(),
    manners: { ...relayManners, ...options.manners },
    watch: createWatchFeed({ monotonicMs, nowMs }),
  }
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const server = new RelaySmtpServer(door, options.certificate, timeouts)
  const sockets = await openListenSockets(options.listen, (socket, at) => server.admit(socket, at))
  if (!sockets.ok) return sockets

  const shortestMs = Math.min(...Object.values(timeouts))
  const sweep = setInterval(() => server.endOverdue(), Math.min(1_000, shortestMs / 2))
  sweep.unref()

  return done({
    addresses: sockets.value.addresses,
    relisten: sockets.value.relisten,
    useCertificate: ({ key, cert }) => server.updateSecureContext({ key, cert }),
    endSessionsOf: (loginName) => server.endSessionsOf(loginName),
    rulesChanged: () => server.rulesChanged(),
    watch: door.watch,
    formHistory: (login) => door.forms.of(login),
    async close(graceMs) {
      await sockets.value.close()
      await server.endAll(graceMs)
      clearInterval(sweep)
    },
  })
}
