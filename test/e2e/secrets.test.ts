import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { keychainAccount } from '../../relay/secrets/keychain-item.ts'
import { makeCanary, processTree } from '../support/canary.ts'
import { makeAuthority } from '../support/certificates.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { startStagedUpstream } from '../support/staged-upstream.ts'
import { waitUntil } from '../support/wait-until.ts'

// A password nobody else has, typed once; then everything the app wrote, shows or holds is searched for it.
const username = 's777_1'
const canary = makeCanary(username)
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const keyring = await startKeyringSession()
const folder = await mkdtemp(join(tmpdir(), 'secrets-'))
const authority = await makeAuthority(folder)
const { keyFile, certFile } = await authority.issue()
const upstream = await startStagedUpstream(
  {},
  { key: await readFile(keyFile), cert: await readFile(certFile) },
)
const app = await openOwnApp({
  keyring,
  env: { NODE_EXTRA_CA_CERTS: authority.caFile },
  settings: { setUpDone: true },
})
afterAll(async () => {
  await app.close()
  await upstream.stop()
  await keyring.stop()
  await rm(folder, { recursive: true, force: true })
})

const companion = (): ReturnType<typeof companionPage> => companionPage(app.page())
const field = (label: string): Locator =>
  app.page().getByRole('complementary').getByLabel(label, { exact: true })

async function heapOfThePage(): Promise<Buffer> {
  const session = await app.page().context().newCDPSession(app.page())
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return Buffer.from(chunks.join(''))
}

describe('a password that was typed into the app', () => {
  it('is stored in the keychain, and used to sign in', async () => {
    await companion().goTo('Users')
    await companion().press('Add an SMTP+ user')
    await field('User name').fill(username)
    await field('Server').fill('localhost')
    await field('Port').fill(String(upstream.port))
    await field('Password').fill(canary.text)
    await field('Name in this app').fill('office')
    await app.page().getByRole('complementary').getByRole('button', { name: 'Save', exact: true }).click()
    await waitUntil('the password in the keychain', async () =>
      (await keyring.search('username', keychainAccount('office'))).includes(canary.text),
    )
    // Once all of it is saved, the app leads on to the senders by itself.
    await field('Name in this app').waitFor({ state: 'detached' })
    await companion().goTo('Users')
    await app.page().getByRole('row').getByRole('button', { name: 'office', exact: true }).click()
    await app.page().getByRole('button', { name: 'Check now', exact: true }).click()
    const line = await waitUntil('a sign-in', () =>
      upstream.commands.find((one) => /^AUTH PLAIN /i.test(one)),
    )
    expect(line.split(' ')[2]).toBe(base64(`\0${username}\0${canary.text}`))
  })

  it('is in no file of the app and in nothing it printed', async () => {
    await waitUntil('the saved user', async () =>
      (await readFile(join(app.userDataDirectory, 'settings.json'), 'utf8')).includes(username),
    )
    expect(await canary.leaksIn(app.userDataDirectory)).toEqual([])
    expect(canary.formsIn(Buffer.from(app.running().output()))).toEqual([])
  })

  it('is in no environment and no command line of its processes', async () => {
    const pids = await processTree(app.running().app.process().pid ?? 0)
    expect(pids.length).toBeGreaterThan(3)
    for (const pid of pids) {
      for (const name of ['environ', 'cmdline']) {
        const bytes = await readFile(`/proc/${pid}/${name}`).catch(() => Buffer.alloc(0))
        expect(canary.formsIn(bytes), `${name} of ${pid}`).toEqual([])
      }
    }
  })

  it('is not in the clipboard and not in the page once its form is closed', async () => {
    const copied = await app.running().app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).not.toContain(canary.text)
    const heap = await waitUntil('a heap without it', async () => {
      const bytes = await heapOfThePage()
      return canary.formsIn(bytes).length === 0 ? bytes : null
    })
    // What the page shows is in the heap, so the search would have found it.
    expect(heap.includes(Buffer.from(username))).toBe(true)
  })

  it('is still nowhere after the relay crashed and the app quit', async () => {
    process.kill(await app.relayProcessId(), 'SIGSEGV')
    await app.quit()
    expect(await canary.leaksIn(app.userDataDirectory)).toEqual([])
    expect(canary.formsIn(Buffer.from(app.running().output()))).toEqual([])
  })
})
