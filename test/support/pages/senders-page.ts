import type { Locator, Page } from 'playwright-core'

export type SendersPage = {
  /** The row of an entry, with its state in words. */
  entry(entry: string): Locator
  /** Opens an entry; gives its panel. */
  open(entry: string): Promise<Locator>
  /** Puts an entry behind the last one of its list, to be verified here or verified in MailUp, and saves. */
  add(entry: string, verified: 'To be verified here' | 'Verified in MailUp already'): Promise<void>
  takeOff(entry: string): Promise<void>
  /** Tries a sender; gives the decision. */
  tryOut(mailFrom: string, message?: string): Promise<Locator>
  showLists(): Promise<void>
}

/** The Senders screen, by what a person reads on it. */
export function sendersPage(page: Page): SendersPage {
  const entry = (text: string): Locator =>
    page.getByRole('table', { name: 'Entries of both lists' }).getByRole('row').filter({ hasText: text })
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
  const open = async (text: string): Promise<Locator> => {
    await page.getByRole('button', { name: text, exact: true }).click()
    const panel = page.getByRole('complementary', { name: text })
    await panel.waitFor()
    return panel
  }
  const showView = (name: string): Promise<void> => page.getByText(name, { exact: true }).first().click()
  return {
    entry,
    open,
    add: async (text, verified) => {
      const field = page.getByLabel(text.includes('@') ? 'Authorized senders' : 'Authorized domains')
      const before = await field.inputValue()
      await field.fill(before === '' ? text : `${before};${text}`)
      await page.getByLabel(verified).click()
      await press('Save')
      await entry(text).waitFor()
    },
    takeOff: async (text) => {
      const panel = await open(text)
      await panel.getByRole('button', { name: 'Take it off the list' }).click()
      await panel.getByRole('alert').getByRole('button', { name: 'Take it off the list' }).click()
      await panel.waitFor({ state: 'detached' })
    },
    tryOut: async (mailFrom, message) => {
      await showView('Try a sender')
      await page.getByLabel('Envelope sender').fill(mailFrom)
      if (message !== undefined) await page.getByLabel('Message', { exact: true }).fill(message)
      await press('Try it')
      return page.getByRole('region', { name: 'The decision' })
    },
    showLists: () => showView('Who may send'),
  }
}
