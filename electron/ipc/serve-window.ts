import { ipcMain, type WebContents } from 'electron'
import { callChannel, changedChannel } from './channels.ts'

/** Who calls: enough of Electron's event to decide whether it is our page. */
export type Caller = { readonly url: string; readonly isMainFrame: boolean }

export type Answer = (name: unknown, input: unknown) => Promise<unknown>

/** Refusals are loud: they reach the log and the caller. */
export type OnRefused = (name: string, message: string) => void

/**
 * Serves the window contract to our own page; the one place where callers are told apart. `answer` may
 * take its time: a page that is quicker than the rest of the start waits.
 */
export function serveWindow(
  isOurs: (caller: Caller) => boolean,
  answer: () => Promise<Answer>,
  onRefused: OnRefused,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    try {
      const frame = event.senderFrame
      const isMainFrame = frame !== null && frame === event.sender.mainFrame
      if (!frame || !isOurs({ url: frame.url, isMainFrame }))
        throw new Error('this caller is not the app’s own page')
      return await (await answer())(name, input)
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault)
      onRefused(String(name).slice(0, 60), message)
      throw new Error(message, { cause: fault })
    }
  })
}

/** Tells one page what changed; `deltas` were parsed by whoever made them. */
export function tellWindow(page: WebContents, deltas: unknown): void {
  if (!page.isDestroyed()) page.send(changedChannel, deltas)
}
