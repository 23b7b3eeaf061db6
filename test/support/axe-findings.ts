import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it is now: the rule, and where. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Electron can't open the second page in which axe would otherwise gather its results.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
