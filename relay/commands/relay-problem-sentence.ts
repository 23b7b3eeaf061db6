import { assertNever } from '../domain/result.ts'
import type { RelayProblem } from '../ipc/relay-problem.ts'
import { type ExitStatus, exitStatus, printJson, say } from './output.ts'

/** Says why the relay can't run here now, and gives the exit status that belongs to it. */
export function sayCannotRun(problem: RelayProblem, json: boolean): ExitStatus {
  if (json) printJson({ ok: false, ...problem })
  say(relayProblemSentence(problem))
  return problem.reason === 'configuration-refused' ? exitStatus.wrongCall : exitStatus.cannotRunHere
}

/** What is in the way, by whom, and what to do. */
export function relayProblemSentence(problem: RelayProblem): string {
  switch (problem.reason) {
    case 'port-in-use': {
      const free = problem.freePort === null ? '' : ` Port ${problem.freePort} is free.`
      return `Port ${problem.port} on ${problem.address} is taken by ${problem.holder ?? 'another program'}. End that program or choose another port under "listen".${free}`
    }
    case 'permission-denied':
      return `This account may not listen on port ${problem.port} of ${problem.address}. Choose a port from 1025 to 5000 under "listen".`
    case 'address-not-available':
      return `This computer has no address ${problem.address}. Correct it under "listen"; 127.0.0.1 is always there.`
    case 'data-in-use': {
      const owner = problem.pid === null ? 'another relay' : `another relay (process ${problem.pid})`
      return `${problem.directory} is in use by ${owner}. Stop that one, or give this one a folder of its own with --data.`
    }
    case 'folder-not-writable':
      return `${problem.directory} can't be written to by this account. Allow it, or name another folder with --data.`
    case 'database-set-aside':
      return `The database could not be read. It was kept as ${problem.path}, and a new one was begun: mail that waited in the old one is still in that file.`
    case 'database-newer':
      return `${problem.path} was written by a newer version. Use that version again, or another folder with --data.`
    case 'configuration-refused':
      return `${problem.path}: expected ${problem.expected}; found ${problem.found}.`
    default:
      return assertNever(problem)
  }
}
