import type { Locator, Page } from 'playwright-core'
import { type Hands, pointer } from './hands.ts'
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
  /** `unverified`: takes off the tick that says they are verified in MailUp already. */
  authorize(entries: string, unverified?: 'unverified'): Promise<void>
  /** Asks for the code, and types the one that `readMail` finds. */
  verifyFirst(entry: string, readMail: () => Promise<string>): Promise<void>
  /** A program of the list, with the name that is suggested for its sign-in. */
  chooseProgram(name: string): Promise<void>
  makeSignIn(program: string): Promise<ShownSignIn>
  sendFirstMessage(from: string, to: string): Promise<void>
  waitForProgram(): Promise<void>
  /** a line of the progress of the first message */
  progress(text: string | RegExp): Locator
  finish(): Promise<void>
  /** Everything typed or chosen so far, one entry a field or choice; going on ("Continue") is neither. */
  answers(): readonly string[]
}

export type WizardOptions = {
  /** default: pointing */
  readonly hands?: Hands
  /** called at each question before it is answered */
  readonly atQuestion?: (question: string) => Promise<void>
}

/** The questions of the first launch, answered by what a person reads on them. */
export function wizardPage(page: Page, { hands = pointer, atQuestion }: WizardOptions = {}): WizardPage {
  const answers: string[] = []
  const press = (name: string | RegExp): Promise<void> => hands.press(page.getByRole('button', { name }))
  const choose = (name: string): Promise<void> => {
    answers.push(name)
    return press(name)
  }
  const question = async (name: string): Promise<void> => {
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await atQuestion?.(name)
  }
  const fill = (label: string, text: string): Promise<void> => {
    answers.push(label)
    return hands.type(page.getByLabel(label, { exact: true }), text)
  }

  return {
    choosePractice: async () => {
      await question('Welcome')
      await choose('Just try it')
    },
    chooseOwnUser: async () => {
      await question('Welcome')
      await choose('I have an SMTP+ user')
    },
    enterCredentials: async ({ username, password, server, port }) => {
      await question('Your SMTP+ user')
      await fill('User name', username)
      await fill('Password', password)
      if (server !== undefined || port !== undefined) {
        await hands.press(page.getByText(/^Server .*, port \d+, STARTTLS$/))
        await fill('Server', server ?? 'in.smtpok.com')
        await fill('Port', String(port ?? 2525))
      }
      await press('Continue')
    },
    goOn: () => press('Continue'),
    authorize: async (entries, unverified) => {
      await question('Who may send?')
      await fill('Domains and addresses', entries)
      if (unverified) {
        answers.push('They are verified in MailUp already')
        await page.getByLabel('They are verified in MailUp already').click()
      }
      await press('Continue')
    },
    verifyFirst: async (entry, readMail) => {
      await question('The first message')
      await page.getByText(`Before something can be sent, ${entry} has to be verified`).waitFor()
      await press('Mail me a code')
      await fill('Code from the mail', await readMail())
      await press(/^Verify$/)
    },
    chooseProgram: async (name) => {
      await question('Which program?')
      answers.push(name)
      await hands.press(page.getByRole('button', { name, exact: true }))
      await question('A sign-in for your first program')
      await press('Make the sign-in')
      await question('Type these into your program')
      await press('I have copied it')
    },
    makeSignIn: async (program) => {
      await question('Which program?')
      await choose('Mine isn’t here')
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
      // Filled in already, mostly.
      if ((await page.getByLabel('From', { exact: true }).inputValue()) !== from) await fill('From', from)
      if ((await page.getByLabel('To', { exact: true }).inputValue()) !== to) await fill('To', to)
      await press('Send the message')
    },
    waitForProgram: async () => {
      await question('The first message')
      answers.push('From my program')
      await page.getByText('From my program').click()
    },
    progress: (text) => page.getByRole('listitem').filter({ hasText: text }),
    finish: () => press('Finish'),
    answers: () => answers,
  }
}
