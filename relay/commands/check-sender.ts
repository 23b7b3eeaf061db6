import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { loadConfiguration } from '../config/loading.ts'
import { buildPolicyBook } from '../config/policy-book.ts'
import { judgeMessage } from '../domain/judge-message.ts'
import { done, failed, type Result } from '../domain/result.ts'
import { decisionSentence } from './decision-sentence.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs, say, sayProblem } from './output.ts'

type Options = {
  readonly config: string
  readonly user: string
  readonly mailFrom: string
  readonly message?: string
  readonly json: boolean
}

/** `check-sender`: what the relay would decide about a sender, and why, before anything is sent. */
export function registerCheckSender(program: Command): void {
  program
    .command('check-sender')
    .description('say whether a user may send as an address, and why')
    .requiredOption('--config <file>', 'the configuration file')
    .requiredOption('--user <id>', 'the SMTP+ user')
    .requiredOption('--mail-from <address>', 'the envelope sender; "<>" for the null reverse-path')
    .option('--message <file>', 'a message, for its From, Sender and Resent headers')
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(checkSender))
}

function checkSender({ config, user, mailFrom, message, json }: Options): ExitStatus {
  const loaded = loadConfiguration(config)
  if (!loaded.ok) return sayProblem(loaded.problem, json)
  const policy = buildPolicyBook(loaded.value.configuration).policyOfUser(user)
  if (!policy) {
    say(`There is no user ${user} in ${config}.`)
    return exitStatus.wrongCall
  }
  const bytes = message === undefined ? done(null) : readMessage(message)
  if (!bytes.ok) {
    say(bytes.problem)
    return exitStatus.wrongCall
  }
  const decision = judgeMessage(policy, mailFrom, bytes.value)
  if (json) printJson(decision)
  const sentence = decisionSentence(decision, user)
  if (json) say(sentence)
  else printText(sentence)
  return decision.decision === 'block' ? exitStatus.no : exitStatus.done
}

function readMessage(file: string): Result<Uint8Array, string> {
  try {
    return done(readFileSync(file))
  } catch (fault) {
    return failed(
      `The message ${file} cannot be read: ${fault instanceof Error ? fault.message : 'unknown'}.`,
    )
  }
}
