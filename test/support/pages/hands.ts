import type { Locator, Page } from 'playwright-core'

/** How a page is answered: by pointing at what is meant, or with the keyboard alone. */
export type Hands = {
  press(target: Locator): Promise<void>
  /** Replaces what stands in a field. */
  type(target: Locator, text: string): Promise<void>
}

export const pointer: Hands = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
}

/** More stops than any screen of the app has. */
const tabLimit = 150

/** Tab until the target has the focus, then Enter or the text. Rejects when Tab doesn't lead there. */
export function keyboard(page: Page): Hands {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let presses = 0; presses < tabLimit; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${target.toString()}`)
  }
  return {
    press: async (target) => {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    type: async (target, text) => {
      await reach(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
  }
}
