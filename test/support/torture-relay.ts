import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { relayEvent } from '../../relay/domain/relay-event.ts'
import { startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

/** A program and its first words that starts the relay's command line, such as `node dist/relay/cli.js`. */
export type RelayProgram = readonly [command: string, ...words: string[]]

/** What `npm run build` made: the relay as people get it. */
export const builtRelay: RelayProgram = [process.execPath, resolve('dist/relay/cli.js')]

/** System calls that matter: what was written before a sync is not yet safe, what follows it relies on it. */
export type DiskCalls = 'fsync,fdatasync' | 'pwrite64' | 'write,writev' | 'rename,unlink,ftruncate'

/** The relay, killed by strace as its `number`-th such call begins: of this one nothing is done. */
export function killedAt(program: RelayProgram, calls: DiskCalls, number: number): RelayProgram {
  const injection = `inject=${calls}:signal=KILL:when=${number}`
  const quiet = ['-qqq', '-o', '/dev/null']
  return ['strace', '-f', ...quiet, '-e', `trace=${calls}`, '-e', injection, '--', ...program]
}

/** One run of `serve`, until it is killed or told to stop. */
export type Life = {
  /** Resolves when it is ready, or with false when it ended before. */
  ready(): Promise<boolean>
  isRunning(): boolean
  /** Resolves when it has ended, by whatever cause. */
  readonly ended: Promise<unknown>
  kill(): Promise<void>
  stop(): Promise<void>
  /** every recipient it said "delivered" about; whole once it has ended */
  delivered(): readonly string[]
  stderr(): string
}

export function startLife(program: RelayProgram, config: string, data: string): Life {
  const [command, ...words] = program
  const serve = startProcess(command, [...words, 'serve', '--config', config, '--data', data, '--json'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8' },
  })
  return {
    async ready() {
      await waitUntil(
        () => `the relay to be ready; it said: ${serve.stdout()}${serve.stderr()}`,
        () => serve.stdout().includes('"event":"ready"') || !serve.isRunning(),
        30_000,
      )
      return serve.isRunning()
    },
    isRunning: () => serve.isRunning(),
    ended: serve.ended,
    async kill() {
      // Where another program started it, that one ends with it.
      const pid = command === process.execPath ? serve.pid : ownPid(data)
      if (pid !== null && serve.isRunning()) sendKill(pid)
      await serve.ended
    },
    async stop() {
      await serve.stop(15_000)
    },
    delivered: () => deliveredIn(serve.stdout()),
    stderr: () => serve.stderr(),
  }
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    // It was gone a moment before.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault
  }
}

function ownPid(data: string): number | null {
  const pid = Number.parseInt(readFileSync(join(data, 'relay.pid'), 'utf8'), 10)
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null
}

/** A line that the kill cut in two is no event. */
function deliveredIn(stdout: string): readonly string[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const event = relayEvent.parse(JSON.parse(line))
      return event.event === 'delivered' ? event.recipients : []
    })
}
