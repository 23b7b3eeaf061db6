import type { Command } from 'commander'
import { z } from 'zod'
import { writeFileAtomically } from '../config/atomic-write.ts'
import { withFileLock } from '../config/file-lock.ts'
import { type LoadProblem, parseConfiguration, readConfigurationFile } from '../config/loading.ts'
import { schemaProblem } from '../config/schema-problem.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { createPasswordHash, generatePassword } from '../secrets/sign-in.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs, say, sayProblem } from './output.ts'

type AddOptions = {
  readonly config: string
  readonly name: string
  readonly user: string
  readonly json: boolean
}
type ResetOptions = { readonly config: string; readonly name: string; readonly json: boolean }

const loginsInFile = z.looseObject({ logins: z.array(z.looseObject({ name: z.string() })) })
type Logins = z.infer<typeof loginsInFile>['logins']

/** The file as it stands, defaults not filled in and keys in their order: written back with just the logins changed. */
type ChangeableFile = { readonly whole: Readonly<Record<string, unknown>>; readonly logins: Logins }

/** `login add` and `login reset`: sign-ins for programs; the password is generated and shown this once. */
export function registerLogin(program: Command): void {
  const login = program.command('login').description('make or renew what a program signs in with')
  login
    .command('add')
    .description('make a login and show its password, this once')
    .requiredOption('--config <file>', 'the configuration file')
    .requiredOption('--name <name>', 'what the program signs in as')
    .requiredOption('--user <id>', 'the SMTP+ user it sends through')
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(add))
  login
    .command('reset')
    .description('give a login a new password and show it, this once')
    .requiredOption('--config <file>', 'the configuration file')
    .requiredOption('--name <name>', 'the login')
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(reset))
}

function add({ config, name, user, json }: AddOptions): Promise<ExitStatus> {
  return changeLogins(config, name, json, (logins, passwordHash) =>
    done([...logins, { name, user, status: 'active', passwordHash }]),
  )
}

function reset({ config, name, json }: ResetOptions): Promise<ExitStatus> {
  return changeLogins(config, name, json, (logins, passwordHash) => {
    const known = logins.find((login) => login.name === name)
    if (!known) return failed(`There is no login ${name} in ${config}. Make it with: login add`)
    if (known['auth'] === 'none') {
      return failed(`Login ${name} is recognised by its address and has no password to renew.`)
    }
    return done(logins.map((login) => (login.name === name ? { ...login, passwordHash } : login)))
  })
}

type Change = (logins: Logins, passwordHash: string) => Result<Logins, string>

async function changeLogins(
  config: string,
  name: string,
  json: boolean,
  change: Change,
): Promise<ExitStatus> {
  // A file that isn't there needs no lock, and its folder may not be there either.
  const readable = readConfigurationFile(config)
  if (!readable.ok) return sayProblem(readable.problem, json)
  try {
    const changed = await withFileLock(config, () => changeUnderLock(config, name, json, change))
    if (changed.ok) return changed.value
    say(
      `${config} is being changed by another program. If there is none, delete ${changed.problem.lockFile}.`,
    )
  } catch (fault) {
    // Only the system's own refusals: full disk, missing rights. Anything else is a bug and goes on.
    if (!(fault instanceof Error) || !('syscall' in fault)) throw fault
    say(`${config} could not be written (${fault.message}); nothing is changed.`)
  }
  return exitStatus.cannotRunHere
}

function changeUnderLock(config: string, name: string, json: boolean, change: Change): ExitStatus {
  const current = readChangeable(config)
  if (!current.ok) return sayProblem(current.problem, json)
  const password = generatePassword()
  const logins = change(current.value.logins, createPasswordHash(password))
  if (!logins.ok) {
    say(logins.problem)
    return exitStatus.no
  }
  const changed = { ...current.value.whole, logins: logins.value }
  const checked = parseConfiguration(changed)
  if (!checked.ok) return sayProblem({ file: config, ...checked.problem }, json)
  writeFileAtomically(config, `${JSON.stringify(changed, null, 2)}\n`)
  if (json) printJson({ name, password })
  else printText(`Login: ${name}\nPassword: ${password}\nIt is shown this once; only a hash of it is kept.`)
  return exitStatus.done
}

/** Only what is needed to find the logins: a login that still lacks its hash is just what `login reset` is for. */
function readChangeable(config: string): Result<ChangeableFile, LoadProblem> {
  const input = readConfigurationFile(config)
  if (!input.ok) return input
  const whole = z.record(z.string(), z.unknown()).safeParse(input.value)
  const found = loginsInFile.safeParse(input.value)
  if (!whole.success) return failed({ file: config, ...schemaProblem(whole.error, input.value) })
  if (!found.success) return failed({ file: config, ...schemaProblem(found.error, input.value) })
  return done({ whole: whole.data, logins: found.data.logins })
}
