import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { writeFileAtomically } from '../config/atomic-write.ts'
import { loadConfiguration, readConfigurationFile } from '../config/loading.ts'
import { configurationOfSettings, settingsOfConfiguration } from '../config/settings-conversion.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs, say, sayProblem } from './output.ts'

type Options = { readonly settings: string; readonly config: string; readonly json: boolean }

/** `settings export` and `settings import`: the app's settings file and a configuration file, made of each other. */
export function registerSettings(program: Command): void {
  const settings = program
    .command('settings')
    .description("turn the app's settings into a configuration file and back")
  settings
    .command('export')
    .description("write the app's settings as a new configuration file")
    .requiredOption('--settings <file>', "the app's settings.json")
    .requiredOption('--config <file>', 'the configuration file to write; must not exist')
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(exportSettings))
  settings
    .command('import')
    .description("put a configuration file into the app's settings; the app must not be running")
    .requiredOption('--config <file>', 'the configuration file')
    .requiredOption('--settings <file>', "the app's settings.json; made when there is none")
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(importSettings))
}

function exportSettings({ settings, config, json }: Options): ExitStatus {
  const read = readConfigurationFile(settings)
  if (!read.ok) return sayProblem(read.problem, json)
  const converted = configurationOfSettings(read.value)
  if (!converted.ok) return sayProblem({ file: settings, ...converted.problem }, json)
  if (existsSync(config)) {
    say(`${config} is there already and stays as it is. Name a file that is not there yet.`)
    return exitStatus.wrongCall
  }
  return write(config, converted.value, json)
}

function importSettings({ settings, config, json }: Options): ExitStatus {
  const loaded = loadConfiguration(config)
  if (!loaded.ok) return sayProblem(loaded.problem, json)
  const running = appOn(settings)
  if (running !== null) {
    say(`The app is running on ${settings} (process ${running}). Quit it, then import again.`)
    return exitStatus.cannotRunHere
  }
  const before = existsSync(settings) ? readConfigurationFile(settings) : null
  if (before?.ok === false) return sayProblem(before.problem, json)
  const converted = settingsOfConfiguration(loaded.value.configuration, before?.value ?? null)
  if (!converted.ok) return sayProblem({ file: settings, ...converted.problem }, json)
  return write(settings, converted.value, json)
}

function write(
  path: string,
  { file, leftOut }: { readonly file: unknown; readonly leftOut: readonly string[] },
  json: boolean,
): ExitStatus {
  try {
    writeFileAtomically(path, `${JSON.stringify(file, null, 2)}\n`)
  } catch (fault) {
    // Only the system's own refusals: full disk, missing rights. Anything else is a bug and goes on.
    if (!(fault instanceof Error) || !('syscall' in fault)) throw fault
    say(`${path} could not be written (${fault.message}); nothing is changed.`)
    return exitStatus.cannotRunHere
  }
  for (const sentence of leftOut) say(sentence)
  if (json) printJson({ ok: true, file: path, leftOut })
  else printText(`${path} is written.`)
  return exitStatus.done
}

/** The process whose relay works beside this settings file, or null: the app would write over what is changed here. */
function appOn(settings: string): number | null {
  const pidFile = join(dirname(settings), 'relay', 'relay.pid')
  if (!existsSync(pidFile)) return null
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (fault) {
    // left behind by a process that is gone; one of somebody else's is there all the same
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM' ? pid : null
  }
}
