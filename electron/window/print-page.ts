import type { WebContents } from 'electron'
import type { Printed } from '../ipc/window-logins.ts'

/** Asks for a printer and prints what the page has for paper. A person who closes the dialog printed nothing. */
export async function printPage(contents: WebContents): Promise<Printed> {
  try {
    return await new Promise((resolve) => {
      contents.print({ printBackground: false }, (success, detail) =>
        resolve(success ? { ok: true } : { ok: false, detail }),
      )
    })
  } catch (fault) {
    return { ok: false, detail: fault instanceof Error ? fault.message : String(fault) }
  }
}
