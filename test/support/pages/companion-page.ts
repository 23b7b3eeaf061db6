import type { Locator, Page } from 'playwright-core'

export type ScreenTitle =
  | 'Home'
  | 'Users'
  | 'Senders'
  | 'Set up a program'
  | 'Activity'
  | 'Alerts'
  | 'Settings'

export type CompanionPage = {
  goTo(screen: ScreenTitle | 'Practice mailbox'): Promise<void>
  press(name: string | RegExp): Promise<void>
  /** any text that can be seen */
  text(text: string | RegExp): Locator
  /** the one sentence of Home */
  sentence(text: string | RegExp): Locator
  /** a row of Activity that holds all of these texts */
  activityRow(...texts: readonly string[]): Locator
  openActivityRow(...texts: readonly string[]): Promise<Locator>
  /** Types a new password of an SMTP+ user, starting from the button that leads there. */
  replacePassword(password: string): Promise<void>
}

/** The app after its set-up, by the names a person reads. */
export function companionPage(page: Page): CompanionPage {
  const activityRow = (...texts: readonly string[]): Locator =>
    texts.reduce((rows, text) => rows.filter({ hasText: text }), page.getByRole('row'))
  return {
    goTo: async (screen) => {
      await page
        .getByRole('navigation', { name: 'Main navigation' })
        .getByRole('button', { name: screen })
        .click()
      await page.getByRole('heading', { name: screen, level: 1 }).waitFor()
    },
    press: (name) => page.getByRole('button', { name }).click(),
    text: (text) => page.getByText(text).first(),
    sentence: (text) => page.getByRole('main').getByText(text).first(),
    activityRow,
    openActivityRow: async (...texts) => {
      await activityRow(...texts)
        .getByRole('button')
        .click()
      const panel = page.getByRole('complementary')
      await panel.waitFor()
      return panel
    },
    replacePassword: async (password) => {
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    },
  }
}
