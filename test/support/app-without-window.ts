import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type FrontOffice, openFrontOffice } from '../../electron/front-office.ts'
import { type Snapshot, type WindowContract, windowContract } from '../../electron/ipc/window-contract.ts'
import type { RelayConnection, RelayProgram } from '../../electron/relay-process/relay-connection.ts'
import { firstSettings, type Settings } from '../../electron/settings/settings-schema.ts'
import { failed } from '../../relay/domain/result.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../relay/ipc/contract.ts'
import { awaitHello } from '../../relay/ipc/handshake.ts'
import { keychainContract, relayContract } from '../../relay/ipc/relay-contract.ts'
import { connectContract, type PortLike, serveContract } from '../../relay/ipc/relay-port.ts'
import type { Keyring } from '../../relay/secrets/keyring-client.ts'
import { freePort } from './free-port.ts'
import { waitUntil } from './wait-until.ts'

/** The front office with a real relay process, asked as the page asks it: everything of the app but Electron. */
export type AppWithoutWindow = {
  readonly port: number
  ask<Name extends RequestName<WindowContract>>(
    name: Name,
    input: RequestInput<WindowContract, Name>,
  ): Promise<RequestOutput<WindowContract, Name>>
  snapshot(): Promise<Snapshot>
  user(id: string): Promise<Snapshot['users'][number]>
  /** Waits until the relay works under what was saved last. */
  inForce(): Promise<void>
  /** every change the page was told of, as text */
  told(): string
  settingsText(): Promise<string>
  /** puts the app's clock forward; the relay's own goes on as it was */
  passMs(ms: number): void
  close(): Promise<void>
}

export type AppOptions = {
  /** over those of a first launch */
  readonly settings?: Partial<Settings>
  /** an authority that the relay shall trust */
  readonly caFile?: string
}

/** `npm run build` isn't needed: the relay runs from its source. */
export async function startAppWithoutWindow(options: AppOptions = {}): Promise<AppWithoutWindow> {
  const userData = await mkdtemp(join(tmpdir(), 'office-app-'))
  const port = await freePort()
  const settingsFile = join(userData, 'settings.json')
  const listen = [{ address: '127.0.0.1', port }]
  await writeFile(settingsFile, JSON.stringify({ ...firstSettings('en'), listen, ...options.settings }))
  const told: unknown[] = []
  const log: string[] = []
  let passedMs = 0
  const office: FrontOffice = openFrontOffice({
    userData,
    version: '0.1.0',
    platform: 'linux',
    language: 'en',
    desktop: {
      askWhereToSave: async () => null,
      askWhichFile: async () => null,
      copy: async () => undefined,
      open: async () => undefined,
      print: async () => ({ ok: true }),
      setTheme: () => undefined,
    },
    keyring: noKeyring,
    connectRelay: (keychain) => forkRelay(keychain, options.caFile),
    tellPage: (deltas) => told.push(deltas),
    onRelayView: () => undefined,
    onNews: () => undefined,
    log: (line) => log.push(line),
    nowMs: () => Date.now() + passedMs,
  })
  const page = connectContract(windowContract, pagePort(office.answer))
  const ask: AppWithoutWindow['ask'] = (name, input) => page.call(name, input)
  const inForce = async (): Promise<void> => {
    const isInForce = async () => {
      const { relay } = await ask('snapshot', null)
      return relay.status === 'running' && relay.inForce === relay.saved
    }
    await waitUntil(() => `the relay to take up the settings:\n${log.join('\n')}`, isInForce)
  }
  office.startRelay()
  await inForce()
  return {
    port,
    ask,
    snapshot: () => ask('snapshot', null),
    async user(id) {
      const { users } = await ask('snapshot', null)
      const found = users.find((user) => user.id === id)
      if (!found) throw new Error(`there is no user ${id}`)
      return found
    },
    inForce,
    told: () => JSON.stringify(told),
    settingsText: () => readFile(settingsFile, 'utf8'),
    passMs(ms) {
      passedMs += ms
    },
    async close() {
      await office.stop()
      await rm(userData, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

const question = z.object({ type: z.literal('request'), id: z.int(), name: z.string(), input: z.unknown() })

/** Where a page would be: what it asks goes to the front office, in the contract's own envelopes. */
function pagePort(answer: FrontOffice['answer']): PortLike {
  const listeners: ((message: unknown) => void)[] = []
  const reply = (message: object): void => {
    for (const listener of listeners) listener({ contract: windowContract.name, ...message })
  }
  return {
    post(message) {
      const { id, name, input } = question.parse(message)
      answer(name, input).then(
        (output) => reply({ type: 'answer', id, output }),
        (fault: unknown) => reply({ type: 'fault', id, message: String(fault) }),
      )
    },
    onMessage: (listener) => void listeners.push(listener),
  }
}

function forkRelay(keychain: RelayProgram['keychain'], caFile: string | undefined): RelayConnection {
  const child = fork(resolve('relay/main.ts'), [], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...(caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile }),
    },
    serialization: 'advanced',
  })
  const port: PortLike = {
    post: (message) => void (child.connected && child.send(Object(message))),
    onMessage: (listener) => void child.on('message', listener),
  }
  const client = connectContract(relayContract, port)
  serveContract(keychainContract, port, keychain)
  child.once('exit', () => client.close())
  return {
    client,
    ready: awaitHello(port).then(() => undefined),
    onEnd: (listener) => void child.once('exit', (code) => listener(code ?? 1)),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** A computer without a keychain: passwords are kept until quitting. */
const absent = async () => failed({ reason: 'keychain-absent' } as const)
const noKeyring: Keyring = {
  ping: absent,
  fingerprints: absent,
  read: absent,
  write: absent,
  remove: absent,
  close: () => undefined,
}
