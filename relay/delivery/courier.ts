import type { UserConfiguration } from '../config/configuration.ts'
import { defaultRetrySchedule, type RetrySchedule, scaledSchedule } from '../domain/retry-schedule.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import { createConclusion } from './conclusion.ts'
import { type ConnectionState, connectionNotes } from './connection-notes.ts'
import type { Courier, CourierOptions } from './courier-contract.ts'
import { defaultCourierSettings } from './courier-settings.ts'
import { createPaces } from './paces.ts'
import { pauseFor } from './pause.ts'
import { createRest } from './rest.ts'
import { startReturnWatch } from './return-watch.ts'
import { createScouts, type ScoutState } from './scouts.ts'
import { sendOver } from './sending.ts'
import { createSureWrites, storageRetryMs } from './sure-writes.ts'
import { createUpstreamPool } from './upstream-pool.ts'

/** A timer never sleeps longer: the clock may have jumped, the computer may have slept. */
const longestSleepMs = 30_000

/** Signs of one and the same return come within this time. */
const oneReturnMs = 30_000

type Generation = { inFlight: number; readonly sinceMs: number }

function newGeneration(): Generation {
  return { inFlight: 0, sinceMs: performance.now() }
}

type UserState = ConnectionState & ScoutState & { inFlight: number }

/**
 * Carries the queue's mail to each user's server: claim → send → classify → one settle. Pauses are kept in the queue,
 * but a restart lifts them: the credentials are tried once more, and refused again at worst.
 */
