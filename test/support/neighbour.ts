import net from 'node:net'
import { limits, type RelayConfigurationInput, relayConfiguration } from '../../relay/config/configuration.ts'
import { buildPolicyBook } from '../../relay/config/policy-book.ts'
import type { RelayNotice } from '../../relay/domain/relay-event.ts'
import type { Certificate } from '../../relay/listener/certificate.ts'
import { createFormHistories } from '../../relay/listener/form-history.ts'
import { createHourlyMessages } from '../../relay/listener/hourly-messages.ts'
import { defaultTimeouts } from '../../relay/listener/limits.ts'
import { createNoticeThrottle } from '../../relay/listener/notice-throttle.ts'
import { createPlaces } from '../../relay/listener/places.ts'
import { createSignInGuard } from '../../relay/listener/sign-in-guard.ts'
import { RelaySmtpServer } from '../../relay/listener/smtp-relay-server.ts'
import { accepted } from '../../relay/listener/smtp-reply.ts'
import { createWatchFeed } from '../../relay/listener/watch-feed.ts'
import { createMemoryQueue, type MemoryQueue } from './memory-queue.ts'

export type Neighbourhood = {
  readonly port: number
  readonly queue: MemoryQueue
  readonly notices: readonly RelayNotice[]
  close(): Promise<void>
}

/**
 * The relay's door as a device elsewhere in the firm's network meets it: the sockets are real, only the address they
 * come from is said to be `peerAddress`, because a test machine may have no network but loopback.
 */
export async function openToNeighbour(
  peerAddress: string | (() => string),
  certificate: Certificate,
  logins: RelayConfigurationInput['logins'],
  users: RelayConfigurationInput['users'],
): Promise<Neighbourhood> {
  const listen = [{ address: '127.0.0.1', port: 0, addresses: ['192.168.1.0/24'] }]
  const book = buildPolicyBook(relayConfiguration.parse({ version: 1, listen, users, logins }))
  const queue = createMemoryQueue()
  const notices: RelayNotice[] = []
  const allLimits = (): ReturnType<typeof limits.parse> => limits.parse({})
  const door = {
    book: () => book,
    limits: allLimits,
    queue,
    emit: (notice: RelayNotice) => void notices.push(notice),
    nowMs: Date.now,
    monotonicMs: () => performance.now(),
    guard: createSignInGuard(),
    places: createPlaces(allLimits),
    throttle: createNoticeThrottle(),
    hourly: createHourlyMessages(),
    seen: () => undefined,
    forms: createFormHistories(),
    watch: createWatchFeed({ monotonicMs: () => performance.now(), nowMs: Date.now }),
    manners: {
      hostName: 'relay.test',
      banner: 'SMTP+ Companion',
      signInInClearOnLoopback: true,
      completesHeader: true,
      accepted,
    },
  }
  const smtp = new RelaySmtpServer(door, certificate, defaultTimeouts)
  const server = net.createServer((socket) => {
    Object.defineProperty(socket, 'remoteAddress', {
      value: typeof peerAddress === 'string' ? peerAddress : peerAddress(),
    })
    smtp.admit(socket, { address: '127.0.0.1', port: 0 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    queue,
    notices,
    async close() {
      server.close()
      await smtp.endAll(0)
    },
  }
}
