import { type Command, Option } from 'commander'
import type { MessageState, MessageSummary } from '../domain/message-state.ts'
import { assertNever } from '../domain/result.ts'
import type { MessageFilter } from '../ipc/journal-requests.ts'
import type { Queue, QueueAction, QueueFilter } from '../queue/queue-contract.ts'
import { type ExitStatus, exitStatus, printJson, printPart, printText, runs, say } from './output.ts'
import { registerQueueCheck } from './queue-check.ts'
import { obstacleOf, obstacleSentence } from './queue-obstacle.ts'
import { registerQueueSave } from './queue-save.ts'
import { visitQueue } from './queue-visit.ts'
import { listedMessage, messageLine, messageText, shownMessage } from './queue-words.ts'

type ListOptions = {
  readonly data: string
  readonly json: boolean
  readonly state?: MessageState
  readonly user?: string
  readonly login?: string
  readonly search?: string
}
type Options = ListOptions & { readonly all: boolean }
/** Messages by ID, all, or all that match. */
type Target =
  | { readonly ids: readonly string[] }
  | { readonly ids: null; readonly matching: MessageFilter | 'all' }

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
  const filtered = (command: Command): Command =>
    command
      .addOption(new Option('--state <state>', 'in this state alone').choices([...queued]))
      .option('--user <id>', "this user's alone")
      .option('--login <name>', "this login's alone")
      .option('--search <text>', 'with this in an address, the subject or an answer')
  filtered(queue.command('list'))
    .description('all mail in the queue, newest first')
    .requiredOption('--data <dir>', 'the folder that serve was given')
    .option('--json', 'one JSON object a message on standard output', false)
    .action(runs(list))
  const onOneOrAll = (
    name: string,
    description: string,
    work: (target: Target, options: Options) => Promise<ExitStatus>,
  ): void => {
    filtered(queue.command(name))
      .description(description)
      .argument('[ids...]', 'the messages, as queue list shows them')
      .requiredOption('--data <dir>', 'the folder that serve was given')
      .option('--all', 'every message (that fits the filters), instead of an ID', false)
      .option('--json', 'JSON on standard output', false)
      .action(async (ids: readonly string[], options: Options) => {
        const target = targetOf(ids, options)
        process.exitCode = target ? await work(target, options) : sayWhichOne(name)
      })
  }
  registerQueueSave(queue)
  registerQueueCheck(queue)
  onOneOrAll('show', "a message's envelope, header and every attempt with the server's answer", show)
  for (const [action, description] of actions) {
    onOneOrAll(action, description, (target, options) => act(action, target, options))
  }
}

/** A filter alone means all that match; beside IDs it means nothing. */
function targetOf(ids: readonly string[], { all, state, user, login, search }: Options): Target | null {
  const filter: MessageFilter = {
    ...(state === undefined ? {} : { states: [state] }),
    ...(user === undefined ? {} : { user }),
    ...(login === undefined ? {} : { login }),
    ...(search === undefined ? {} : { search }),
  }
  const isFiltered = Object.keys(filter).length > 0
  if (ids.length > 0) return all || isFiltered ? null : { ids: [...new Set(ids)] }
  if (isFiltered) return { ids: null, matching: filter }
  return all ? { ids: null, matching: 'all' } : null
}

function sayWhichOne(name: string): ExitStatus {
  say(
    `queue ${name} needs either IDs of messages, or --all, or filters such as --user. (queue list shows the IDs)`,
  )
  return exitStatus.wrongCall
}

function list({ data, json, state, ...filter }: ListOptions): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue }) => {
    const line = (message: MessageSummary): string =>
      json ? JSON.stringify(listedMessage(message)) : messageLine(message)
    const filtered = state !== undefined || Object.keys(filter).length > 0
    const count = await printPages(queue, (page) => page.map(line), {
      ...filter,
      states: state ? [state] : queued,
    })
    if (count === 0 && !json) printText(filtered ? 'No such mail in the queue.' : 'The queue is empty.')
    return exitStatus.done
  })
}

/** A page is read when the reader has taken the one before, so that any queue fits into memory. Gives how many there were. */
async function printPages(
  queue: Queue,
  linesOf: (page: readonly MessageSummary[]) => readonly string[],
  filter: Omit<QueueFilter, 'before' | 'limit'> = { states: queued },
): Promise<number> {
  let count = 0
  for (let before: string | undefined; ; ) {
    const page = queue.list({ ...filter, limit: pageSize, before })
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
    if (target.ids === null) {
      const filter = target.matching === 'all' ? {} : target.matching
      const count = await printPages(queue, (page) => page.flatMap(({ id }) => text(id)), {
        states: queued,
        ...filter,
      })
      if (count === 0 && !json) printText('No such mail in the queue.')
      return exitStatus.done
    }
    let status: ExitStatus = exitStatus.done
    for (const id of target.ids) {
      const [found] = text(id)
      if (found === undefined) status = sayObstacle('show', queue, id, json)
      else await printPart(`${found}\n`)
    }
    return status
  })
}

function act(action: QueueAction, target: Target, { data, json }: Options): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue, changedIds }) => {
    const { ids } = target
    const changed = await queue.act(action, ids ?? target.matching)
    const left = (ids ?? []).filter((id) => !changedIds.includes(id))
    for (const id of left) sayObstacle(action, queue, id, json)
    if (ids !== null && changed === 0) return exitStatus.no
    if (json) printJson({ changed, ids: changedIds })
    else printText(changeSentence(action, ids === null ? messages(changed) : changedIds.join(', ')))
    if (left.length > 0) return exitStatus.no
    if (ids === null && target.matching === 'all' && action === 'release') sayWhatStays(queue)
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