export function startCourier(options: CourierOptions): Courier {
  const { queue, users, emit, nowMs, random } = options
  const settings = { ...defaultCourierSettings, ...options.settings }
  const schedule = (): RetrySchedule => {
    const hours = options.giveUpAfterHours?.()
    const wanted = hours === undefined ? {} : { giveUpAfterMs: hours * 3_600_000 }
    return scaledSchedule(settings.firstDelayMs, { ...defaultRetrySchedule, ...wanted })
  }
  const cutting = new AbortController()
  const { surely, tryStorage, behind } = createSureWrites(emit, cutting.signal)
  const pool = createUpstreamPool({
    passwordOf: options.passwordOf,
    timeouts: settings.timeouts,
    idleMs: settings.idleMs,
    cut: cutting.signal,
    ...(options.onCertificate ? { onCertificate: options.onCertificate } : {}),
  })
  const afterWell = (id: string, delivered: boolean): void => {
    options.onWell?.(id, delivered)
    scouts.serverIsBack(id)
  }
  const notes = connectionNotes(emit, afterWell, options.onDelivered)
  const paces = createPaces(queue.paces(), nowMs)
  const rest = createRest()
  const states = new Map<string, UserState>()
  const underWay = new Set<Promise<void>>()
  const conclusion = createConclusion({
    queue,
    paces,
    notes,
    surely,
    emit,
    nowMs,
    random,
    schedule,
    asks: ({ user, login }) => options.whenUncertain?.(user, login) === 'ask',
    settings,
    cut: cutting.signal,
  })
  // What was on its way when the computer or the network went away hangs until its time is up, and takes nobody's place.
  let generation = newGeneration()
  let stopping = false
  let looking: NodeJS.Immediate | null = null
  let timer: NodeJS.Timeout | null = null

  const stateOf = (id: string): UserState => {
    const known = states.get(id)
    if (known) return known
    const fresh: UserState = {
      inFlight: 0,
      proven: false,
      trouble: null,
      delivered: false,
      broughtForwardMs: null,
    }
    states.set(id, fresh)
    return fresh
  }

  const wake = (): void => {
    if (!stopping) looking ??= setImmediate(look)
  }

  const look = (): void => {
    looking = null
    if (stopping) return
    if (timer) clearTimeout(timer)
    let sleepMs = longestSleepMs
    const looked = tryStorage(() => {
      for (const user of users().values()) {
        if (user.status === 'active') sleepMs = Math.min(sleepMs, lookFor(user))
      }
    })
    if (!looked) sleepMs = storageRetryMs
    timer = setTimeout(wake, sleepMs)
  }

  /** Starts what is due of one user; gives the milliseconds until it is worth looking again. */
  const lookFor = (user: UserConfiguration): number => {
    const state = stateOf(user.id)
    const now = nowMs()
    const pause = queue.pausedUsers().get(user.id)
    if (pause && pause.nextTryAtMs > now) return pause.nextTryAtMs - now
    const restMs = rest.remainingMs(user.id)
    if (restMs > 0) return Math.ceil(restMs)
    const places = pause || !state.proven ? 1 : settings.connectionsPerUser
    const room = behind() ? 0 : Math.min(places - state.inFlight, settings.connections - generation.inFlight)
    // Whoever ends next looks again.
    if (room <= 0) return longestSleepMs
    const free = Math.min(room, paces.freePlaces(user))
    if (free <= 0) return paces.nextPlaceMs(user)
    const claimed = queue.claimDue(now, free, [user.id])
    paces.took(user, claimed.length)
    for (const message of claimed) begin(user, state, message)
    if (claimed.length === room) return longestSleepMs
    if (claimed.length === free) return paces.nextPlaceMs(user)
    const due = queue.nextDueAtMs([user.id])
    return due === null ? longestSleepMs : Math.max(due - now, 0)
  }

  const underWayUntilDone = (work: Promise<void>): void => {
    const tracked = work.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }

  const begin = (user: UserConfiguration, state: UserState, message: ClaimedMessage): void => {
    state.inFlight += 1
    generation.inFlight += 1
    underWayUntilDone(deliver(user, state, message))
  }

  const deliver = async (
    user: UserConfiguration,
    state: UserState,
    message: ClaimedMessage,
  ): Promise<void> => {
    const begunIn = generation
    const sent = await sendOver(pool, user, message)
    begunIn.inFlight -= 1
    if (begunIn === generation) state.inFlight -= 1
    if ('seen' in sent)
      rest.tried(user.id, !sent.seen.every(({ evidence }) => evidence.kind === 'unreachable'))
    const concluded = conclusion.conclude(user, state, message, sent)
    // The place is free: the next message need not wait until this one's outcome is on disk.
    wake()
    await concluded
    wake()
  }

  const scouts = createScouts({
    queue,
    users,
    stateOf,
    notBeforeMs: settings.firstDelayMs,
    write: (work) =>
      underWayUntilDone(
        surely(async () => {
          await work()
        }).then(wake),
      ),
  })

  const afterReturn = (): void => {
    rest.over()
    if (performance.now() - generation.sinceMs > oneReturnMs) {
      // Connections from before are dead without knowing it.
      pool.closeIdle()
      generation = newGeneration()
      for (const state of states.values()) {
        state.inFlight = 0
        state.proven = false
      }
    }
    scouts.sendAhead()
    wake()
  }
  const returns = startReturnWatch({ onReturn: afterReturn, onEager: scouts.sendAhead, nowMs })

  scouts.sendAhead()
  wake()
  return {
    wake,
    networkIsBack: returns.returned,
    paces() {
      const now = nowMs()
      return [...users().values()].flatMap((user) => {
        const view = paces.view(user, () => queue.dueCount(user.id, now))
        return view === null ? [] : [view]
      })
    },
    resumeUser(id) {
      const state = stateOf(id)
      state.proven = false
      state.trouble = null
      rest.over(id)
      pool.closeIdle(id)
      void queue.resumeUser(id).then(wake)
    },
    pausedUsers: () => new Map([...queue.pausedUsers()].map(([id, pause]) => [id, pause.reason])),
    async stop() {
      stopping = true
      returns.close()
      if (timer) clearTimeout(timer)
      if (looking) clearImmediate(looking)
      await Promise.race([Promise.all(underWay), pauseFor(settings.stopMs, cutting.signal)])
      cutting.abort()
      await Promise.all(underWay)
      pool.closeIdle()
    },
  }
}
