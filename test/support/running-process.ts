import { spawn } from 'node:child_process'
import { waitUntil } from './wait-until.ts'

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type RunningProcess = {
  readonly pid: number
  stdout(): string
  stderr(): string
  isRunning(): boolean
  signal(signal: NodeJS.Signals): void
  /** Resolves when the process has ended and its output is complete. */
  readonly ended: Promise<Ended>
  /** SIGTERM, then SIGKILL when it is still there after `graceMs`. Nothing happens when it already ended. */
  stop(graceMs?: number): Promise<Ended>
}

export type StartOptions = {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** written to standard input, which is then closed */
  readonly input?: string
}

/**
 * Starts a program of a test and keeps all it prints. It ends by its own handle, never by name; and, since a test
 * that fails may not come to its stop(), with the process that runs the test (setpriv, util-linux).
 */
export function startProcess(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): RunningProcess {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  let end: Ended | null = null
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // A program that never reads its input may be gone before it is written.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      end = { code, signal }
      resolve(end)
    })
  })
  // Whoever awaits `ended` gets the error; nobody awaiting must not end the test run.
  ended.catch(() => undefined)
  const pid = child.pid
  if (pid === undefined) {
    throw new Error(`${command} could not be started`)
  }
  return {
    pid,
    stdout: () => stdout,
    stderr: () => stderr,
    isRunning: () => end === null,
    signal: (signal) => {
      child.kill(signal)
    },
    ended,
    stop: async (graceMs = 5_000) => {
      if (end === null) {
        child.kill('SIGTERM')
        await waitUntil('the program ends', () => end, graceMs).catch(() => child.kill('SIGKILL'))
      }
      return ended
    },
  }
}

/** Runs a short program to its end and gives all it printed. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<Ended & { readonly stdout: string; readonly stderr: string }> {
  const running = startProcess(command, args, options)
  const ended = await running.ended
  return { ...ended, stdout: running.stdout(), stderr: running.stderr() }
}
