import { resolve } from 'node:path'
import { type RelayEvent, relayEvent } from '../../relay/domain/relay-event.ts'
import { type Ended, type RunningProcess, runProcess, startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

type EventOf<Name extends RelayEvent['event']> = Extract<RelayEvent, { event: Name }>

export type RelayProcess = {
  readonly pid: number
  /** of the first address that `ready` named */
  readonly port: number
  /** Everything it said so far, in order. Throws when a line of standard output isn't a relay event. */
  events(): readonly RelayEvent[]
  eventsNamed<Name extends RelayEvent['event']>(name: Name): readonly EventOf<Name>[]
  /** Waits until it has said this `name` (and `fits`); what was said before counts. */
  waitFor<Name extends RelayEvent['event']>(
    name: Name,
    fits?: (event: EventOf<Name>) => boolean,
    limitMs?: number,
  ): Promise<EventOf<Name>>
  /** what it said to people */
  stderr(): string
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<Ended>
  /** SIGTERM and its end, at most 15 s */
  stop(): Promise<Ended>
  /** SIGKILL: nothing is written, closed or finished */
  kill(): Promise<Ended>
}

export type RelayPlace = {
  readonly config: string
  readonly data: string
  readonly env?: Readonly<Record<string, string>>
}

const cli = resolve('dist/relay/cli.js')

/** No variable of whoever runs the tests reaches the program, above all no password and no certificate. */
function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...more }
}

/** Runs a command of the built command line to its end; `within`: in a world of its own (private-world). */
export function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  within: readonly string[] = [],
): Promise<Ended & { readonly stdout: string; readonly stderr: string }> {
  const [command = process.execPath, ...rest] = [...within, process.execPath, cli, ...args]
  return runProcess(command, rest, { env: environment(env) })
}

/** Starts `serve --json` as another process, whatever becomes of it. */
export function spawnServe(place: RelayPlace): RunningProcess {
  return startProcess(
    process.execPath,
    [cli, 'serve', '--config', place.config, '--data', place.data, '--json'],
    { env: environment(place.env) },
  )
}

/** Starts the relay and waits until it is ready; rejects with what it said when it ends instead. */
export async function startRelay(place: RelayPlace): Promise<RelayProcess> {
  const serve = spawnServe(place)
  const events = (): readonly RelayEvent[] => readEvents(serve.stdout())
  const eventsNamed = <Name extends RelayEvent['event']>(name: Name): readonly EventOf<Name>[] =>
    events().filter((event): event is EventOf<Name> => event.event === name)
  const waitFor: RelayProcess['waitFor'] = (name, fits = () => true, limitMs = 20_000) =>
    waitUntil(
      () => `the event "${name}"; it said:\n${serve.stdout()}${serve.stderr()}`,
      () => {
        const found = eventsNamed(name).find(fits)
        if (found === undefined && !serve.isRunning()) {
          throw new Error(`the relay ended before "${name}":\n${serve.stdout()}${serve.stderr()}`)
        }
        return found
      },
      limitMs,
    )
  const ready = await waitFor('ready')
  const port = ready.listen[0]?.port
  if (port === undefined) {
    throw new Error(`ready without an address: ${JSON.stringify(ready)}`)
  }
  return {
    pid: serve.pid,
    port,
    events,
    eventsNamed,
    waitFor,
    stderr: () => serve.stderr(),
    signal: (signal) => serve.signal(signal),
    ended: serve.ended,
    stop: () => serve.stop(15_000),
    kill: () => {
      serve.signal('SIGKILL')
      return serve.ended
    },
  }
}

/** A last line without its end is still being written. */
function readEvents(stdout: string): readonly RelayEvent[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const event = relayEvent.safeParse(JSON.parse(line))
      if (!event.success) {
        throw new Error(`not an event of the relay: ${line}\n${event.error.message}`)
      }
      return event.data
    })
}
