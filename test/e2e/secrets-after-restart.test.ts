import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSaveDialog } from '../support/answer-dialog.ts'
import { askMain } from '../support/ask-main.ts'
import { makeCanary, memoryOf, processTree } from '../support/canary.ts'
import { makeAuthority } from '../support/certificates.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { relayWithABug } from '../support/relay-with-a-bug.ts'
import { startStagedUpstream } from '../support/staged-upstream.ts'
import { sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

// A password that was stored in an earlier run of the app: this run's page never had it, its relay uses it.
const username = 's777_1'
const canary = makeCanary(username)
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
const main = askMain(app)
const signIns = (): number => upstream.commands.filter((line) => /^AUTH PLAIN /i.test(line)).length
const logged = (file: 'app.log' | 'relay.log' = 'app.log'): Promise<string> =>
  readFile(join(app.userDataDirectory, 'logs', file), 'utf8')
const nowhere = async (): Promise<void> => {
  expect(await canary.leaksIn(app.userDataDirectory)).toEqual([])
  expect(canary.formsIn(Buffer.from(app.running().output()))).toEqual([])
}
/** The relay asks main for the password, and has it in memory. */
const useThePassword = async (): Promise<void> => {
  const before = signIns()
  await companionPage(app.page()).goTo('Home')
  await companionPage(app.page()).goTo('Users')
  await app.page().getByRole('row').getByRole('button', { name: 'office', exact: true }).click()
  await app.page().getByRole('button', { name: 'Check now', exact: true }).click()
  await waitUntil('a sign-in', () => signIns() > before)
}

beforeAll(async () => {
  const connection = { server: 'localhost', port: upstream.port, encryption: 'starttls', note: '' }
  await main.ask('addUser', { id: 'office', ...connection, username })
  await main.ask('setPassword', { id: 'office', password: canary.text, keep: 'keychain' })
  await main.ask('setRules', {
    id: 'office',
    authorizedDomains: 'firm.example',
    authorizedSenders: '',
    unauthorizedSenders: 'block',
    alreadyVerified: true,
  })
  await app.openAgain()
  await main.until('a running relay', ({ relay }) => relay.status === 'running')
})
afterAll(async () => {
  await app.close()
  await upstream.stop()
  await keyring.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a password that was stored before the app was started', () => {
  it('is used, and never in the memory of the page’s process', async () => {
    await useThePassword()
    const page = await app
      .running()
      .app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
    const found = new Set<string>()
    let shown = false
    for await (const piece of memoryOf(page ?? 0)) {
      for (const form of canary.formsIn(piece)) found.add(form)
      shown ||= piece.includes(username) || piece.includes(Buffer.from(username, 'utf16le'))
    }
    // What the page shows is found by the same search.
    expect(shown).toBe(true)
    expect([...found]).toEqual([])
  })

  it('is in no environment and no command line', async () => {
    const pids = await processTree(app.running().app.process().pid ?? 0)
    expect(pids).toContain(await app.relayProcessId())
    for (const pid of pids) {
      for (const name of ['environ', 'cmdline']) {
        const bytes = await readFile(`/proc/${pid}/${name}`).catch(() => Buffer.alloc(0))
        expect(canary.formsIn(bytes), `${name} of ${pid}`).toEqual([])
      }
    }
  })

  it('is in nothing that can be saved: settings, history, the report for support, the journal', async () => {
    const login = z
      .looseObject({ password: z.string() })
      .parse(await main.ask('addLogin', { name: 'till', user: 'office', kind: 'accounting' }))
    await main.until('the sign-in in force', ({ relay }) => relay.inForce === relay.saved)
    const mail = 'From: info@firm.example\r\nSubject: Invoice 2031\r\n\r\nGood morning.\r\n'
    await sendWithSwaks({
      port: app.port,
      username: 'till',
      password: login.password,
      mailFrom: 'info@firm.example',
      recipients: ['ann@customer.example'],
      message: mail,
    })
    await waitUntil('the message upstream', () => upstream.commands.some((line) => /^MAIL FROM/i.test(line)))
    const saves = [
      ['settings.json', 'exportSettings', null, username],
      ['support.txt', 'saveSupportReport', { withAddresses: true }, 'localhost'],
      ['journal.csv', 'exportJournal', { filter: {} }, 'Invoice 2031'],
    ] as const
    for (const [file, call, input, holds] of saves) {
      const path = join(folder, file)
      await answerSaveDialog(app, path)
      expect(await main.ask(call, input)).toMatchObject({ path })
      const bytes = await readFile(path)
      expect(bytes.includes(holds), file).toBe(true)
      expect(canary.formsIn(bytes), file).toEqual([])
    }
    const history = JSON.stringify(await main.ask('listHistory', { before: null, limit: 50 }))
    expect(history).toContain('office')
    expect(canary.formsIn(Buffer.from(history))).toEqual([])
  })

  it('is in no log and no dump after the relay ended with an error nobody caught', async () => {
    const buggy = await relayWithABug(app, folder)
    process.kill(await app.relayProcessId(), 'SIGKILL')
    await main.until('the relay after a kill', ({ relay }) => relay.status === 'running')
    await useThePassword()
    const plain = Buffer.from(`\0${username}\0${canary.text}`).toString('base64')
    await buggy.throwOnce(`a bug of the relay\nAUTH PLAIN ${plain}\npassword=${canary.text}`)
    const end = async (): Promise<string> => `the end of the relay in the log: ${await logged()}`
    await waitUntil(end, async () => (await logged()).includes("the relay's process ended with code 1"))
    // What is needed to find it, and nothing else of what the error knew.
    const told = await logged('relay.log')
    expect(told).toMatch(
      / a bug: Error: a bug of the relay\n.* AUTH PLAIN \[secret\]\n.*\n.* {4}at .*relay-with-a-bug\.mjs/,
    )
    await main.until('the relay after a bug', ({ relay }) => relay.status === 'running')
    await nowhere()
  })

  it('is in no log and no dump after main ended with an error nobody caught', async () => {
    const { app: electron } = app.running()
    const dumps = await electron.evaluate(({ app: running }) => running.getPath('crashDumps'))
    // So that the search below goes through them, too.
    expect(dumps.startsWith(app.userDataDirectory)).toBe(true)
    const process = electron.process()
    const ended = new Promise((resolve) => process.once('exit', resolve))
    await electron
      .evaluate(
        () =>
          void setTimeout(() => {
            throw new Error('a bug of main')
          }),
      )
      .catch(() => undefined)
    expect(await ended).toBe(70)
    expect(await logged()).toContain('a bug: Error: a bug of main')
    await nowhere()
  })
})
