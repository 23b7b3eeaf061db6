import type { Client, RequestInput, RequestName, RequestOutput } from '../../relay/ipc/contract.ts'
import type { RelayContract, RelaySnapshot } from '../../relay/ipc/relay-contract.ts'
import type { RelayProblem } from '../../relay/ipc/relay-problem.ts'
import type { RelayView } from '../ipc/window-contract.ts'
import { afterCrash } from './crash-budget.ts'
import type { RelayConnection } from './relay-connection.ts'
import { listenToRelay, type RelayNews } from './relay-news.ts'

type Configured = RequestOutput<RelayContract, 'configure'>

/** What the supervisor needs of the world; a test hands it a connection of its own. */
export type SupervisorOptions = {
  readonly connect: () => RelayConnection
  /** of what the relay shall work under right now */
  readonly revision: () => number
  /** Asks the relay to work under it. */
  readonly configure: (client: Client<RelayContract>) => Promise<Configured>
  readonly onView: () => void
  readonly onSnapshot: (
    snapshot: RelaySnapshot,
    practiceMessages: RequestOutput<RelayContract, 'practiceMessages'>,
  ) => void
  readonly onNews: (news: RelayNews) => void
  readonly log: (line: string) => void
  readonly nowMs: () => number
}

export type RelaySupervisor = {
  view(): Omit<RelayView, 'saved'>
  start(): void
  /** The settings changed: the relay hears of it, also when it is busy with an earlier change. */
  apply(): void
  /** Rejects while there is no relay to ask. */
  call<N extends RequestName<RelayContract>>(
    name: N,
    input: RequestInput<RelayContract, N>,
  ): Promise<RequestOutput<RelayContract, N>>
  /** Asks the relay to finish what it is receiving; after `limitMs` its process is ended. */
  stop(limitMs: number): Promise<void>
}

/** Keeps one relay process running and configured; gives up, visibly, when it keeps ending. */
export function superviseRelay(options: SupervisorOptions): RelaySupervisor {
  let connection: RelayConnection | null = null
  let crashes: readonly number[] = []
  let pause: NodeJS.Timeout | null = null
  let isStopping = false
  let isApplying = false
  let appliedRevision = 0
  let view: Omit<RelayView, 'saved'> = {
    status: 'starting',
    listen: [],
    problems: [],
    inForce: 0,
    restarts: 0,
  }

  const show = (part: Partial<typeof view>): void => {
    view = { ...view, ...part }
    options.onView()
  }

  const start = (): void => {
    if (connection || isStopping) return
    if (pause) clearTimeout(pause)
    pause = null
    const current = options.connect()
    connection = current
    appliedRevision = 0
    current.onEnd((code) => ended(current, code))
    listenToRelay(current.client, hear)
    current.ready.then(
      () => apply(),
      (fault: unknown) => {
        options.log(String(fault))
        current.kill()
      },
    )
  }

  const hear = (news: RelayNews): void => {
    if (news.name === 'problems') show({ problems: news.value })
    options.onNews(news)
  }

  const ended = (which: RelayConnection, code: number): void => {
    if (connection !== which) return
    connection = null
    if (isStopping) return
    options.log(`the relay's process ended with code ${code}`)
    const after = afterCrash(crashes, options.nowMs())
    crashes = after.crashes
    if (after.next === 'stop-for-good') {
      show({ status: 'stopped-for-good', listen: [] })
      return
    }
    show({ status: 'restarting', listen: [], restarts: view.restarts + 1 })
    pause = setTimeout(start, after.pauseMs)
  }

  const apply = (): void => {
    const current = connection
    if (!current || isApplying) return
    isApplying = true
    configure(current)
      .catch((fault: unknown) => {
        options.log(`configuring the relay failed: ${String(fault)}`)
        // Not an answer but a fault: a relay that never came to run is ended, and so counted and shown.
        if (connection === current && view.status !== 'running') current.kill()
      })
      .finally(() => {
        isApplying = false
        // changed again meanwhile
        if (connection && options.revision() > appliedRevision && appliedRevision > 0) apply()
      })
  }

  const configure = async (current: RelayConnection): Promise<void> => {
    await current.ready
    appliedRevision = options.revision()
    const answer = await options.configure(current.client)
    if (connection !== current) return
    if (!answer.ok) {
      refuse(answer.problem)
      return
    }
    const practiceMessages = await current.client.call('practiceMessages', null)
    // last, so that no event falls between it and what follows
    const snapshot = await current.client.call('snapshot', null)
    if (connection !== current) return
    show({ status: 'running', listen: snapshot.listen, problems: snapshot.problems, inForce: answer.inForce })
    options.onSnapshot(snapshot, practiceMessages)
  }

  // All or nothing: a relay that already listens goes on under its old configuration.
  const refuse = (problem: RelayProblem): void => {
    show({ status: view.listen.length > 0 ? 'running' : 'not-listening', problems: [problem] })
  }

  return {
    view: () => view,
    start() {
      crashes = []
      if (!connection) show({ status: 'starting' })
      start()
      // a relay that could not listen tries again
      if (view.status === 'not-listening') apply()
    },
    apply,
    call(name, input) {
      if (!connection) return Promise.reject(new Error('the relay is not running'))
      return connection.client.call(name, input)
    },
    async stop(limitMs) {
      isStopping = true
      if (pause) clearTimeout(pause)
      const current = connection
      if (!current) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => current.kill(), limitMs)
        current.onEnd(() => {
          clearTimeout(timer)
          resolve()
        })
        current.client
          .call('stop', { reason: 'the app quits' })
          .catch((fault: unknown) => options.log(String(fault)))
      })
    },
  }
}
