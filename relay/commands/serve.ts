import type { Command } from 'commander'
import type { RelayConfiguration } from '../config/configuration.ts'
import { loadConfiguration } from '../config/loading.ts'
import type { FileProblem } from '../config/schema-problem.ts'
import type { RelayEvent } from '../domain/relay-event.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { startRelay } from '../relay.ts'
import { commandLinePasswords, missingSource } from '../secrets/sources.ts'
import { eventSentence } from './event-sentence.ts'
import { type ExitStatus, exitStatus, printLater, runs, say, sayProblem } from './output.ts'
import { relayProblemSentence, sayCannotRun } from './relay-problem-sentence.ts'
import { recoverySentence } from './start-words.ts'
import { stopSignal } from './stop-signal.ts'

type Options = { readonly config: string; readonly data: string; readonly json: boolean }

/** `serve`: the relay without the app, until SIGTERM or SIGINT; SIGHUP reads the configuration file again. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the relay until it is told to stop')
    .requiredOption('--config <file>', 'the configuration file')
    .requiredOption('--data <dir>', 'where accepted mail and the journal are kept')
    .option('--json', 'one JSON object an event on standard output', false)
    .action(runs(serve))
}

async function serve({ config, data, json }: Options): Promise<ExitStatus> {
  const loaded = loadConfiguration(config)
  if (!loaded.ok) return sayProblem(loaded.problem, json)
  const missing = await missingSource(loaded.value.configuration)
  if (missing) return sayProblem({ file: config, ...missing }, json)
  for (const warning of loaded.value.warnings) say(`Warning: ${warning}`)

  let { configuration } = loaded.value
  const stopped = stopSignal()
  // Listened to before anybody can read "ready": a signal that nobody listens to ends the process.
  let reload = nothingToReload
  let reloading = Promise.resolve()
  let askedEarly = false
  const onHangUp = (): void => {
    askedEarly = true
    // One after the other: two SIGHUPs in a row end with the file as it was at the second.
    reloading = reloading.then(() => reload())
  }
  process.on('SIGHUP', onHangUp)
  const started = await startRelay({
    configuration,
    revision: 1,
    practice: null,
    dataDirectory: data,
    passwordOf: commandLinePasswords(() => configuration.users),
    onEvent: (event) => print(event, json),
  })
  if (!started.ok) return sayCannotRun(started.problem, json)
  const relay = started.value
  for (const problem of relay.problems()) say(relayProblemSentence(problem))
  const recovered = relay.queue.recovery && recoverySentence(relay.queue.recovery)
  if (recovered) say(recovered)

  let revision = 1
  reload = async () => {
    const next = await loadAgain(config)
    if (!next.ok) {
      relay.reloadRefused(next.problem)
      return
    }
    // Asked by the courier as soon as the new rules are in force, so it is known before.
    const before = configuration
    configuration = next.value
    const applied = await relay.configure(next.value, revision + 1, null)
    if (!applied.ok) {
      configuration = before
      return
    }
    revision += 1
    // Whoever asks for a reload may have put a password right behind a name that stayed the same.
    for (const user of relay.courier.pausedUsers().keys()) relay.courier.resumeUser(user)
  }
  if (askedEarly) reloading = reloading.then(() => reload())
  const reason = await stopped
  await reloading
  reload = nothingToReload
  await relay.stop(reason)
  return exitStatus.done
}

/** Before the relay is up and while it stops. */
const nothingToReload = (): Promise<void> => Promise.resolve()

async function loadAgain(file: string): Promise<Result<RelayConfiguration, FileProblem>> {
  const loaded = loadConfiguration(file)
  if (!loaded.ok) return failed(loaded.problem)
  const missing = await missingSource(loaded.value.configuration)
  return missing ? failed(missing) : done(loaded.value.configuration)
}

/** What happened, as a script or as a person reads it. */
export function print(event: RelayEvent, json: boolean): void {
  printLater(json ? JSON.stringify(event) : eventSentence(event))
}
