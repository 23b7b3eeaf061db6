import type { Locator, Page } from 'playwright-core'
import { valueNamed } from './value-named.ts'

export type ShownSignIn = {
  readonly server: string
  readonly port: number
  readonly username: string
  readonly password: string
}

export type WizardPage = {
  choosePractice(): Promise<void>
  chooseOwnUser(): Promise<void>
  /** Server and port lie folded under what is filled in for SMTP+. */
  enterCredentials(user: {
    readonly username: string
    readonly password: string
    readonly server?: string
    readonly port?: number
  }): Promise<void>
  /** "Continue" on the question at hand */
  goOn(): Promise<void>
  authorize(entries: string): Promise<void>
  makeSignIn(program: string): Promise<ShownSignIn>
  sendFirstMessage(from: string, to: string): Promise<void>
  waitForProgram(): Promise<void>
  /** a line of the progress of the first message */
  progress(text: string | RegExp): Locator
  finish(): Promise<void>
}

/** The questions of the first launch, answered by what a person reads on them. */
export function wizardPage(page: Page): WizardPage {
  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click()
  const question = (name: string): Promise<void> => page.getByRole('heading', { name, level: 1 }).waitFor()
  const fill = (label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(text)

  return {
    choosePractice: async () => {
      await question('Welcome')
      await press('Just try it')
    },
    chooseOwnUser: async () => {
      await question('Welcome')
      await press('I have an SMTP+ user')
    },
    enterCredentials: async ({ username, password, server, port }) => {
      await question('Your SMTP+ user')
      await fill('User name', username)
      await fill('Password', password)
      if (server !== undefined || port !== undefined) {
        await page.getByText(/^Server .*, port \d+, STARTTLS$/).click()
        await fill('Server', server ?? 'in.smtpok.com')
        await fill('Port', String(port ?? 2525))
      }
      await press('Continue')
    },
    goOn: () => press('Continue'),
    authorize: async (entries) => {
      await question('Who may send?')
      await fill('Domains and addresses', entries)
      await press('Continue')
    },
    makeSignIn: async (program) => {
      await question('Which program?')
      await press('Mine isn’t here')
      await question('A sign-in for your first program')
      await fill('Name of the program', program)
      await press('Make the sign-in')
      await question('Type these into your program')
      const shown = {
        server: await valueNamed(page, 'Server'),
        port: Number(await valueNamed(page, 'Port')),
        username: await valueNamed(page, 'User name'),
        password: await valueNamed(page, 'Password'),
      }
      await press('I have copied it')
      return shown
    },
    sendFirstMessage: async (from, to) => {
      await question('The first message')
      await fill('From', from)
      await fill('To', to)
      await press('Send the message')
    },
    waitForProgram: async () => {
      await question('The first message')
      await page.getByText('From my program').click()
    },
    progress: (text) => page.getByRole('listitem').filter({ hasText: text }),
    finish: () => press('Finish'),
  }
}
