import type { Command } from 'commander'
import type { MessageState, MessageSummary } from '../domain/message-state.ts'
import { assertNever } from '../domain/result.ts'
import type { Queue, QueueAction } from '../queue/queue-contract.ts'
import { type ExitStatus, exitStatus, printJson, printPart, printText, runs, say } from './output.ts'
import { obstacleOf, obstacleSentence } from './queue-obstacle.ts'
import { visitQueue } from './queue-visit.ts'
import { listedMessage, messageLine, messageText, shownMessage } from './queue-words.ts'

type ListOptions = { readonly data: string; readonly json: boolean }
type Options = ListOptions & { readonly all: boolean }
type Target = { readonly id: string } | 'all'

const pageSize = 500
const queued: readonly MessageState[] = ['waiting', 'sending', 'held', 'uncertain', 'failed']

const actions: readonly (readonly [QueueAction, string])[] = [
  ['retry', 'make waiting mail due now, also after refused credentials; by ID also what was given up'],
  ['hold', 'keep mail in the queue until it is released'],
  ['release', 'let go what was put on hold'],
  ['arrived', 'close what is uncertain (the connection was lost after it was handed over): it did arrive'],
  ['delete', 'remove mail from the queue for good; nobody is told'],
]

/** `queue …`: what waits, and what to do with it; also while `serve` runs on the same data. */
export function registerQueue(program: Command): void {
  const queue = program
    .command('queue')
    .description('look into the queue and change it, also while serve runs')
  queue
    .command('list')
    .description('all mail in the queue, newest first')
    .requiredOption('--data <dir>', 'the folder that serve was given')
    .option('--json', 'one JSON object a message on standard output', false)
    .action(runs(list))
  const onOneOrAll = (
    name: string,
    description: string,
    work: (target: Target, options: Options) => Promise<ExitStatus>,
  ): void => {
    queue
      .command(name)
      .description(description)
      .argument('[id]', 'the message, as queue list shows it')
      .requiredOption('--data <dir>', 'the folder that serve was given')
      .option('--all', 'every message, instead of an ID', false)
      .option('--json', 'JSON on standard output', false)
      .action(async (id: string | undefined, options: Options) => {
        const target = targetOf(id, options.all)
        process.exitCode = target ? await work(target, options) : sayWhichOne(name)
      })
  }
  onOneOrAll('show', "a message's envelope, header and every attempt with the server's answer", show)
  for (const [action, description] of actions) {
    onOneOrAll(action, description, (target, options) => act(action, target, options))
  }
}

function targetOf(id: string | undefined, all: boolean): Target | null {
  if (all) return id === undefined ? 'all' : null
  return id === undefined ? null : { id }
}

function sayWhichOne(name: string): ExitStatus {
  say(`queue ${name} needs either the ID of a message or --all. (queue list shows the IDs)`)
  return exitStatus.wrongCall
}

function list({ data, json }: ListOptions): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue }) => {
    const line = (message: MessageSummary): string =>
      json ? JSON.stringify(listedMessage(message)) : messageLine(message)
    const count = await printPages(queue, (page) => page.map(line))
    if (count === 0 && !json) printText('The queue is empty.')
    return exitStatus.done
  })
}

/** A page is read when the reader has taken the one before, so that any queue fits into memory. Gives how many there were. */
async function printPages(
  queue: Queue,
  linesOf: (page: readonly MessageSummary[]) => readonly string[],
): Promise<number> {
  let count = 0
  for (let before: string | undefined; ; ) {
    const page = queue.list({ states: queued, limit: pageSize, before })
    count += page.length
    const lines = linesOf(page).map((line) => `${line}\n`)
    if (lines.length > 0 && !(await printPart(lines.join('')))) return count
    before = page.at(-1)?.id
    if (page.length < pageSize) return count
  }
}

function show(target: Target, { data, json }: Options): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue }) => {
    const text = (id: string): readonly string[] => {
      const detail = queue.detail(id)
      // One that was deleted since its page was read.
      if (detail === null) return []
      return [json ? JSON.stringify(shownMessage(detail)) : messageText(detail)]
    }
    if (target === 'all') {
      const count = await printPages(queue, (page) => page.flatMap(({ id }) => text(id)))
      if (count === 0 && !json) printText('The queue is empty.')
      return exitStatus.done
    }
    const [found] = text(target.id)
    if (found === undefined) return sayObstacle('show', queue, target.id, json)
    await printPart(`${found}\n`)
    return exitStatus.done
  })
}

function act(action: QueueAction, target: Target, { data, json }: Options): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue, changedIds }) => {
    const changed = await queue.act(action, target === 'all' ? 'all' : [target.id])
    if (changed === 0 && target !== 'all') return sayObstacle(action, queue, target.id, json)
    if (json) printJson({ changed, ids: changedIds })
    else printText(changeSentence(action, target === 'all' ? messages(changed) : target.id))
    if (target === 'all' && action === 'release') sayWhatStays(queue)
    return exitStatus.done
  })
}

function sayObstacle(action: QueueAction | 'show', queue: Queue, id: string, json: boolean): ExitStatus {
  const message = queue.summary(id)
  const obstacle = action === 'show' ? 'no-such-message' : obstacleOf(action, message)
  if (json) printJson({ ok: false, reason: obstacle, id })
  say(obstacleSentence(obstacle, id, message))
  return exitStatus.no
}

function sayWhatStays(queue: Queue): void {
  const { held } = queue.counts()
  if (held === 0) return
  say(
    `Still on hold: ${messages(held)}. Only the rules let them go: authorize the sender, or set the user's status to active.`,
  )
}

function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`
}

function changeSentence(action: QueueAction, what: string): string {
  switch (action) {
    case 'retry':
      return `Due now: ${what}. A running relay tries within a second.`
    case 'hold':
      return `On hold: ${what}. Let go with: queue release`
    case 'release':
      return `Let go, and due now: ${what}.`
    case 'arrived':
      return `Noted as arrived, and not sent again: ${what}.`
    case 'delete':
      return `Deleted: ${what}.`
    default:
      return assertNever(action)
  }
}
