import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('the command line', () => {
  it.each([
    [[]],
    [['unknown']],
    [['check']],
    [['check', '--config']],
    [['check', '--config', 'x', '--no-such-option']],
    [['check', '--config', 'x', 'surplus']],
    [['login']],
    [['login', 'add', '--config', 'x', '--name', 'y']],
    [['check-sender', '--config', 'x', '--user', 'y']],
  ])('answers the wrong call %j with exit 2, in words, on standard error alone', async (args) => {
    const { code, stdout, stderr } = await runCli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/^ {4}at /m)
  })

  it.each([[['--help']], [['check', '--help']], [['login', 'add', '--help']]])(
    '%j helps with exit 0',
    async (args) => {
      const { code, stdout, stderr } = await runCli(args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('Usage: smtp-plus')
    },
  )

  it('speaks to people on standard output when it is not asked for JSON', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser({ port: 2525 })])
    const checked = await runCli(['check', '--config', config])
    expect(checked).toMatchObject({ code: 0, stderr: '' })
    expect(checked.stdout).toContain('all addresses at firm.example, info@partner.example')
    const sender = ['--user', 'office', '--mail-from', 'boss@bank.example']
    const asked = await runCli(['check-sender', '--config', config, ...sender])
    expect(asked.code).toBe(1)
    expect(asked.stdout).toMatch(/boss@bank\.example.*not be sent/)
  })

  it('of check-sender refuses a user that is not there and a message that cannot be read', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    const call = (user: string, ...more: readonly string[]) =>
      runCli([
        'check-sender',
        '--config',
        config,
        '--user',
        user,
        '--mail-from',
        'a@firm.example',
        '--json',
        ...more,
      ])
    for (const asked of [
      await call('nobody'),
      await call('office', '--message', join(config, '..', 'none.eml')),
    ]) {
      expect(asked).toMatchObject({ code: 2, stdout: '' })
      expect(asked.stderr).toMatch(/nobody|none\.eml/)
    }
  })

  it('of check-sender takes a message with lone LF, and the null reverse-path for receipts', async () => {
    const folder = await temporaryFolder()
    const config = await writeConfiguration(folder, [officeUser()])
    const message = join(folder, 'receipt.eml')
    const judge = async (from: string) => {
      await writeFile(message, `From: ${from}\nSubject: Read\n\nRead.\n`)
      const call = [
        'check-sender',
        '--config',
        config,
        '--user',
        'office',
        '--mail-from',
        '<>',
        '--message',
        message,
      ]
      const { code, stdout } = await runCli([...call, '--json'])
      return { code, ...z.object({ reason: z.string() }).parse(JSON.parse(stdout)) }
    }
    expect(await judge('a@firm.example')).toEqual({ code: 0, reason: 'domain-authorized' })
    expect(await judge('ceo@evil.example')).toEqual({ code: 1, reason: 'null-sender-not-allowed' })
  })
})

describe('login add and login reset', () => {
  const add = (config: string, name: string) =>
    runCli(['login', 'add', '--config', config, '--name', name, '--user', 'office', '--json'])
  const logins = z.object({
    logins: z.array(z.object({ name: z.string(), passwordHash: z.string().optional() })),
  })

  it('at the same time lose none', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    const names = ['a', 'b', 'c', 'd', 'e']
    const added = await Promise.all(names.map((name) => add(config, name)))
    expect(added.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
    const kept = logins.parse(JSON.parse(await readFile(config, 'utf8'))).logins.map(({ name }) => name)
    expect(kept.toSorted()).toEqual(names)
  })

  it('refuse a file that is wrong elsewhere, with the place, and leave it as it is', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [
      officeUser({ authorizedDomains: 'a,b' }),
    ])
    await chmod(config, 0o640)
    const before = await readFile(config, 'utf8')
    const { code, stdout } = await add(config, 'a')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, file: config, path: 'users[0].authorizedDomains' })
    expect(await readFile(config, 'utf8')).toBe(before)
  })

  it('give a password to a login that was written by hand without one', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()], {
      logins: [{ name: 'accounting', user: 'office' }],
    })
    const reset = await runCli(['login', 'reset', '--config', config, '--name', 'accounting', '--json'])
    expect(reset.code).toBe(0)
    expect(logins.parse(JSON.parse(await readFile(config, 'utf8'))).logins[0]?.passwordHash).toMatch(
      /^hmac-sha256/,
    )
  })
})
