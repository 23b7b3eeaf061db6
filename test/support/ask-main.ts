import { type Snapshot, snapshot as snapshotSchema } from '../../electron/ipc/window-contract.ts'
import type { OwnApp } from './own-app.ts'
import { waitUntil } from './wait-until.ts'

/** Main as the page's bridge reaches it, without the page's own code in between. */
export type Main = {
  /** Sends whatever a page could send. A refusal comes back as the text `refused: …`. */
  ask(name: string, input: unknown): Promise<unknown>
  snapshot(): Promise<Snapshot>
  /** Waits until the snapshot is as `question` wants it; `what` says what for. */
  until(what: string, question: (snapshot: Snapshot) => boolean): Promise<void>
}

export function askMain(app: OwnApp): Main {
  const ask = (name: string, input: unknown): Promise<unknown> =>
    app
      .page()
      .evaluate(
        ([wanted, value]) =>
          window.companion.call(wanted, value).catch((fault: unknown) => `refused: ${String(fault)}`),
        [name, input] as const,
      )
  const snapshot = async (): Promise<Snapshot> => snapshotSchema.parse(await ask('snapshot', null))
  return {
    ask,
    snapshot,
    async until(what, question) {
      const last = async (): Promise<string> => `${what}: ${JSON.stringify((await snapshot()).relay)}`
      // A snapshot keeps page, main and relay busy: asked without a pause they would have no time for what is awaited.
      await waitUntil(last, async () => question(await snapshot()), 30_000, 80)
    },
  }
}
