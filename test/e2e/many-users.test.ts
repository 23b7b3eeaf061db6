import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { userSettings } from '../../electron/settings/settings-schema.ts'
import { officeSettings } from '../support/office-settings.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { paintedAfter } from '../support/painted-after.ts'

const userCount = 200
/** On a free machine it is under 100 ms; where other tests run beside this one, three times that. */
const instantMs = 300
let app: OwnApp

beforeAll(async () => {
  const [office] = officeSettings('yourcompany.example').users
  const users = Array.from({ length: userCount }, (_, index) =>
    userSettings.parse({ ...office, id: `branch ${index + 1}`, username: `s12345_${index + 1}` }),
  )
  app = await openOwnApp({ settings: { users, setUpDone: true } })
  await app.page().getByRole('navigation', { name: 'Main navigation' }).waitFor()
})
afterAll(() => app.close())

const page = (): Page => app.page()
const focused = (): Promise<string | null> =>
  page().evaluate(() => document.activeElement?.textContent ?? null)

/** The median of five, each `after` the way back. */
async function medianMs(measure: () => Promise<number>, after: () => Promise<void>): Promise<number> {
  const measured: number[] = []
  while (measured.length < 5) {
    measured.push(await measure())
    await after()
  }
  return measured.toSorted((one, other) => one - other)[2] ?? Number.POSITIVE_INFINITY
}

describe(`with ${userCount} SMTP+ users`, () => {
  it('Users opens at once the first time, too, before anything of it was read', async () => {
    const first: number[] = []
    while (first.length < 3) {
      await app.openAgain()
      await page().getByRole('navigation', { name: 'Main navigation' }).waitFor()
      first.push(await paintedAfter(page(), 'Users', 'table tbody tr'))
    }
    expect(Math.min(...first), first.join(' ms, ')).toBeLessThan(instantMs)
  })

  it('Users opens at once, and so does a user', async () => {
    const home = (): Promise<void> => companionPage(page()).goTo('Home')
    const opened = await medianMs(() => paintedAfter(page(), 'Users', 'table tbody tr'), home)
    await companionPage(page()).goTo('Users')
    const user = await medianMs(
      () => paintedAfter(page(), 'branch 2', 'aside form'),
      () => page().keyboard.press('Escape'),
    )
    expect({ opened, user }).toSatisfy(() => opened < instantMs && user < instantMs)
  })

  it('searching shows what matches as one types', async () => {
    await page().getByLabel('Search users').fill('s12345_17')
    await page().getByText('11 users').waitFor()
    await page().getByRole('row').getByRole('button', { name: 'branch 179', exact: true }).waitFor()
    await page().getByLabel('Search users').fill('')
    await page()
      .getByText(`${userCount + 1} users`)
      .waitFor()
  })

  it('arrow keys, End and Home go through all of them, though only those in sight are drawn', async () => {
    expect(await page().getByRole('row').count()).toBeLessThan(40)
    await page().getByRole('row').getByRole('button').first().focus()
    await page().keyboard.press('ArrowDown')
    expect(await focused()).toBe('branch 2')
    await page().keyboard.press('End')
    expect(await focused()).toBe('Practice')
    await page().keyboard.press('ArrowUp')
    expect(await focused()).toBe(`branch ${userCount}`)
    await page().keyboard.press('Enter')
    await page()
      .getByRole('complementary')
      .getByRole('heading', { name: `branch ${userCount}` })
      .waitFor()
    await page().keyboard.press('Escape')
    expect(await focused()).toBe(`branch ${userCount}`)
    await page().keyboard.press('Home')
    expect(await focused()).toBe('branch 1')
  })
})
