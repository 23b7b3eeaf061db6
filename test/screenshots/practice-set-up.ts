import type { Page } from 'playwright-core'
import type { Words } from '../../renderer/words/en.ts'

export type SignIn = { readonly username: string; readonly password: string }

/** Goes through the wizard as a person would who just wants to try it; gives the sign-in that it made. */
export async function setUpOnPractice(
  page: Page,
  words: Words,
  take: (name: string) => Promise<void>,
): Promise<SignIn> {
  const { wizard, common, setUp, firstMessage } = words
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click()
  const question = (name: string): Promise<void> => page.getByRole('heading', { name }).waitFor()

  await question(wizard.choice.title)
  await take('wizard')
  await press(wizard.choice.practice)

  await question(wizard.senders.title)
  await page.getByLabel(words.senders.both).fill(wizard.senders.practiceExample)
  await take('wizard-senders')
  await press(common.next)

  await question(setUp.guide.title)
  await take('wizard-program')
  await press(setUp.guide.notHere)
  await question(wizard.signIn.title)
  await press(setUp.make)
  await question(wizard.signIn.ready)
  await take('wizard-sign-in')
  const valueOf = async (label: string): Promise<string> =>
    page
      .locator('dt', { hasText: label })
      .first()
      .locator('xpath=following-sibling::dd[1]/span[1]')
      .innerText()
  const signIn = {
    username: await valueOf(common.fields.username),
    password: await valueOf(common.fields.password),
  }
  await press(setUp.copied)

  await question(wizard.message.title)
  await page.getByRole('textbox', { name: common.fields.from }).fill(`info@${wizard.senders.practiceExample}`)
  await page.getByRole('textbox', { name: common.fields.to, exact: true }).fill('anna@customer.example')
  await press(firstMessage.send)
  await page.getByText(firstMessage.lines.sentPractice.split('{{')[0] ?? '').waitFor()
  await take('wizard-first-message')
  await press(wizard.message.finish)
  return signIn
}
