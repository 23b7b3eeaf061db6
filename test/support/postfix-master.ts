import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { runAsRoot, startAsRoot } from './as-root.ts'
import type { RunningProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

const daemonDirectory = '/usr/lib/postfix/sbin'

/**
 * master(8) itself in the foreground, without the shell scripts around it (they take a second).
 * It makes a session of its own and ends its children when it ends.
 */
export async function startMaster(directory: string, port: number): Promise<RunningProcess> {
  const master = startAsRoot(join(daemonDirectory, 'master'), ['-c', join(directory, 'etc')])
  await waitUntil(
    async () => `Postfix on port ${port}: ${await readLog(directory)}`,
    async () => {
      if (!master.isRunning()) {
        throw new Error(`Postfix ended: ${await readLog(directory)}`)
      }
      return greets(port)
    },
  )
  return master
}

/** The pid of master(8) itself, whoever started it. */
export async function masterPid(directory: string): Promise<string> {
  const file = await runAsRoot('cat', [join(directory, 'queue', 'pid', 'master.pid')])
  return file.stdout.trim()
}

export async function signalMaster(directory: string, signal: string): Promise<void> {
  await runAsRoot('kill', ['-s', signal, await masterPid(directory)])
}

/** What this instance logged, from its first start on. */
export function readLog(directory: string): Promise<string> {
  return readFile(join(directory, 'postfix.log'), 'utf8').catch(() => '')
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
