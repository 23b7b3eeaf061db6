import {
  type Snapshot,
  type WindowBridge,
  type WindowContract,
  windowContract,
} from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { alertsDouble } from './alerts-double.ts'
import { journalDouble } from './journal-double.ts'
import { loginsDouble } from './logins-double.ts'
import { mailDouble } from './mail-double.ts'
import { keepPageData } from './page-data.ts'
import { probeDouble } from './probe-double.ts'
import { programsDouble } from './programs-double.ts'
import { sendersDouble } from './senders-double.ts'
import { settingsDouble } from './settings-double.ts'
import { usersDouble } from './users-double.ts'

/**
 * The front office as the page sees it, written by hand: answers from a snapshot it keeps, and tells the page of
 * every change. What it is asked and what it answers goes through the contract, as the real one's does.
 */
export type WindowDouble = {
  readonly bridge: WindowBridge
  readonly snapshot: () => Snapshot
  /** changes the page is told of, as they are */
  emit(...deltas: unknown[]): void
  /** every request so far, in order */
  readonly asked: { readonly name: string; readonly input: unknown }[]
  /** requests of this name reject until it is called again with false */
  fail(name: keyof WindowContract['requests'], failing?: boolean): void
}

export function createWindowDouble(
  start: Snapshot,
  handlers: Partial<Handlers<WindowContract>> = {},
): WindowDouble {
  const data = keepPageData(start)
  const { snapshot, tell } = data
  const asked: { name: string; input: unknown }[] = []
  const failing = new Set<string>()

  const own: Handlers<WindowContract> = {
    snapshot,
    ...usersDouble(data),
    ...sendersDouble(data),
    ...loginsDouble(data),
    ...mailDouble(data),
    ...journalDouble(snapshot),
    ...alertsDouble(data),
    ...settingsDouble(data),
    ...programsDouble(),
    ...probeDouble(snapshot, tell),
    startRelayAgain: () => null,
    ...handlers,
  }

  return {
    snapshot,
    asked,
    emit: tell,
    fail(name, on = true) {
      if (on) failing.add(name)
      else failing.delete(name)
    },
    bridge: {
      async call(name, input) {
        asked.push({ name, input })
        const known = name as keyof WindowContract['requests']
        if (failing.has(name)) throw new Error(`${name} fails in this test`)
        const schema = windowContract.requests[known]
        const handler = own[known] as (parsed: unknown) => unknown
        return schema.output.parse(await handler(schema.input.parse(input)))
      },
      onChanged: data.onTold,
    },
  }
}
