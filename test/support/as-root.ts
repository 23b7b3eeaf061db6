import {
  type Ended,
  type RunningProcess,
  runProcess,
  type StartOptions,
  startProcess,
} from './running-process.ts'

/**
 * Some real parts ask for root: Postfix changes accounts, a small disk has to be mounted. Whoever runs the tests is
 * root or may use sudo without a password, as the set-up for the tests had to be, too.
 */
export const isRoot = process.getuid?.() === 0

/** Runs a short program as root to its end. */
export function runAsRoot(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<Ended & { readonly stdout: string; readonly stderr: string }> {
  return isRoot ? runProcess(command, args, options) : runProcess('sudo', ['-n', command, ...args], options)
}

/** Starts a program as root; without being root, `pid` is sudo's and only root can end it. */
export function startAsRoot(command: string, args: readonly string[]): RunningProcess {
  return isRoot ? startProcess(command, args) : startProcess('sudo', ['-n', command, ...args])
}
