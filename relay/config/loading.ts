import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { done, failed, type Result } from '../domain/result.ts'
import { type RelayConfiguration, relayConfiguration, type UserConfiguration } from './configuration.ts'
import { type ConfigurationProblem, type FileProblem, schemaProblem } from './schema-problem.ts'
import { semanticProblem } from './semantic-checks.ts'
import { configurationWarnings } from './warnings.ts'

/** A problem with the file it is in; `path` is empty when the file as a whole is meant. */
export type LoadProblem = FileProblem & { readonly file: string }

export type LoadedConfiguration = {
  readonly configuration: RelayConfiguration
  readonly warnings: readonly string[]
}

/** Checks a configuration from wherever it comes, as a whole. Relative paths are left as they are. */
export function parseConfiguration(input: unknown): Result<LoadedConfiguration, ConfigurationProblem> {
  const parsed = relayConfiguration.safeParse(input)
  if (!parsed.success) return failed(schemaProblem(parsed.error, input))
  const problem = semanticProblem(parsed.data)
  if (problem) return failed(problem)
  return done({ configuration: parsed.data, warnings: configurationWarnings(parsed.data) })
}

/**
 * Reads a configuration file (version 1): relative paths in it become absolute, from the file's own folder.
 * Values of passwords are not read; a password file that others can read is refused.
 */
export function loadConfiguration(file: string): Result<LoadedConfiguration, LoadProblem> {
  const input = readConfigurationFile(file)
  if (!input.ok) return input
  const parsed = parseConfiguration(input.value)
  if (!parsed.ok) return failed({ file, ...parsed.problem })
  const directory = dirname(resolve(file))
  const users = parsed.value.configuration.users.map((user) => withAbsolutePaths(user, directory))
  const problem = users.map((user, at) => fileProblem(user, `users[${at}]`)).find((one) => one !== null)
  if (problem) return failed({ file, ...problem })
  return done({
    configuration: { ...parsed.value.configuration, users },
    warnings: [...parsed.value.warnings, ...users.flatMap((user) => sourceWarnings(user))],
  })
}

/** The file's JSON, not yet checked. */
export function readConfigurationFile(file: string): Result<unknown, LoadProblem> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (fault) {
    return failed({
      file,
      path: '',
      expected: 'a configuration file that can be read',
      found: systemReason(fault),
    })
  }
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (fault) {
    return failed({ file, path: '', expected: 'JSON', found: `text that is not JSON${placeIn(fault, text)}` })
  }
}

function withAbsolutePaths(user: UserConfiguration, directory: string): UserConfiguration {
  const { password, caFile } = user
  return {
    ...user,
    ...(password && 'file' in password ? { password: { file: resolve(directory, password.file) } } : {}),
    ...(caFile === undefined ? {} : { caFile: resolve(directory, caFile) }),
  }
}

function fileProblem(user: UserConfiguration, path: string): FileProblem | null {
  if (user.caFile !== undefined) {
    const found = unreadable(user.caFile)
    if (found !== null)
      return { path: `${path}.caFile`, expected: 'a file with certificates that can be read', found }
  }
  if (user.password === undefined || !('file' in user.password) || process.platform === 'win32') return null
  const mode = statSync(user.password.file, { throwIfNoEntry: false })?.mode
  if (mode === undefined || (mode & 0o077) === 0) return null
  const found = `a file with mode ${(mode & 0o777).toString(8)} (${user.password.file})`
  return { path: `${path}.password.file`, expected: 'a file that only its owner can read (chmod 600)', found }
}

function sourceWarnings(user: UserConfiguration): readonly string[] {
  if (user.password === undefined || !('file' in user.password)) return []
  const found = unreadable(user.password.file)
  return found === null ? [] : [`User ${user.id}: the password file cannot be read now (${found}).`]
}

function unreadable(file: string): string | null {
  try {
    readFileSync(file)
    return null
  } catch (fault) {
    return `${file}: ${systemReason(fault)}`
  }
}

/** The system's own word for what went wrong, in words. */
function systemReason(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return systemReasons.get(code) ?? (code === '' ? 'a file that cannot be read' : code)
}

const systemReasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file'],
  ['EACCES', 'a file this account may not read'],
  ['EISDIR', 'a folder'],
])

// The engine's own message quotes the text around the fault, which may be a secret: only the place is taken from it.
function placeIn(fault: unknown, text: string): string {
  const position = fault instanceof Error ? /at position ([0-9]+)/.exec(fault.message)?.[1] : undefined
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`
}
