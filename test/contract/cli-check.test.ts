import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addLogin, officeUser, type UserInput, writeConfiguration } from '../support/configuration.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function check(config: string): Promise<{ code: number | null; answer: unknown; stderr: string }> {
  const { code, stdout, stderr } = await runCli(['check', '--config', config, '--json'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return { code, answer: JSON.parse(stdout), stderr }
}

describe('check', () => {
  it('prints what each user may send as, and the sign-ins', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [
      officeUser({
        port: 2525,
        authorizedDomains: 'Firm.example; shop.firm.example ;',
        unauthorizedSenders: 'alert',
      }),
      officeUser({ id: 'open', port: 2525, authorizedDomains: '', authorizedSenders: '' }),
    ])
    await addLogin(config)
    expect(await check(config)).toMatchObject({
      code: 0,
      answer: {
        ok: true,
        users: [
          {
            id: 'office',
            domains: ['firm.example', 'shop.firm.example'],
            senders: ['info@partner.example'],
            open: false,
            unauthorizedSenders: 'alert',
          },
          { id: 'open', domains: [], senders: [], open: true, unauthorizedSenders: 'block' },
        ],
        logins: [{ name: 'accounting', user: 'office' }],
      },
    })
  })

  it('warns of what is allowed and unwise: clear text, an unusual port', async () => {
    const config = await writeConfiguration(await temporaryFolder(), [
      officeUser({ encryption: 'none', port: 587, username: 's1', password: { env: 'NOT_SET_HERE' } }),
    ])
    const { code, answer } = await check(config)
    expect(code).toBe(0)
    expect(JSON.stringify(answer)).toMatch(/"warnings":\[.*587.*\]/)
    expect(JSON.stringify(answer)).toMatch(/"warnings":\[.*(encrypt|clear)/i)
  })

  it.each<[string, Partial<UserInput>, string, string]>([
    [
      'a comma in a list',
      { authorizedDomains: 'a.example,b.example' },
      'users[0].authorizedDomains',
      'a.example,b.example',
    ],
    [
      'a bad address',
      { authorizedSenders: 'info@@firm.example' },
      'users[0].authorizedSenders',
      'info@@firm.example',
    ],
    [
      'an address among the domains',
      { authorizedDomains: 'info@firm.example' },
      'users[0].authorizedDomains',
      'info@firm.example',
    ],
    ['a port that is none', { port: 70_000 }, 'users[0].port', '70000'],
    ['a priority that is none', { priority: 9 }, 'users[0].priority', '9'],
  ])('refuses %s as a whole, with place, expectation and finding', async (_, user, path, found) => {
    const config = await writeConfiguration(await temporaryFolder(), [officeUser(user)])
    const { code, answer, stderr } = await check(config)
    expect(code).toBe(2)
    expect(answer).toEqual({
      ok: false,
      file: config,
      path,
      expected: expect.stringMatching(/.{5}/),
      found: expect.stringContaining(found),
    })
    expect(stderr).toContain(path)
  })

  it('refuses an unknown key, two users with one id, and a sign-in of nobody', async () => {
    const folder = await temporaryFolder()
    const user = officeUser()
    const twice = await writeConfiguration(folder, [user, user])
    expect(await check(twice)).toMatchObject({ code: 2, answer: { path: 'users[1].id' } })
    const stray = await writeConfiguration(folder, [user], {
      logins: [{ name: 'a', user: 'nobody', passwordHash: 'x' }],
    })
    expect(await check(stray)).toMatchObject({ code: 2, answer: { path: 'logins[0].user' } })
    await writeFile(stray, JSON.stringify({ version: 1, listen: [], users: [], logins: [], tls: false }))
    expect((await check(stray)).code).toBe(2)
    await writeFile(stray, JSON.stringify({ version: 2 }))
    expect(await check(stray)).toMatchObject({ code: 2, answer: { path: 'version' } })
  })

  it('refuses a file that is no JSON, and one that is not there', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'broken.json'), '{ "version": 1,')
    for (const name of ['broken.json', 'nowhere.json']) {
      expect(await check(join(folder, name))).toMatchObject({
        code: 2,
        answer: { ok: false, file: join(folder, name) },
      })
    }
  })

  it('looks at the source of a password and never prints the password', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'secret'), 'canary-secret\n', { mode: 0o600 })
    const user = officeUser({ username: 's1', password: { file: 'secret' } })
    const { code, answer, stderr } = await check(await writeConfiguration(folder, [user]))
    expect(code).toBe(0)
    expect(JSON.stringify(answer) + stderr).not.toContain('canary-secret')
    const inline = { ...user, password: 'canary-secret' }
    await writeFile(
      join(folder, 'relay.json'),
      JSON.stringify({ version: 1, listen: [], users: [inline], logins: [] }),
    )
    expect((await check(join(folder, 'relay.json'))).code).toBe(2)
  })
})
