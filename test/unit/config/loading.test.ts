import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfiguration, parseConfiguration } from '../../../relay/config/loading.ts'
import type { ConfigurationProblem } from '../../../relay/config/schema-problem.ts'
import { createPasswordHash } from '../../../relay/secrets/sign-in.ts'
import { officeUser } from '../../support/configuration.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const passwordHash = createPasswordHash('correct horse')
const accounting = { name: 'accounting', user: 'office', passwordHash }
const scanner = { name: 'scanner', user: 'office', auth: 'none', addresses: ['192.168.1.20/32'] }

type Parts = { listen?: unknown; users?: readonly unknown[]; logins?: readonly unknown[]; more?: object }

function configuration({ listen, users, logins, more }: Parts): unknown {
  return {
    version: 1,
    listen: listen ?? [{ address: '127.0.0.1', port: 2525 }],
    users: users ?? [officeUser()],
    logins: logins ?? [],
    ...more,
  }
}

function problemOf(parts: Parts): ConfigurationProblem | null {
  const parsed = parseConfiguration(configuration(parts))
  return parsed.ok ? null : parsed.problem
}

describe('a configuration', () => {
  it('gets its defaults', () => {
    const parsed = parseConfiguration(configuration({ logins: [accounting, scanner] }))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
    expect(parsed.value.warnings).toEqual([])
    expect(parsed.value.configuration.users[0]).toMatchObject({ status: 'active', priority: 3, note: '' })
    expect(parsed.value.configuration.limits).toMatchObject({ messageBytes: 26_214_400, recipients: 500 })
  })

  it.each<[string, Parts, string]>([
    ['no object', { more: { version: undefined } }, 'version'],
    ['an unknown key', { more: { tls: true } }, 'tls'],
    ['an unknown key of a user', { users: [{ ...officeUser(), domains: 'a' }] }, 'users[0].domains'],
    ['no address to listen on', { listen: [] }, 'listen'],
    ['a name to listen on', { listen: [{ address: 'firm.example', port: 25 }] }, 'listen[0].address'],
    [
      'one address to listen on twice',
      {
        listen: [
          { address: '::1', port: 25 },
          { address: '::1', port: 25 },
        ],
      },
      'listen[1]',
    ],
    ['two users with one id', { users: [officeUser(), officeUser()] }, 'users[1].id'],
    ['an id with a space at its end', { users: [officeUser({ id: 'office ' })] }, 'users[0].id'],
    [
      'a server with a scheme',
      { users: [officeUser({ server: 'smtp://in.smtpok.com' })] },
      'users[0].server',
    ],
    ['a user name without a password', { users: [officeUser({ username: 's1' })] }, 'users[0].password'],
    [
      'a password without a user name',
      { users: [officeUser({ password: { env: 'X' } })] },
      'users[0].username',
    ],
    ['a password itself', { users: [{ ...officeUser(), password: 'geheim' }] }, 'users[0].password'],
    [
      'a source that is none',
      { users: [{ ...officeUser(), password: { text: 'geheim' } }] },
      'users[0].password',
    ],
    [
      'a comma in a list',
      { users: [officeUser({ authorizedDomains: 'a.example, b.example' })] },
      'users[0].authorizedDomains',
    ],
    ['a bad address', { users: [officeUser({ authorizedSenders: 'a@b@c' })] }, 'users[0].authorizedSenders'],
    ['another status', { users: [{ ...officeUser(), status: 'paused' }] }, 'users[0].status'],
    [
      'messages an hour that are none',
      { users: [officeUser({ messagesPerHour: 0 })] },
      'users[0].messagesPerHour',
    ],
    ['a login of nobody', { logins: [{ ...accounting, user: 'nobody' }] }, 'logins[0].user'],
    ['two logins with one name', { logins: [accounting, accounting] }, 'logins[1].name'],
    ['a login without a password', { logins: [{ name: 'a', user: 'office' }] }, 'logins[0].passwordHash'],
    [
      'a hash of another kind',
      { logins: [{ ...accounting, passwordHash: 'geheim' }] },
      'logins[0].passwordHash',
    ],
    [
      'addresses beside a password',
      { logins: [{ ...accounting, addresses: ['::1'] }] },
      'logins[0].addresses',
    ],
    [
      'a login by address without addresses',
      { logins: [{ ...scanner, addresses: undefined }] },
      'logins[0].addresses',
    ],
    [
      'a login by address for everybody',
      { logins: [{ ...scanner, addresses: ['0.0.0.0/0'] }] },
      'logins[0].addresses[0]',
    ],
    [
      'an address that is none',
      { logins: [{ ...scanner, addresses: ['192.168.1'] }] },
      'logins[0].addresses[0]',
    ],
    [
      'one address for two logins',
      { logins: [scanner, { ...scanner, name: 'printer' }] },
      'logins[1].addresses[0]',
    ],
    [
      'a password for a login by address',
      { logins: [{ ...scanner, passwordHash }] },
      'logins[0].passwordHash',
    ],
    [
      'a wider domain',
      { logins: [{ ...accounting, authorizedDomains: 'other.example' }] },
      'logins[0].authorizedDomains',
    ],
    [
      'a domain of which the user has one address only',
      { logins: [{ ...accounting, authorizedDomains: 'partner.example' }] },
      'logins[0].authorizedDomains',
    ],
    [
      'a wider address',
      { logins: [{ ...accounting, authorizedSenders: 'x@partner.example' }] },
      'logins[0].authorizedSenders',
    ],
    ['limits that are none', { more: { limits: { recipients: 0 } } }, 'limits.recipients'],
  ])('with %s is refused at its place, and no secret is repeated', (_, parts, path) => {
    const problem = problemOf(parts)
    expect(problem?.path).toBe(path)
    expect(problem?.expected).toMatch(/.{5}|1/)
    expect(JSON.stringify(problem)).not.toContain('geheim')
    expect(JSON.stringify(problem)).not.toContain(passwordHash)
  })

  it('that is no object at all is refused', () => {
    for (const input of [null, 'x', [], 7]) expect(parseConfiguration(input)).toMatchObject({ ok: false })
  })

  it('may give a login narrower lists', () => {
    const narrow = {
      ...accounting,
      authorizedDomains: 'Firm.example',
      authorizedSenders: 'info@partner.example',
    }
    expect(problemOf({ logins: [narrow] })).toBeNull()
  })

  it('says what is allowed and unwise', () => {
    const users = [
      officeUser({ id: 'a', server: 'in.smtpok.com', port: 587 }),
      officeUser({ id: 'b', port: 465 }),
      officeUser({ id: 'c', encryption: 'none', username: 'u', password: { env: 'X' } }),
      officeUser({ id: 'd', authorizedDomains: ' ; ', authorizedSenders: '' }),
    ]
    const parsed = parseConfiguration(configuration({ users, listen: [{ address: '0.0.0.0', port: 25 }] }))
    const warnings = parsed.ok ? parsed.value.warnings : []
    expect(warnings).toEqual([
      expect.stringContaining('0.0.0.0'),
      expect.stringMatching(/587.*2525/),
      expect.stringMatching(/465.*STARTTLS/),
      expect.stringMatching(/clear text/),
      expect.stringMatching(/every sender is authorized/),
    ])
  })
})

