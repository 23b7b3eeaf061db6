import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Settings, settingsSchema } from '../../electron/settings/settings-schema.ts'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { officeSettings } from '../support/office-settings.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const till = {
  name: 'till',
  user: 'office',
  status: 'active',
  auth: 'password',
  passwordHash: createPasswordHash('generated'),
} as const

/** The settings of an app that has one user and one sign-in, in a folder of their own. */
async function settingsFile(more: Partial<Settings> = {}) {
  const folder = await temporaryFolder()
  const settings = join(folder, 'settings.json')
  await writeFile(settings, JSON.stringify({ ...officeSettings('firm.example'), logins: [till], ...more }))
  return { folder, settings, config: join(folder, 'made.json') }
}

const written = async (file: string): Promise<Settings> =>
  settingsSchema.parse(JSON.parse(await readFile(file, 'utf8')))

describe('settings export', () => {
  it('makes a configuration file that check accepts, with what was left out in words', async () => {
    const { settings, config } = await settingsFile()
    const made = await runCli(['settings', 'export', '--settings', settings, '--config', config])
    expect(made.code).toBe(0)
    expect(made.stdout).toBe(`${config} is written.\n`)
    expect(made.stderr).toContain(
      "Alerts, language, name servers and the practice mailbox are the app's alone.",
    )
    expect((await runCli(['check', '--config', config])).code).toBe(0)
    const { users, logins } = z
      .looseObject({ users: z.array(z.json()), logins: z.array(z.json()) })
      .parse(JSON.parse(await readFile(config, 'utf8')))
    expect(users).toMatchObject([
      { id: 'office', authorizedDomains: 'firm.example', password: { keychain: true } },
    ])
    expect(logins).toMatchObject([{ name: 'till', user: 'office' }])
  })

  it('says to scripts in one object what it did', async () => {
    const { settings, config } = await settingsFile()
    const { code, stdout } = await runCli([
      'settings',
      'export',
      '--settings',
      settings,
      '--config',
      config,
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ ok: true, file: config, leftOut: expect.any(Array) })
  })

  it('never writes over a file that is there', async () => {
    const { settings, config } = await settingsFile()
    await writeFile(config, 'mine')
    const refused = await runCli(['settings', 'export', '--settings', settings, '--config', config])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(`${config} is there already and stays as it is.`)
    expect(await readFile(config, 'utf8')).toBe('mine')
  })

  it('refuses half a settings file, and writes nothing', async () => {
    const { settings, config } = await settingsFile()
    const whole = await readFile(settings, 'utf8')
    await writeFile(settings, whole.slice(0, whole.length / 2))
    const refused = await runCli(['settings', 'export', '--settings', settings, '--config', config])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(settings)
    await expect(readFile(config)).rejects.toThrow('ENOENT')
  })
})

describe('settings import', () => {
  const bringIn = (config: string, settings: string) =>
    runCli(['settings', 'import', '--config', config, '--settings', settings])

  it('of what was exported changes nothing but the revision', async () => {
    const { settings, config } = await settingsFile()
    const before = await written(settings)
    await runCli(['settings', 'export', '--settings', settings, '--config', config])
    expect((await bringIn(config, settings)).code).toBe(0)
    const after = await written(settings)
    const password = { keychain: true } as const
    expect(after).toEqual({
      ...before,
      revision: before.revision + 1,
      // No password was kept yet: the file could only say where it belongs.
      users: before.users.map((user) => Object.assign({}, user, { password })),
    })
  })

  it('makes settings where there are none, and names the passwords that have to be entered', async () => {
    const folder = await temporaryFolder()
    const settings = join(folder, 'settings.json')
    const config = await writeConfiguration(folder, [
      officeUser({ username: 's12345_6', password: { env: 'SMTP_PLUS_PASSWORD' } }),
    ])
    const made = await bringIn(config, settings)
    expect(made.code).toBe(0)
    expect(made.stderr).toContain(
      'User office: enter the password in the app, which keeps it in the keychain.',
    )
    expect((await written(settings)).users).toMatchObject([{ id: 'office', username: 's12345_6' }])
  })

  it('is refused while the app runs on these settings, and names its process', async () => {
    const { folder, settings, config } = await settingsFile()
    await runCli(['settings', 'export', '--settings', settings, '--config', config])
    await mkdir(join(folder, 'relay'))
    await writeFile(join(folder, 'relay', 'relay.pid'), `${process.pid}\n`)
    const before = await readFile(settings, 'utf8')
    const refused = await bringIn(config, settings)
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain(`(process ${process.pid}). Quit it, then import again.`)
    expect(await readFile(settings, 'utf8')).toBe(before)
  })

  it.each([
    ['a key nobody knows', { colour: 'red' }, 'colour'],
    ['a newer version', { version: 2 }, 'version'],
    ['two users of one name', { users: [officeUser(), officeUser()] }, 'users[1].id'],
    ['a port that is none', { users: [officeUser({ port: 99_999 })] }, 'users[0].port'],
  ])('of a file with %s is refused as a whole, at its place', async (_what, changed, place) => {
    const { folder, settings } = await settingsFile()
    const config = await writeConfiguration(folder, [officeUser()])
    const whole = z.record(z.string(), z.json()).parse(JSON.parse(await readFile(config, 'utf8')))
    await writeFile(config, JSON.stringify({ ...whole, ...changed }))
    const before = await readFile(settings, 'utf8')
    const refused = await bringIn(config, settings)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(`${config}, ${place}: expected `)
    expect(await readFile(settings, 'utf8')).toBe(before)
  })
})
