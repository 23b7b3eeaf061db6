import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../relay/queue/database.ts'
import { freePort } from '../support/free-port.ts'
import { officeSettings } from '../support/office-settings.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { seedQueue } from '../support/seeded-queue.ts'
import { waitUntil } from '../support/wait-until.ts'

const messages = 100_000
/** A person takes a window that stands still longer than this for frozen; free machines need a tenth of it. */
const frozenMs = 1000
let app: OwnApp

beforeAll(async () => {
  const { users, ...rest } = officeSettings('firm.example')
  const port = await freePort()
  const office = users.map((user) => Object.assign({}, user, { server: '127.0.0.1', port }))
  app = await openOwnApp({ settings: { ...rest, users: office, setUpDone: true } })
  await app.quit()
  const opened = await openDatabase(join(app.userDataDirectory, 'relay'))
  if (!opened.ok) throw new Error(opened.problem.reason)
  seedQueue(opened.value, messages)
  opened.value
    .statement(`UPDATE message SET subject = 'The very first CITTÀ' WHERE id = (SELECT min(id) FROM message)`)
    .run()
  opened.value.close()
  await app.openAgain()
  await companionPage(app.page()).goTo('Activity')
  // Asked while the relay still starts, the list says so, and offers to try again.
  const again = app.page().getByRole('button', { name: 'Try again' })
  await waitUntil('the rows', async () => {
    if (await again.isVisible()) await again.click()
    return (await app.page().getByRole('table').getByRole('row').count()) > 20
  })
})
afterAll(() => app.close())

const page = (): Page => app.page()
/** From now on the page notes how long it goes without a new frame; gives the longest so far. */
const watchFrames = (): Promise<void> =>
  page().evaluate(() => {
    let before = performance.now()
    document.body.dataset['longestFrameMs'] = '0'
    const frame = (now: number): void => {
      const longest = Math.max(Number(document.body.dataset['longestFrameMs']), now - before)
      document.body.dataset['longestFrameMs'] = String(longest)
      before = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
const longestFrameMs = (): Promise<number> =>
  page().evaluate(() => Number(document.body.dataset['longestFrameMs']))

describe(`Activity with ${messages} messages in the queue`, () => {
  it('finds the oldest as one types, capitals or not, and frames keep coming', async () => {
    await watchFrames()
    await page().getByRole('searchbox').fill('first città')
    await companionPage(page()).activityRow('The very first CITTÀ', 'Waiting').waitFor()
    await page().getByRole('searchbox').fill('')
    await companionPage(page()).text('more than 1,000 rows').waitFor()
    expect(await longestFrameMs()).toBeLessThan(frozenMs)
  })

  it('End goes straight to the oldest and Home back, arrow keys lead on, and frames keep coming', async () => {
    const focused = (): Promise<string | null> =>
      page().evaluate(() => document.activeElement?.closest('tr')?.textContent ?? null)
    await page().getByRole('table').getByRole('row').nth(1).getByRole('button').focus()
    await watchFrames()
    await page().keyboard.press('End')
    await companionPage(page()).activityRow('The very first CITTÀ', 'Waiting').waitFor({ timeout: 5000 })
    await waitUntil('the oldest to be reached', async () => (await focused())?.includes('CITTÀ') === true)
    await companionPage(page())
      .text(/are left out/)
      .waitFor()
    await page().keyboard.press('ArrowUp')
    await waitUntil('the row before', async () => (await focused())?.includes('Invoice') === true)
    await page().keyboard.press('Home')
    await waitUntil('the newest', async () => {
      const first = page().getByRole('table').getByRole('row').nth(1).getByRole('button')
      return first.evaluate((button) => button === document.activeElement)
    })
    expect(await longestFrameMs()).toBeLessThan(frozenMs)
  })
})
