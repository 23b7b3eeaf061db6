import { describe, expect, it, onTestFinished } from 'vitest'
import type { UserSettings } from '../../electron/settings/settings-schema.ts'
import type { ProbeVerdict } from '../../relay/domain/probe-report.ts'
import { en } from '../../renderer/words/en.ts'
import { it as italian } from '../../renderer/words/it.ts'
import { askMain, type Main } from '../support/ask-main.ts'
import { axeFindings } from '../support/axe-findings.ts'
import { type Fault, type FaultServers, startFaultServers } from '../support/fault-server.ts'
import { faults, foreignHost, lonelyFaults, slowFaults } from '../support/faults.ts'
import { freePort } from '../support/free-port.ts'
import { type OwnApp, openOwnApp } from '../support/own-app.ts'
import { type CheckPage, checkPage } from '../support/pages/check-page.ts'
import { companionPage } from '../support/pages/companion-page.ts'
import { waitUntil } from '../support/wait-until.ts'

const password = 'the password of this test'
const mailServer = 'mail.firm.example'
// Of the usual ports at 127.0.0.1 some may be in use on this computer.
const address = '127.94.7.1'
const { fine } = faults

function userAt(port: number): UserSettings {
  return {
    id: 'office',
    server: mailServer,
    port,
    encryption: 'starttls',
    username: 's1_2',
    status: 'active',
    priority: 3,
    note: '',
    authorizedDomains: '',
    authorizedSenders: 'info@firm.example',
    unauthorizedSenders: 'block',
  }
}

type Open = FaultServers & { app: OwnApp; main: Main; check: CheckPage; at(name: string): number }

/** The app in front of these faults, with its connection check open: the first of them is the user's. */
async function openCheck(
  table: Readonly<Record<string, Fault>>,
  language: 'en' | 'it' = 'en',
): Promise<Open> {
  const servers = await startFaultServers(table, { names: [mailServer], address })
  const [port = await freePort()] = servers.ports.values()
  const app = await openOwnApp({
    env: { NODE_EXTRA_CA_CERTS: servers.caFile },
    settings: { setUpDone: true, users: [userAt(port)], preferences: { language, theme: 'system' } },
    names: { [mailServer]: address, 'in.smtpok.com': address },
  })
  onTestFinished(() => app.close())
  const main = askMain(app)
  const words = { en, it: italian }[language]
  await main.ask('setPassword', { id: 'office', password, keep: 'until-quit' })
  await app.page().getByRole('button', { name: words.checklist.steps.credentials.press }).click()
  const check = checkPage(app.page(), words)
  await check.done()
  return { ...servers, app, main, check, at: (name) => servers.ports.get(name) ?? 0 }
}

