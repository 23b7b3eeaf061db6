import { z } from 'zod'
import {
  type Delta,
  delta,
  type WindowBridge,
  type WindowContract,
  windowContract,
} from '../../electron/ipc/window-contract.ts'

declare global {
  interface Window {
    readonly companion: WindowBridge
  }
}

export type RequestName = keyof WindowContract['requests']
export type RequestInput<N extends RequestName> = z.input<WindowContract['requests'][N]['input']>
export type RequestOutput<N extends RequestName> = z.output<WindowContract['requests'][N]['output']>

/** Asks the front office. Rejects when it faults, or when its answer does not fit the contract. */
export async function callCompanion<N extends RequestName>(
  bridge: WindowBridge,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const schema: z.ZodType = windowContract.requests[name].output
  return schema.parse(await bridge.call(name, input)) as RequestOutput<N>
}

const deltas = z.array(delta)

/** The changes in order, or null when they don't fit the contract. */
export function readDeltas(value: unknown): readonly Delta[] | null {
  const parsed = deltas.safeParse(value)
  return parsed.success ? parsed.data : null
}
