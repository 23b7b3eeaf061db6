import { z } from 'zod'
import { answerRequest } from './answer-request.ts'
import type { Client, Contract, EventName, EventValue, Handlers } from './contract.ts'

/** Any message port: Electron's two kinds, Node's, and a test's pair. Messages are `unknown` until parsed here. */
export type PortLike = {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

const envelope = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('request'),
    contract: z.string(),
    id: z.int(),
    name: z.string(),
    input: z.unknown(),
  }),
  z.strictObject({ type: z.literal('answer'), contract: z.string(), id: z.int(), output: z.unknown() }),
  z.strictObject({ type: z.literal('fault'), contract: z.string(), id: z.int(), message: z.string() }),
  z.strictObject({ type: z.literal('event'), contract: z.string(), name: z.string(), value: z.unknown() }),
])

/** Answers a contract's requests on a port; returns how to emit its events. Faults carry a message, never a stack. */
export function serveContract<C extends Contract>(
  contract: C,
  port: PortLike,
  handlers: Handlers<C>,
): { emit<N extends EventName<C>>(name: N, value: EventValue<C, N>): void } {
  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    try {
      const output = await answerRequest(contract, handlers, name, input)
      port.post({ type: 'answer', contract: contract.name, id, output })
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault)
      port.post({ type: 'fault', contract: contract.name, id, message })
    }
  }
  port.onMessage((message) => {
    const parsed = envelope.safeParse(message)
    if (!parsed.success || parsed.data.type !== 'request' || parsed.data.contract !== contract.name) return
    void answer(parsed.data.id, parsed.data.name, parsed.data.input)
  })
  return {
    emit(name, value) {
      port.post({ type: 'event', contract: contract.name, name, value: contract.events[name]?.parse(value) })
    },
  }
}

/** The asking side of a contract. A call rejects when the server faults or its answer doesn't fit the contract. */
export function connectContract<C extends Contract>(
  contract: C,
  port: PortLike,
): Client<C> & { close(): void } {
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (fault: Error) => void }>()
  const listeners = new Map<string, Set<(value: never) => void>>()
  let nextId = 1

  port.onMessage((message) => {
    const parsed = envelope.safeParse(message)
    if (!parsed.success || parsed.data.contract !== contract.name) return
    if (parsed.data.type === 'answer') waiting.get(parsed.data.id)?.resolve(parsed.data.output)
    if (parsed.data.type === 'fault') waiting.get(parsed.data.id)?.reject(new Error(parsed.data.message))
    if (parsed.data.type === 'event') {
      const schema = contract.events[parsed.data.name]
      if (!schema) return
      const value = schema.parse(parsed.data.value)
      for (const listener of listeners.get(parsed.data.name) ?? []) listener(value as never)
    }
  })

  return {
    async call(name, input) {
      const id = nextId++
      const output = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        port.post({ type: 'request', contract: contract.name, id, name, input })
      }).finally(() => waiting.delete(id))
      return contract.requests[name]?.output.parse(output) as never
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known)
      known.add(listener)
      return () => known.delete(listener)
    },
    close() {
      for (const call of waiting.values()) call.reject(new Error(`${contract.name} is gone`))
      waiting.clear()
    },
  }
}