describe('a configuration file', () => {
  async function fileWith(content: string): Promise<string> {
    const file = join(await temporaryFolder(), 'relay.json')
    await writeFile(file, content)
    return file
  }

  it('may begin with a byte order mark', async () => {
    const file = await fileWith(`\uFEFF${JSON.stringify(configuration({}))}`)
    expect(loadConfiguration(file)).toMatchObject({ ok: true })
  })

  it('that is no JSON is refused with the place, and without the text there', async () => {
    const file = await fileWith('{\n  "password": geheim\n}')
    const loaded = loadConfiguration(file)
    expect(loaded).toMatchObject({ ok: false, problem: { file, path: '', expected: 'JSON' } })
    expect(JSON.stringify(loaded)).not.toContain('geheim')
  })

  it('that is not there, or is a folder, is refused with the reason', async () => {
    const folder = await temporaryFolder()
    expect(loadConfiguration(join(folder, 'x.json'))).toMatchObject({ problem: { found: 'no such file' } })
    expect(loadConfiguration(folder)).toMatchObject({ problem: { found: 'a folder' } })
  })

  it('has its relative paths made absolute, from its own folder', async () => {
    const user = officeUser({ username: 'u', password: { file: 'keys/secret' }, caFile: 'ca.pem' })
    const file = await fileWith(JSON.stringify(configuration({ users: [user] })))
    const folder = join(file, '..')
    await writeFile(join(folder, 'ca.pem'), '')
    const loaded = loadConfiguration(file)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem))
    expect(loaded.value.configuration.users[0]).toMatchObject({
      password: { file: join(folder, 'keys/secret') },
      caFile: join(folder, 'ca.pem'),
    })
    expect(loaded.value.warnings).toEqual([expect.stringContaining('no such file')])
  })

  it('is refused when a password file can be read by others, or extra certificates are missing', async () => {
    const user = officeUser({ username: 'u', password: { file: 'secret' } })
    const file = await fileWith(JSON.stringify(configuration({ users: [user] })))
    const secret = join(file, '..', 'secret')
    await writeFile(secret, 'geheim')
    await chmod(secret, 0o640)
    expect(loadConfiguration(file)).toMatchObject({ ok: false, problem: { path: 'users[0].password.file' } })
    await chmod(secret, 0o600)
    expect(loadConfiguration(file)).toMatchObject({ ok: true })
    await writeFile(file, JSON.stringify(configuration({ users: [officeUser({ caFile: 'no.pem' })] })))
    expect(loadConfiguration(file)).toMatchObject({ ok: false, problem: { path: 'users[0].caFile' } })
  })
})
