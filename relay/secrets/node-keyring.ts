import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Keyring, type KeyringHelper, type KeyringLimits, openKeyring } from './keyring-client.ts'

/** The keychain for the command line: its helper is a plain Node process, started when first asked. */
export function openNodeKeyring(limits?: KeyringLimits, env: NodeJS.ProcessEnv = process.env): Keyring {
  return openKeyring(() => startHelper(env), limits)
}

// Node's IPC channel carries JSON; an envelope is always an object.
const plain = z.record(z.string(), z.json())

function startHelper(env: NodeJS.ProcessEnv): KeyringHelper {
  const child = fork(helperProgram(), [], {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A helper that waits must not keep the command line from ending.
  child.unref()
  child.channel?.unref()
  return {
    port: {
      post: (message) => void (child.connected && child.send(plain.parse(message))),
      onMessage: (listener) => void child.on('message', listener),
    },
    kill: () => void child.kill('SIGKILL'),
    onExit(listener) {
      child.once('exit', listener)
      child.once('error', listener)
    },
  }
}

/** The helper beside this file: in the build this file is part of a bundle, in the sources it stands alone. */
function helperProgram(): string {
  const places = [
    './secrets/keyring-process.js',
    '../relay/secrets/keyring-process.js',
    './keyring-process.ts',
  ]
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error('the keyring program is missing from this installation')
  return found
}
