import { z } from 'zod'
import { type FrontOffice, openFrontOffice } from '../../electron/front-office.ts'
import {
  type Delta,
  type Snapshot,
  type WindowContract,
  windowContract,
} from '../../electron/ipc/window-contract.ts'
import type { RelayConnection } from '../../electron/relay-process/relay-connection.ts'
import { done, failed } from '../../relay/domain/result.ts'
import { type RelaySnapshot, relayContract } from '../../relay/ipc/relay-contract.ts'
import { connectContract, type PortLike } from '../../relay/ipc/relay-port.ts'
import { waitUntil } from './wait-until.ts'

/** The real front office without Electron, in front of a relay that agrees to everything and carries no mail. */
export type FrontOfficeDouble = {
  readonly office: FrontOffice
  readonly deltas: readonly Delta[]
  /** what the relay was asked, in order */
  readonly asked: readonly { readonly name: string; readonly input: unknown }[]
  /** as the page would: its input and the answer go through the contract */
  call(name: keyof WindowContract['requests'], input: unknown): Promise<unknown>
  snapshot(): Promise<Snapshot>
}

const request = z.object({ type: z.literal('request'), id: z.int(), name: z.string(), input: z.unknown() })

export async function openFrontOfficeDouble(
  userData: string,
  relay: RelaySnapshot,
  files: { readonly toSave?: string; readonly toRead?: string } = {},
): Promise<FrontOfficeDouble> {
  const asked: { name: string; input: unknown }[] = []
  const deltas: Delta[] = []

  const answers: Readonly<Record<string, unknown>> = {
    configure: { ok: true, inForce: 1 },
    snapshot: relay,
    practiceMessages: [],
  }
  const connectRelay = (): RelayConnection => {
    const listeners: ((message: unknown) => void)[] = []
    const port: PortLike = {
      onMessage: (listener) => void listeners.push(listener),
      post(message) {
        const { id, name, input } = request.parse(message)
        asked.push({ name, input })
        const output = answers[name] ?? null
        queueMicrotask(() => {
          for (const listener of listeners) listener({ type: 'answer', contract: 'relay', id, output })
        })
      },
    }
    const client = connectContract(relayContract, port)
    return { client, ready: Promise.resolve(), onEnd: () => undefined, kill: () => client.close() }
  }

  const absent = async () => failed({ reason: 'keychain-absent' } as const)
  const office = openFrontOffice({
    userData,
    version: '0.0.0',
    platform: 'linux',
    language: 'en',
    desktop: {
      askWhereToSave: async () => files.toSave ?? null,
      askWhichFile: async () => files.toRead ?? null,
      copy: async () => undefined,
      open: async () => undefined,
      print: async () => ({ ok: true }),
      setTheme: () => undefined,
    },
    keyring: {
      ping: absent,
      fingerprints: absent,
      read: absent,
      write: absent,
      remove: async () => done(null),
      close: () => undefined,
    },
    connectRelay,
    tellPage: (told) => deltas.push(...windowContract.events.changed.parse(told)),
    onRelayView: () => undefined,
    onNews: () => undefined,
    log: () => undefined,
    nowMs: Date.now,
  })
  const snapshot = async (): Promise<Snapshot> =>
    windowContract.requests.snapshot.output.parse(await office.answer('snapshot', null))
  office.startRelay()
  await waitUntil('the relay to be configured', async () => (await snapshot()).relay.status === 'running')
  return {
    office,
    deltas,
    asked,
    call: (name, input) => office.answer(name, input),
    snapshot,
  }
}
