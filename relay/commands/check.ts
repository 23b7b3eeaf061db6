import type { Command } from 'commander'
import type { RelayConfiguration, UserConfiguration } from '../config/configuration.ts'
import { type LoadedConfiguration, loadConfiguration } from '../config/loading.ts'
import { parseDomainList, parseSenderList } from '../domain/sender-list.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs, say, sayProblem } from './output.ts'

type Options = { readonly config: string; readonly json: boolean }

/** `check`: is the file in order, and what may each user send as? */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('check a configuration file and show what each user may send as')
    .requiredOption('--config <file>', 'the configuration file')
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(check))
}

function check({ config, json }: Options): ExitStatus {
  const loaded = loadConfiguration(config)
  if (!loaded.ok) return sayProblem(loaded.problem, json)
  for (const warning of loaded.value.warnings) say(`Warning: ${warning}`)
  if (json) printJson(summary(loaded.value))
  else printText(inWords(config, loaded.value.configuration))
  return exitStatus.done
}

function summary({ configuration, warnings }: LoadedConfiguration): unknown {
  return {
    ok: true,
    users: configuration.users.map((user) => {
      const { domains, senders } = authorizedEntries(user)
      const open = domains.length === 0 && senders.length === 0
      return { id: user.id, domains, senders, open, unauthorizedSenders: user.unauthorizedSenders }
    }),
    logins: configuration.logins.map(({ name, user }) => ({ name, user })),
    warnings,
  }
}

function inWords(file: string, configuration: RelayConfiguration): string {
  return [
    `${file} is in order.`,
    ...configuration.users.map((user) => userInWords(user)),
    ...configuration.logins.map((login) => `Login ${login.name} sends through user ${login.user}.`),
  ].join('\n')
}

function userInWords(user: UserConfiguration): string {
  const { domains, senders } = authorizedEntries(user)
  const may = [...domains.map((domain) => `all addresses at ${domain}`), ...senders]
  const others = user.unauthorizedSenders === 'block' ? 'refused, with an alert' : 'sent, with an alert'
  const status = user.status === 'active' ? '' : ' (not active)'
  if (may.length === 0) return `User ${user.id}${status} may send as anybody: both lists are empty.`
  return `User ${user.id}${status} may send as ${may.join(', ')}. Other senders are ${others}.`
}

function authorizedEntries(user: UserConfiguration): {
  readonly domains: readonly string[]
  readonly senders: readonly string[]
} {
  const domains = parseDomainList(user.authorizedDomains)
  const senders = parseSenderList(user.authorizedSenders)
  if (!domains.ok || !senders.ok) throw new Error('a loaded configuration has a list that cannot be read')
  return {
    domains: domains.value.map((entry) => entry.text),
    senders: senders.value.map((entry) => entry.text),
  }
}
