import type { Printed } from '../ipc/window-logins.ts'
import { externalLinks } from '../security/external-links.ts'
import { type Desk, type Office, save } from './office.ts'

/** The parts of the desktop these calls need. */
export type Desktop = {
  copy(text: string): Promise<void>
  /** Asks where to write a file, beginning with this name; null: the person thought better of it. */
  askWhereToSave(name: string): Promise<string | null>
  /** Asks for a file to read; null: the person thought better of it. */
  askWhichFile(): Promise<string | null>
  /** Opens an address of the allow-list in the system's browser. */
  open(url: string): Promise<void>
  /** Prints what the page has for paper, on a printer that the person chooses. */
  print(): Promise<Printed>
  setTheme(theme: 'light' | 'dark' | 'system'): void
}

export function preferencesDesk(
  office: Office,
  desktop: Desktop,
): Desk<'setPreferences' | 'finishSetUp' | 'skipStep' | 'copyText' | 'openLink'> {
  return {
    setPreferences(preferences) {
      requireSaved(save(office, (settings) => ({ ...settings, preferences })))
      desktop.setTheme(preferences.theme)
      return null
    },
    finishSetUp() {
      requireSaved(save(office, (settings) => ({ ...settings, setUpDone: true })))
      return null
    },
    skipStep({ step, skipped }) {
      requireSaved(
        save(office, (settings) => {
          const others = settings.checklist.skipped.filter((one) => one !== step)
          const next = skipped ? [...others, step] : others
          return { ...settings, checklist: { ...settings.checklist, skipped: next } }
        }),
      )
      return null
    },
    async copyText({ text }) {
      await desktop.copy(text)
      return null
    },
    async openLink({ link }) {
      await desktop.open(externalLinks[link])
      return null
    },
  }
}

// These calls have no form to show a problem in: the call itself fails, and the page says so.
function requireSaved(saved: ReturnType<typeof save>): void {
  if (!saved.ok) throw new Error('the settings could not be saved')
}
