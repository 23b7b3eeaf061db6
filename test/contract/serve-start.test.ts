import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { addLogin, officeUser, writeConfiguration } from '../support/configuration.ts'
import { writeMail } from '../support/mail.ts'
import { runCli, spawnServe, startRelay } from '../support/relay-process.ts'
import { startConversation } from '../support/smtp-conversation.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** `serve` that can't run: its end, and that standard output holds JSON lines alone. */
async function serveEnds(config: string, data: string, env: Readonly<Record<string, string>> = {}) {
  const serve = spawnServe({ config, data, env })
  onTestFinished(() => void serve.stop())
  const { code } = await serve.ended
  const lines = serve
    .stdout()
    .split('\n')
    .filter((line) => line !== '')
  return { code, answers: lines.map((line) => z.json().parse(JSON.parse(line))), stderr: serve.stderr() }
}

describe('serve says ready', () => {
  it('first, with its process and the real port of port 0', async () => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser()])
    const relay = await startRelay({ config, data: join(folder, 'data') })
    expect(relay.events()[0]).toMatchObject({
      event: 'ready',
      pid: relay.pid,
      listen: [{ address: '127.0.0.1', port: relay.port }],
    })
    expect(relay.port).toBeGreaterThan(0)
    expect((await startConversation(relay.port)).greeting).toMatch(/^220 /)
    await relay.stop()
  })

  it('once every listener is up, ::1 too', async () => {
    const folder = await temporaryFolder()
    const listen = [
      { address: '127.0.0.1', port: 0 },
      { address: '::1', port: 0 },
    ]
    const config = await writeConfiguration(folder, [officeUser()], { listen })
    const relay = await startRelay({ config, data: join(folder, 'data') })
    const ready = await relay.waitFor('ready')
    expect(ready.listen.map(({ address }) => address)).toEqual(['127.0.0.1', '::1'])
    for (const { address, port } of ready.listen) {
      expect((await startConversation(port, address)).greeting).toMatch(/^220 /)
    }
    await relay.stop()
  })
})

describe('serve ends', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('with 0 on %s, after the event stopping', async (signal) => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser()])
    const relay = await startRelay({ config, data: join(folder, 'data') })
    relay.signal(signal)
    expect(await relay.ended).toEqual({ code: 0, signal: null })
    expect(relay.events().at(-1)).toMatchObject({ event: 'stopping' })
    expect(relay.eventsNamed('stopping')[0]?.reason).not.toBe('')
  })

  it('with 0 after it finished what it was receiving', async () => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser()])
    const password = await addLogin(config)
    const relay = await startRelay({ config, data: join(folder, 'data') })
    const session = await startConversation(relay.port)
    await session.say('EHLO program.test')
    await session.startTls()
    await session.say('EHLO program.test')
    await session.signIn('accounting', password)
    await session.say('MAIL FROM:<info@firm.example>')
    await session.say('RCPT TO:<ann@customer.example>')
    await session.say('DATA')
    const message = writeMail()
    session.write(message.slice(0, 100))
    relay.signal('SIGTERM')
    await relay.waitFor('stopping')
    expect(await session.sayBytes(`${message.slice(100)}.\r\n`)).toMatch(/^250 2\.0\.0 /)
    expect(await relay.ended).toEqual({ code: 0, signal: null })
    expect(relay.eventsNamed('queued')).toHaveLength(1)
  })

  it('with 3 when a port is taken, and says which', async () => {
    const folder = await temporaryFolder()
    const holder = createServer()
    await new Promise<void>((resolve) => {
      holder.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => void holder.close())
    const address = z.object({ port: z.int() }).parse(holder.address())
    const config = await writeConfiguration(folder, [officeUser()], {
      listen: [{ address: '127.0.0.1', port: address.port }],
    })
    const end = await serveEnds(config, join(folder, 'data'))
    expect(end.code).toBe(3)
    expect(end.stderr).toContain(String(address.port))
    expect(end.stderr).toContain('127.0.0.1')
    // Who holds it: this very process.
    expect(end.stderr).toContain(`process ${process.pid}`)
  })

  it('with 3 when another relay uses the data, and names that relay; the first one goes on', async () => {
    const folder = await temporaryFolder()
    const data = join(folder, 'data')
    const config = await writeConfiguration(folder, [officeUser()])
    const first = await startRelay({ config, data })
    const end = await serveEnds(config, data)
    expect(end.code).toBe(3)
    expect(end.stderr).toContain(String(first.pid))
    expect(end.stderr).toContain(data)
    expect((await startConversation(first.port)).greeting).toMatch(/^220 /)
    await first.stop()
  })

  it('with 3 when the folder can not be written', async () => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser()])
    const blocked = join(folder, 'a-file')
    await writeFile(blocked, '')
    const end = await serveEnds(config, join(blocked, 'data'))
    expect(end.code).toBe(3)
    expect(end.stderr).toContain(blocked)
  })
})

describe('serve refuses a configuration with 2', () => {
  it('that is wrong: the file, the path inside it, what was expected and what was found', async () => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [
      officeUser({ authorizedDomains: 'a.example,b.example' }),
    ])
    const end = await serveEnds(config, join(folder, 'data'))
    expect(end.code).toBe(2)
    expect(end.stderr).toContain(config)
    expect(end.stderr).toContain('users[0].authorizedDomains')
    expect(end.stderr).toContain('a.example,b.example')
    const checked = await runCli(['check', '--config', config, '--json'])
    expect(checked.code).toBe(2)
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: false, file: config })
  })

  it('that is not there', async () => {
    const folder = await temporaryFolder()
    const end = await serveEnds(join(folder, 'nowhere.json'), join(folder, 'data'))
    expect(end.code).toBe(2)
    expect(end.stderr).toContain('nowhere.json')
  })

  it.each([
    ['a variable that is not set', { env: 'OFFICE_PASSWORD' }, 'OFFICE_PASSWORD'],
    ['a file that is not there', { file: 'no-such-file' }, 'no-such-file'],
  ])('whose password comes from %s', async (_, password, named) => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser({ username: 's1', password })])
    const end = await serveEnds(config, join(folder, 'data'))
    expect(end.code).toBe(2)
    expect(end.stderr).toContain(named)
  })

  it('whose password file others can read', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'open'), 'secret', { mode: 0o644 })
    const user = officeUser({ username: 's1', password: { file: 'open' } })
    const end = await serveEnds(await writeConfiguration(folder, [user]), join(folder, 'data'))
    expect(end.code).toBe(2)
    expect(end.stderr).toContain('open')
  })

  it('when the call itself is wrong', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'data'))
    expect((await runCli(['serve', '--data', join(folder, 'data')])).code).toBe(2)
    expect((await runCli(['serve', '--nonsense'])).code).toBe(2)
    expect((await runCli(['nonsense'])).code).toBe(2)
  })
})
