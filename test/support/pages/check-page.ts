import type { Locator, Page } from 'playwright-core'
import type { Words } from '../../../renderer/words/en.ts'

/** The connection check, by the names a person reads in one language. */
export type CheckPage = {
  /** Presses Check again, and waits until all ports are done. */
  again(): Promise<void>
  /** Waits until nothing is being checked any more. */
  done(): Promise<void>
  /** Looks at these ports, too, and waits for them. */
  alsoAt(ports: readonly number[]): Promise<void>
  /** text above the table: the one sentence, with what to do */
  says(text: string): Locator
  /** the steps of a port, in its panel */
  open(port: number): Promise<Locator>
}

export function checkPage(page: Page, { probe }: Words): CheckPage {
  const main = page.getByRole('main')
  const again = page.getByRole('button', { name: probe.again, exact: true })
  const done = (): Promise<void> => again.waitFor()
  return {
    again: async () => {
      await again.click()
      await done()
    },
    done,
    alsoAt: async (ports) => {
      await page.getByLabel(probe.otherPort).fill(ports.join(', '))
      await page.getByRole('button', { name: probe.checkPort }).click()
      await done()
    },
    says: (text) => main.getByText(text).first(),
    open: async (port) => {
      await main
        .getByRole('button', { name: probe.details.replace('{{port}}', String(port)), exact: true })
        .click()
      const panel = page.getByRole('complementary')
      await panel.getByRole('listitem').first().waitFor()
      return panel
    },
  }
}
