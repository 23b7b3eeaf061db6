import { readFile, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addLogin, officeUser, writeConfiguration } from '../support/configuration.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const shown = z.strictObject({ name: z.string(), password: z.string() })

describe('login add', () => {
  it('shows a password once: at least 22 letters and digits, kept only as a hash', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    const args = ['login', 'add', '--config', config, '--name', 'accounting', '--user', 'office', '--json']
    const { code, stdout } = await runCli(args)
    expect(code).toBe(0)
    const { name, password } = shown.parse(JSON.parse(stdout))
    expect(name).toBe('accounting')
    expect(password).toMatch(/^[A-Za-z0-9]{22,}$/)
    const kept = await readFile(config, 'utf8')
    expect(kept).not.toContain(password)
    expect(kept).toContain('passwordHash')
  })

  it('leaves the rest of the file as it was, and its mode', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser({ note: 'front desk' })])
    const before = z.record(z.string(), z.json()).parse(JSON.parse(await readFile(config, 'utf8')))
    const { mode } = await stat(config)
    await addLogin(config)
    const after = z.record(z.string(), z.json()).parse(JSON.parse(await readFile(config, 'utf8')))
    expect({ ...after, logins: [] }).toEqual(before)
    expect((await stat(config)).mode).toBe(mode)
  })

  it('refuses a name that is taken and a user that is not there, and changes nothing', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    await addLogin(config)
    const before = await readFile(config, 'utf8')
    for (const [name, user] of [
      ['accounting', 'office'],
      ['scanner', 'nobody'],
    ] as const) {
      const refused = await runCli([
        'login',
        'add',
        '--config',
        config,
        '--name',
        name,
        '--user',
        user,
        '--json',
      ])
      expect(refused.code).toBe(2)
      expect(refused.stderr).not.toBe('')
    }
    expect(await readFile(config, 'utf8')).toBe(before)
  })
})

describe('login reset', () => {
  it('shows a new password and keeps another hash', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    const first = await addLogin(config)
    const before = await readFile(config, 'utf8')
    const reset = await runCli(['login', 'reset', '--config', config, '--name', 'accounting', '--json'])
    expect(reset.code).toBe(0)
    expect(shown.parse(JSON.parse(reset.stdout)).password).not.toBe(first)
    expect(await readFile(config, 'utf8')).not.toBe(before)
  })

  it('of a sign-in that is not there is answered no', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser()])
    const reset = await runCli(['login', 'reset', '--config', config, '--name', 'nobody', '--json'])
    expect(reset.code).toBe(1)
    expect(reset.stderr).toContain('nobody')
  })
})
