import { ipcMain, type WebContents } from 'electron'
import { answerRequest } from '../../relay/ipc/answer-request.ts'
import type { Handlers } from '../../relay/ipc/contract.ts'
import { callChannel, changedChannel } from './channels.ts'
import { type Delta, type WindowContract, windowContract } from './window-contract.ts'

/** Who calls: enough of Electron's event to decide whether it is our page. */
export type Caller = {
  readonly frame: { readonly url: string; readonly isMainFrame: boolean } | null
}

/** Refusals are loud: they reach the log, and the caller gets no more than the fact. */
export type Refused = { readonly name: string; readonly message: string }

/** Serves the contract to our own page; the one place where callers are told apart. */
export function serveWindow(
  isOurs: (caller: Caller) => boolean,
  handlers: Promise<Handlers<WindowContract>>,
  onRefused: (refused: Refused) => void,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    try {
      const frame = event.senderFrame
      const caller = { frame: frame && { url: frame.url, isMainFrame: frame === event.sender.mainFrame } }
      if (!isOurs(caller)) throw new Error('this caller is not the app’s own page')
      return await answerRequest(windowContract, await handlers, name, input)
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault)
      onRefused({ name: String(name).slice(0, 60), message })
      throw new Error(message, { cause: fault })
    }
  })
}

/** Tells one page what changed. Parsed on the way out, like every answer. */
export function tellWindow(page: WebContents, deltas: readonly Delta[]): void {
  if (!page.isDestroyed()) page.send(changedChannel, windowContract.events.changed.parse(deltas))
}
