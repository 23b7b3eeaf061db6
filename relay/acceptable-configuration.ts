import { type RelayConfiguration, userConfiguration } from './config/configuration.ts'
import { parseConfiguration } from './config/loading.ts'
import type { FileProblem } from './config/schema-problem.ts'
import { practiceUserId } from './domain/practice-user.ts'
import { done, failed, type Result } from './domain/result.ts'
import type { PracticeRules } from './ipc/relay-contract.ts'
import type { RelayProblem } from './ipc/relay-problem.ts'

/** The practice user stands in no file, but its lists are judged as any user's, and nobody else may have its id. */
export function checkConfiguration(
  configuration: RelayConfiguration,
  practice: PracticeRules | null,
): Result<null, RelayProblem> {
  const builtIn = practice
    ? [
        userConfiguration.parse({
          id: practiceUserId,
          server: 'localhost',
          port: 25,
          encryption: 'starttls',
          ...practice,
        }),
      ]
    : []
  const parsed = parseConfiguration({ ...configuration, users: [...configuration.users, ...builtIn] })
  return parsed.ok ? done(null) : failed({ reason: 'configuration-refused', ...parsed.problem })
}

/** A problem with a configuration as the file's place, what was expected there and what was found. */
export function refusalWords(problem: RelayProblem): FileProblem {
  if (problem.reason === 'configuration-refused') {
    const { path, expected, found } = problem
    return { path, expected, found }
  }
  const found =
    'port' in problem ? `${problem.address} port ${problem.port}: ${problem.reason}` : problem.reason
  return { path: 'listen', expected: 'addresses and ports that can be had', found }
}
