import { afterAll, describe, expect, it } from 'vitest'
import { loginKind } from '../../electron/ipc/window-logins.ts'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { askMain } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { officeSettings } from '../support/office-settings.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { keyboard } from '../support/pages/hands.ts'

const howMany = 2000
const passwordHash = createPasswordHash('the same for all')
const app = await openOwnApp({
  settings: {
    setUpDone: true,
    users: officeSettings('firm.example').users,
    logins: Array.from({ length: howMany }, (_, index) => ({
      name: `program-${index}`,
      user: 'office',
      status: 'active' as const,
      auth: 'password' as const,
      passwordHash,
      kind: loginKind.options[index % loginKind.options.length],
    })),
  },
})
afterAll(() => app.close())

const page = app.page()
const rows = page.getByRole('table', { name: 'Sign-ins' }).getByRole('row')
const opener = (index: number) => rows.getByRole('button', { name: `program-${index}`, exact: true })

/** Milliseconds from the press to the painted table, as the page itself sees them. */
async function timeToOpen(): Promise<number> {
  await companionPage(page).goTo('Home')
  return page.evaluate(async () => {
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    const startMs = performance.now()
    const rail = [...document.querySelectorAll<HTMLElement>('nav button')]
    rail.find(({ textContent }) => textContent?.includes('Set up a program'))?.click()
    while (!document.querySelector('table[aria-label="Sign-ins"] tbody tr')) await painted()
    await painted()
    return performance.now() - startMs
  })
}

describe('two thousand sign-ins', () => {
  it('are there at a press, though only those in sight are drawn', async () => {
    await askMain(app).until('a running relay', ({ relay }) => relay.status === 'running')
    await timeToOpen()
    const timesMs: number[] = []
    for (let opening = 0; opening < 9; opening += 1) timesMs.push(await timeToOpen())
    expect(timesMs.toSorted((one, other) => one - other)[4]).toBeLessThan(150)
    expect(await rows.count()).toBeLessThan(40)
    expect(await axeFindings(page)).toEqual([])
  })

  it('are reached with the keyboard alone, the last one too, and found by name', async () => {
    const hands = keyboard(page)
    await hands.type(page.getByLabel('Find a sign-in'), 'program-19')
    await page.getByText('111 sign-ins').waitFor()
    await hands.type(page.getByLabel('Find a sign-in'), 'p')
    await page.getByText('2000 sign-ins').waitFor()
    await page.keyboard.press('Tab')
    await opener(0).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('End')
    await opener(howMany - 1)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: `program-${howMany - 1}` }).waitFor()
    await page.keyboard.press('Escape')
    await opener(howMany - 1)
      .and(page.locator(':focus'))
      .waitFor()
    expect(app.running().pageErrors()).toEqual([])
  })
})
