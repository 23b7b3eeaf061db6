import type { Caller } from '../ipc/serve-window.ts'
import { isOurUrl } from './page-origin.ts'

/** Only the app's own page, in a window's main frame, is answered; a frame inside it would be somebody else's. */
export function isOurPage(caller: Caller): boolean {
  return caller.isMainFrame && isOurUrl(caller.url)
}
