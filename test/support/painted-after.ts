import type { Page } from 'playwright-core'

/**
 * Milliseconds from a press on the button called `name` until something that `shown` selects has been painted. They
 * are measured in the page, so that the way from the test to the page doesn't count.
 */
export function paintedAfter(page: Page, name: string, shown: string): Promise<number> {
  return page.getByRole('button', { name, exact: true }).evaluate(async (button: HTMLElement, wanted) => {
    const pressedAt = performance.now()
    button.click()
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => look())
      const look = (): void => {
        if (!document.querySelector(wanted)) return
        observer.disconnect()
        resolve()
      }
      observer.observe(document.body, { childList: true, subtree: true })
      look()
    })
    // What comes after a frame's callbacks comes after its painting.
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
    return performance.now() - pressedAt
  }, shown)
}
