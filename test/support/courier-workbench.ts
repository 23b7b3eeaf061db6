import { type UserConfiguration, userConfiguration } from '../../relay/config/configuration.ts'
import { startCourier } from '../../relay/delivery/courier.ts'
import type { Courier, CourierOptions } from '../../relay/delivery/courier-contract.ts'
import type { RelayNotice } from '../../relay/domain/relay-event.ts'
import { done } from '../../relay/domain/result.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { openWorkbench, type Workbench } from './queue-workbench.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from './staged-upstream.ts'

/** A courier between a real queue and a server that behaves as it is told. */
export type CourierWorkbench = Pick<Workbench, 'queue' | 'database' | 'clock'> & {
  readonly upstream: StagedUpstream
  readonly notices: readonly RelayNotice[]
  /** the notices of one kind so far */
  told<Event extends RelayNotice['event']>(event: Event): Extract<RelayNotice, { event: Event }>[]
  /** What the server does from now on, apart from the usual. */
  behave(behaviour: Behaviour): void
  /** the one user, `office`; set it to change what the courier knows of it */
  user: UserConfiguration
  start(options?: Partial<CourierOptions>): Courier
  /** Stops the courier that was started last. */
  close(): Promise<void>
}

/** `abilities`: what the server says it can, in clear text. */
export async function openCourierWorkbench(
  abilities: readonly string[] = ['8BITMIME', 'AUTH PLAIN'],
): Promise<CourierWorkbench> {
  const usual: Behaviour = { bare: true, abilities }
  const bench = await openWorkbench()
  const upstream = await startStagedUpstream(usual)
  const notices: RelayNotice[] = []
  let courier: Courier | null = null
  const { queue, database, clock } = bench
  const work: CourierWorkbench = {
    queue,
    database,
    clock,
    upstream,
    notices,
    told: <Event extends RelayNotice['event']>(event: Event) =>
      notices.filter((notice): notice is Extract<RelayNotice, { event: Event }> => notice.event === event),
    behave: (behaviour) => upstream.behave({ ...usual, ...behaviour }),
    user: userConfiguration.parse({
      id: 'office',
      server: '127.0.0.1',
      port: upstream.port,
      encryption: 'none',
      username: 's1_2',
      password: { keychain: true },
    }),
    start(options = {}) {
      courier = startCourier({
        queue,
        users: () => new Map([[work.user.id, work.user]]),
        passwordOf: async () => done(new Secret('right')),
        emit: (notice) => notices.push(notice),
        nowMs: () => Date.now(),
        random: () => 0.5,
        ...options,
        settings: { timeouts: { connect: 2000, answer: 2000 }, ...options.settings },
      })
      return courier
    },
    async close() {
      await courier?.stop()
      await upstream.stop()
      await bench.remove()
    },
  }
  return work
}
