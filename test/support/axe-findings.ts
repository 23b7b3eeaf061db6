import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Resolves once nothing moves any more: what fades in is pale meanwhile. What turns forever isn't waited for. */
const standStill = `Promise.allSettled(
  document
    .getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
    .map((animation) => animation.finished))`

// Of what is in order only the first is described: there is much of it, and nobody reads it.
const findings = `
  axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

/** What axe finds wrong with the page once it stands still: the rule, and where. All its rules are asked. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // As text, so that the page's content security policy has no say; axe stays there until the page is left.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source)
  await page.evaluate(standStill)
  return page.evaluate<readonly string[]>(findings)
}
