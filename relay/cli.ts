#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { registerCheck } from './commands/check.ts'
import { registerCheckSender } from './commands/check-sender.ts'
import { registerJournal } from './commands/journal.ts'
import { registerLogin } from './commands/login.ts'
import { exitStatus, say } from './commands/output.ts'
import { registerPractice } from './commands/practice.ts'
import { registerProbe } from './commands/probe.ts'
import { registerQueue } from './commands/queue.ts'
import { registerServe } from './commands/serve.ts'
import { registerSettings } from './commands/settings.ts'
import { redactedStack } from './end-on-bug.ts'

// A reader that stops reading (`… | head -1`) is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
})

// Whatever nobody caught, at any time: accepted mail is on disk, and going on half-broken would be worse.
process.once('uncaughtException', (fault) => {
  process.exit(statusOf(fault))
})

const program = new Command('smtp-plus')
  .description('Send mail safely through SMTP+: a relay that checks who may send.')
  .showHelpAfterError('(smtp-plus --help lists the commands)')
  .exitOverride()
registerCheck(program)
registerLogin(program)
registerCheckSender(program)
registerServe(program)
registerQueue(program)
registerJournal(program)
registerPractice(program)
registerProbe(program)
registerSettings(program)

try {
  await program.parseAsync()
} catch (fault) {
  process.exitCode = statusOf(fault)
}

/** Commander has already said what is wrong with the call; asked-for help is no fault. */
function statusOf(fault: unknown): number {
  if (fault instanceof CommanderError) {
    return fault.exitCode === 0 ? exitStatus.done : exitStatus.wrongCall
  }
  say(`A fault in smtp-plus itself, please report it: ${redactedStack(fault)}`)
  return exitStatus.bug
}
