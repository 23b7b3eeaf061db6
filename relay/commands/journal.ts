import type { Command } from 'commander'
import type { JournalFilter } from '../ipc/journal-requests.ts'
import { journalCsv } from '../journal/journal-csv.ts'
import { journalPage } from '../journal/journal-pages.ts'
import { inSnapshot } from '../queue/snapshot.ts'
import { type ExitStatus, exitStatus, printPart, runs, say } from './output.ts'
import { visitQueue } from './queue-visit.ts'

type Options = {
  readonly data: string
  readonly csv: boolean
  readonly since?: string
  readonly until?: string
  readonly user?: string
  readonly login?: string
  readonly search?: string
}

/** `journal`: what became of every message and what was refused; also while `serve` runs. */
export function registerJournal(program: Command): void {
  program
    .command('journal')
    .description('every message and every refusal, newest first, as CSV or one JSON object a line')
    .requiredOption('--data <dir>', 'the folder that serve was given')
    .option('--csv', 'CSV (RFC 4180); without it, one JSON object a line', false)
    .option('--json', 'one JSON object a line (the default)')
    .option('--since <time>', 'from this day or time on (ISO 8601)')
    .option('--until <time>', 'before this day or time')
    .option('--user <id>', "this user's alone")
    .option('--login <name>', "this login's alone")
    .option('--search <text>', 'with this in an address, the subject or an answer')
    .action(runs(journal))
}

async function journal({ data, csv, since, until, ...rest }: Options): Promise<ExitStatus> {
  for (const time of [since, until]) {
    if (time === undefined || !Number.isNaN(Date.parse(time))) continue
    say(`${time} is not a time: write it as 2026-03-31 or 2026-03-31T08:00:00Z.`)
    return exitStatus.wrongCall
  }
  const filter: JournalFilter = {
    ...rest,
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  }
  return visitQueue(data, !csv, async ({ database, queue }) => {
    const page: Parameters<typeof journalCsv>[0] = (wish) =>
      inSnapshot(database, () => journalPage(database, wish, queue.pausedUsers()))
    if (csv) {
      for await (const part of journalCsv(page, filter, () => undefined)) {
        if (!(await printPart(part))) break
      }
      return exitStatus.done
    }
    for (let before: string | undefined; ; ) {
      const { entries, next } = page({ filter, before, limit: 200 })
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
      if (lines !== '' && !(await printPart(lines))) break
      if (next === null) break
      before = next
    }
    return exitStatus.done
  })
}
