import type { Locator, Page } from 'playwright-core'

/** The value beside a label of a list of values to type somewhere else, on a page or in a part of it. */
export function valueNamed(page: Page | Locator, label: string): Promise<string> {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })
  // Below the value itself may stand how to read it aloud.
  return term.locator('xpath=following-sibling::dd[1]/span[1]').innerText()
}
