import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { freePort } from '../support/free-port.ts'
import { type Books, closeBooks } from '../support/torture-books.ts'
import { startTortureClients } from '../support/torture-clients.ts'
import { between, type Chance, chanceFrom } from '../support/torture-message.ts'
import { checkedByStorage, restOf, retryAll, stillOpen } from '../support/torture-queue.ts'
import { builtRelay, type Life, type RelayProgram, startLife } from '../support/torture-relay.ts'
import { startTortureUpstream, type Weather } from '../support/torture-upstream.ts'
import { waitUntil } from '../support/wait-until.ts'
import { createMilestone, killSomehow, type Milestones } from './moments.ts'

export type TortureOptions = {
  /** chooses messages, weather and moments; what the clock decides is different each time */
  readonly seed: number
  readonly kills: number
  /** the relay of each life: 0, 1 … of those that are killed, -1 of the last, which isn't */
  readonly program?: (life: number) => RelayProgram
  /** how the `life`-th is killed; default: at a moment that chance chooses; what still runs is then killed */
  readonly kill?: (life: Life, chance: Chance, milestones: Milestones) => Promise<void>
  readonly onKill?: (number: number) => void
}

export type TortureReport = Books & {
  readonly seed: number
  readonly kills: number
  /** what SQLite says of the database after all of it */
  readonly storage: string
  /** answers no client should have got */
  readonly surprises: readonly string[]
  /** what the last life said to people */
  readonly stderr: string
}

const password = 'torture-password-22-letters'
/** So quick that a server's "too much mail", which halves it down to a sixteenth, costs nobody minutes. */
const messagesPerHour = 3_600_000
/** Three SMTP+ users of one server, each with a sign-in of its name. */
const users = [
  { id: 'office', messagesPerHour },
  { id: 'urgent', messagesPerHour, priority: 1 },
  { id: 'newsletter', messagesPerHour, priority: 5, whenUncertain: 'ask' },
] as const
const clients = 8
const mostWaiting = 1_000
const drainLimitMs = 60_000
const noticeMs = 500

/**
 * Programs send, the server upstream behaves badly, and the relay is killed and started again. Afterwards the weather
 * is fair, everything is tried again, and the books are closed.
 */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const { seed } = options
  const chance = chanceFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'torture-'))
  const data = join(folder, 'data')
  const milestones: Milestones = { acknowledged: createMilestone(), handedOver: createMilestone() }
  const upstream = await startTortureUpstream(seed, chanceFrom(seed + 1), milestones.handedOver.passed)
  const port = await freePort()
  const config = await writeConfiguration(
    folder,
    users.map((user) => officeUser({ ...user, port: upstream.port, encryption: 'none' })),
    {
      listen: [{ address: '127.0.0.1', port }],
      logins: users.map(({ id }) => ({ name: id, user: id, passwordHash: createPasswordHash(password) })),
    },
  )
  const programOf = options.program ?? (() => builtRelay)
  const told = new Map<string, number>()
  let lifeNumber = 0
  const closeLife = (life: Life): void => {
    for (const address of life.delivered())
      told.set(address, Math.min(told.get(address) ?? lifeNumber, lifeNumber))
    lifeNumber += 1
    upstream.nextLife()
  }
  const sending = await startTortureClients({
    seed,
    port,
    clients,
    logins: users.map(({ id }) => ({ name: id, password })),
    logFile: join(folder, 'acknowledged.txt'),
    onAcknowledged: milestones.acknowledged.passed,
    mayGoOn: (acknowledged) => acknowledged - upstream.taken.length < mostWaiting,
  })
  const weather = changeWeather(upstream.setWeather, chanceFrom(seed + 2))

  const kill = options.kill ?? killSomehow
  for (let number = 1; number <= options.kills; number++) {
    const life = startLife(programOf(number - 1), config, data)
    const retrying = keepTrying(life, data, chance)
    await kill(life, chance, milestones)
    await life.kill()
    await retrying
    closeLife(life)
    options.onKill?.(number)
  }

  await weather.stop()
  const last = startLife(programOf(-1), config, data)
  await last.ready()
  await sending.stop()
  await drained(data)
  // What was refused last owes a notice, which is mail again.
  await pause(noticeMs)
  await drained(data)
  await last.stop()
  closeLife(last)
  await upstream.stop()
  const books = closeBooks({
    seed,
    acknowledged: sending.acknowledged(),
    taken: upstream.taken,
    notices: upstream.notices,
    told,
    rest: await restOf(data),
  })
  const storage = await checkedByStorage(data)
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  return {
    ...books,
    seed,
    kills: options.kills,
    storage,
    surprises: sending.surprises(),
    stderr: last.stderr(),
  }
}

/** The relay itself would wait for minutes between two attempts, longer than it lives here. */
async function keepTrying(life: Life, data: string, chance: Chance): Promise<void> {
  await life.ready()
  while (life.isRunning()) {
    await retryAll(data)
    await pause(between(chance, 100, 500))
  }
}

/** Waits until nothing may go any more; what is left after that time is told by the books. */
function drained(data: string): Promise<unknown> {
  return waitUntil('the queue to be empty', () => emptied(data), drainLimitMs).catch(() => undefined)
}

async function emptied(data: string): Promise<boolean> {
  const open = await stillOpen(data)
  if (open > 0) await retryAll(data)
  return open === 0
}

const weathers: readonly Weather[] = [
  ...(['fair', 'fair', 'fair', 'fair', 'fair', 'fair'] as const),
  ...(['storm', 'dropping', 'dropping', 'cutting', 'closing', 'slow', 'outage'] as const),
]

/** Another weather every fifth of a second or so; fair when it is stopped. */
function changeWeather(
  setWeather: (weather: Weather) => Promise<void>,
  chance: Chance,
): { stop(): Promise<void> } {
  const ending = new AbortController()
  const change = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await setWeather(weathers[between(chance, 0, weathers.length - 1)] ?? 'fair')
      await pause(between(chance, 50, 400))
    }
    await setWeather('fair')
  }
  const changing = change()
  return {
    stop: () => {
      ending.abort()
      return changing
    },
  }
}