describe('the connection check, for each fault of the port in use', () => {
  it('says cause and cure in one sentence, recommends nothing where nothing works, and sends nothing', async () => {
    const table = { ...lonelyFaults, ...faults }
    const { app, main, check, at, said } = await openCheck(table)
    const expectVerdict = async (name: string, verdict: ProbeVerdict): Promise<void> => {
      const { cause, cure } = en.probe.verdicts[verdict]
      const sentence = verdict === 'ok' ? `Everything works: “office” uses port ${at(name)}.` : cause
      let read = ''
      // A check that begins before the page knows of the change says nothing about it: it is asked for again.
      await waitUntil(
        () => `${name}: ${sentence}; it reads ${read}`,
        async () => {
          await check.again()
          read = await app.page().getByRole('main').innerText()
          return read.includes(sentence)
        },
      )
      if (verdict === 'ok') return
      expect(read, name).toContain(cure)
      expect(read, name).toMatch(/No port leads to|The connection is safe, and the server says no/)
      expect(
        await app
          .page()
          .getByRole('button', { name: /^Use port/ })
          .count(),
        name,
      ).toBe(0)
    }
    for (const [name, { verdict }] of Object.entries(table)) {
      await main.ask('updateUser', { id: 'office', port: at(name) })
      await expectVerdict(name, verdict)
    }
    // What was offered before and isn't any more was taken out on the way.
    await main.ask('updateUser', { id: 'office', port: at('no STARTTLS') })
    await expectVerdict('no STARTTLS, after it was there', 'starttls-stripped')
    await main.ask('updateUser', { id: 'office', server: 'no-such-server.invalid' })
    await expectVerdict('an unknown name', 'dns-failure')
    // TCP has no way to a broadcast address on any computer.
    await main.ask('updateUser', { id: 'office', server: '255.255.255.255' })
    await expectVerdict('no way', 'network-unreachable')
    expect(said().filter((line) => /^(?:RCPT|DATA)/i.test(line))).toEqual([])
    expect(app.running().pageErrors()).toEqual([])
  }, 240_000)

  it('says it in Italian too, each port in its own panel, and after eight seconds at most', async () => {
    const { 'nobody there': nobody, 'an expired certificate': expired } = faults
    const table = { expired, ...slowFaults }
    const { app, check, at } = await openCheck({ nobody, ...table }, 'it')
    const started = performance.now()
    await check.alsoAt(Object.keys(table).map(at))
    expect(performance.now() - started).toBeLessThan(12_000)
    for (const [name, { verdict }] of Object.entries(table)) {
      const panel = await check.open(at(name))
      const { word, cause, cure } = italian.probe.verdicts[verdict]
      expect(await panel.innerText(), name).toContain(word)
      expect(await panel.innerText(), name).toContain(`${cause} ${cure}`)
    }
    // What was seen is said in Italian, too: here of the certificate.
    const seen = await (await check.open(at('expired'))).innerText()
    expect(seen).toMatch(
      /Non accettato \(CERT_HAS_EXPIRED\)\. Per .*; rilasciato da .*; valido dal \S+ al \d{4}-/,
    )
    expect(await axeFindings(app.page())).toEqual([])
  })
})

describe('the connection check, by what other ports show', () => {
  it('knows what was taken out and who is in between, and the good port is adopted with one press', async () => {
    const { 'no STARTTLS': bare, 'an authority nobody knows': unknown } = lonelyFaults
    const { app, main, check, at } = await openCheck({ bare, unknown, fine })
    await check.alsoAt([at('bare'), at('unknown'), at('fine')])
    await check.says(`Port ${at('fine')} works from here. “office” uses port ${at('bare')}:`).waitFor()
    await check.says(en.probe.verdicts['starttls-stripped'].cause).waitFor()
    await check.says(en.probe.why['only-one']).waitFor()
    const panel = await check.open(at('unknown'))
    expect(await panel.innerText()).toContain(en.probe.verdicts.intercepted.cause)
    await companionPage(app.page()).press(`Use port ${at('fine')}`)
    await check.says(`“office” uses port ${at('fine')} from now on.`).waitFor()
    expect((await main.snapshot()).users.find(({ id }) => id === 'office')?.port).toBe(at('fine'))
  })

  it('knows another host by its greeting, and of SMTP+ that it always encrypts', async () => {
    const { 'another host greets': foreign, 'the host itself': own } = foreignHost
    const table = { foreign, own, bare: lonelyFaults['no STARTTLS'] }
    const { main, check, at } = await openCheck(table)
    await check.alsoAt([at('foreign'), at('own')])
    await check.says(`Port ${at('own')} works from here. “office” uses port ${at('foreign')}:`).waitFor()
    await check.says(en.probe.verdicts.intercepted.cause).waitFor()
    await main.ask('updateUser', { id: 'office', server: 'in.smtpok.com', port: 2525 })
    await check.again()
    await check.alsoAt([at('bare')])
    await check.says(en.probe.verdicts['starttls-stripped'].cause).waitFor()
    await check.says(en.probe.verdicts['starttls-stripped'].cure).waitFor()
  })
})
