import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const toolsFolder = join(root, 'node_modules', '.bin')

/** Says one line to the person at the terminal, on standard error: standard output belongs to what was asked for. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the program with a sentence and a status. */
export function stop(line, status = 1) {
  say(line)
  process.exit(status)
}

// Debian leaves these out for everybody but root; Postfix and saslpasswd2, which the tests start, are there.
const systemFolders = process.platform === 'linux' ? ['/usr/sbin', '/sbin'] : []

/** The environment of children: the project's own Node and tools come first on the path. */
export const childEnvironment = (extra = {}) => ({
  ...process.env,
  PATH: [toolsFolder, process.env.PATH ?? '', ...systemFolders].join(delimiter),
  ...extra,
})

/** The project's own Node once it is installed, else the one that runs this. */
export function projectNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

// On Windows npm and the tools are .cmd files, which only a shell can start.
const shell = process.platform === 'win32'

/** Runs a program in the checkout, its output shown; resolves with its exit status (128 when a signal ended it). */
export function run(command, words = [], { env = childEnvironment(), cwd = root, stdio = 'inherit' } = {}) {
  return ended(spawn(command, words, { cwd, env, stdio, shell: shell && !command.endsWith('.exe') }))
}

/** Runs a program in the checkout and keeps all it prints, for several at the same time. */
export async function gather(command, words = []) {
  const env = childEnvironment(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {})
  const child = spawn(command, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell })
  const pieces = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece))
  const status = await ended(child)
  return { status, output: Buffer.concat(pieces) }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    // Who ends `npm start` ends npm and its shell, and neither tells us: see that they are gone.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid === parent || pass('SIGTERM'), 500)
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearInterval(watch)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(signal === null ? status : 128)
    })
  })
}

/** Runs a program and stops this one when it fails. */
export async function must(command, words, { name = `"${command} ${words.join(' ')}"`, ...options } = {}) {
  const status = await run(command, words, options)
  if (status !== 0) stop(`Stopped, because ${name} failed (status ${status}).`)
}

/** What a program prints on standard output, trimmed, or null when it fails. `stderr: 'inherit'` shows what else it says. */
export function ask(command, words, { stderr = 'ignore' } = {}) {
  const stdio = ['ignore', 'pipe', stderr]
  const answer = spawnSync(command, words, {
    cwd: root,
    env: childEnvironment(),
    encoding: 'utf8',
    stdio,
    shell,
  })
  return answer.status === 0 ? answer.stdout.trim() : null
}
