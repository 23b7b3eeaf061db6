import { utilityProcess } from 'electron'
import type { Client, Handlers } from '../../relay/ipc/contract.ts'
import { awaitHello } from '../../relay/ipc/handshake.ts'
import {
  type KeychainContract,
  keychainContract,
  type RelayContract,
  relayContract,
} from '../../relay/ipc/relay-contract.ts'
import { connectContract, type PortLike, serveContract } from '../../relay/ipc/relay-port.ts'

/** One run of the relay's process. */
export type RelayConnection = {
  readonly client: Client<RelayContract>
  /** Resolves once both sides know of each other; rejects when the process ended or stayed silent. */
  readonly ready: Promise<void>
  onEnd(listener: (code: number) => void): void
  kill(): void
}

export type RelayProgram = {
  readonly path: string
  readonly env: Record<string, string>
  readonly log: (line: string) => void
  readonly keychain: Handlers<KeychainContract>
}

const helloLimitMs = 15_000

/** Starts the relay as a utility process: its own memory, its own crash, no Node options from outside. */
export function startRelayProcess(program: RelayProgram): RelayConnection {
  const child = utilityProcess.fork(program.path, [], {
    serviceName: 'SMTP+ Companion relay',
    env: program.env,
    stdio: 'pipe',
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      for (const line of bytes.toString('utf8').split('\n')) if (line.trim() !== '') program.log(line)
    })
  }
  const port: PortLike = {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
  }
  const client = connectContract(relayContract, port)
  serveContract(keychainContract, port, program.keychain)

  const listeners: ((code: number) => void)[] = []
  child.once('exit', (code) => {
    client.close()
    for (const listener of listeners) listener(code)
  })
  return {
    client,
    ready: readyWithin(helloLimitMs, port, listeners),
    onEnd: (listener) => void listeners.push(listener),
    kill: () => void child.kill(),
  }
}

function readyWithin(limitMs: number, port: PortLike, ends: ((code: number) => void)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the relay did not say hello')), limitMs)
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      act()
    }
    ends.push((code) =>
      settle(() => reject(new Error(`the relay ended with code ${code} before it was ready`))),
    )
    awaitHello(port).then(
      () => settle(resolve),
      (fault: unknown) => settle(() => reject(fault instanceof Error ? fault : new Error(String(fault)))),
    )
  })
}
