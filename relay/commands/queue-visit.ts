import { assertNever } from '../domain/result.ts'
import { type Database, type VisitProblem, visitDatabase } from '../queue/database.ts'
import { type OpenQueue, openQueue } from '../queue/queue.ts'
import { sqliteCode, sqliteResult } from '../queue/sql.ts'
import { type ExitStatus, exitStatus, printJson, say } from './output.ts'

type Visit = {
  readonly database: Database
  readonly queue: OpenQueue
  /** which messages this visit has changed so far */
  readonly changedIds: readonly string[]
}

type QueueProblem = VisitProblem | { readonly reason: 'data-busy' | 'disk-full'; readonly path: string }

/** Opens the queue of a data folder beside the relay that may be running on it, does the work, and closes it. */
export async function visitQueue(
  directory: string,
  json: boolean,
  work: (visit: Visit) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  let queue: OpenQueue | null = null
  let path = directory
  try {
    const visited = await visitDatabase(directory)
    if (!visited.ok) return cannotLook(visited.problem, json)
    path = visited.value.directory
    const changedIds: string[] = []
    queue = openVisited(visited.value, changedIds)
    return await work({ database: visited.value, queue, changedIds })
  } catch (fault) {
    const code = sqliteCode(fault)
    if (code === sqliteResult.busy) return cannotLook({ reason: 'data-busy', path }, json)
    if (code === sqliteResult.full) return cannotLook({ reason: 'disk-full', path }, json)
    if (code === sqliteResult.readOnly) return cannotLook({ reason: 'no-access', path }, json)
    if (code === sqliteResult.corrupt) return cannotLook({ reason: 'unreadable', path }, json)
    throw fault
  } finally {
    await queue?.close()
  }
}

function openVisited(database: Database, changedIds: string[]): OpenQueue {
  return openQueue({
    database,
    nowMs: Date.now,
    onChange: (change) => {
      if (change.kind !== 'elsewhere') changedIds.push(change.id)
    },
  })
}

function cannotLook(problem: QueueProblem, json: boolean): ExitStatus {
  if (json) printJson({ ok: false, ...problem })
  say(queueProblemSentence(problem))
  return exitStatus.cannotRunHere
}

/** Why the queue can't be looked into or changed now, and what to do. */
export function queueProblemSentence({ reason, path }: QueueProblem): string {
  switch (reason) {
    case 'no-database':
      return `There is no queue: ${path} isn't there, or this account can't see it. Name the folder that "serve" was given with --data.`
    case 'other-version':
      return `${path} was written by another version. Use the version that the relay runs with.`
    case 'no-access':
      return `${path} can't be read and written by this account. Call as the account that the relay runs under.`
    case 'unreadable':
      return `${path} is not a database, or is damaged. The relay keeps such a file under another name at its next start.`
    case 'data-busy':
      return `The queue in ${path} is busy just now. Try again in a moment.`
    case 'disk-full':
      return `The disk that holds ${path} is full, so not everything could be changed. Make room and try again.`
    default:
      return assertNever(reason)
  }
}
