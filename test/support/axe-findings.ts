import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it is now: the rule, and where. All its rules are asked. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Both as text, so that the page's content security policy has no say; axe stays there until the page is left.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source)
  // Of what is in order only the first is described: there is much of it, and nobody reads it.
  const found = await page.evaluate<readonly string[]>(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`)
  return found
}
