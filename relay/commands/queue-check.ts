import type { Command } from 'commander'
import { checkIntegrity, type IntegrityReport, quarantine } from '../queue/integrity.ts'
import { type ExitStatus, exitStatus, printJson, printText, runs, say } from './output.ts'
import { visitQueue } from './queue-visit.ts'

type Options = { readonly data: string; readonly quick: boolean; readonly json: boolean }

/** `queue check`: whether the database is whole; also while `serve` runs. */
export function registerQueueCheck(queue: Command): void {
  queue
    .command('check')
    .description('check that the database of queue and journal is whole; reads all of it')
    .requiredOption('--data <dir>', 'the folder that serve was given')
    .option('--quick', 'without comparing indexes with their tables: much faster', false)
    .option('--json', 'one JSON object on standard output', false)
    .action(runs(check))
}

function check({ data, quick, json }: Options): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ database, queue }) => {
    const report = checkIntegrity(database, quick)
    const ok = report.faults.length === 0 && report.unreadable.length === 0
    // Where even that can't be written, the report says it all.
    if (!ok)
      await queue.writer
        .write(() => quarantine(database, report, Date.now()), 'synced')
        .catch(() => say('It could not be noted for the relay.'))
    if (json) printJson({ ok, ...report })
    else if (ok) printText('The database is whole.')
    if (!ok) for (const sentence of sentences(report)) say(sentence)
    return ok ? exitStatus.done : exitStatus.no
  })
}

function sentences({ faults, unreadable }: IntegrityReport): readonly string[] {
  return [
    ...faults.map((fault) => `Damaged: ${fault}`),
    ...unreadable.map((id) => `Message ${id} can't be read, or not all of it: it is set aside and not sent.`),
    ...(faults.length === 0
      ? []
      : [
          'Save what can be saved (queue save), then stop the relay and move relay.db away: the next start makes a new one.',
        ]),
  ]
}
