import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { relayConfigurationOf } from '../../../electron/settings/relay-configuration.ts'
import { openSettings } from '../../../electron/settings/settings-file.ts'
import { firstSettings, type Settings } from '../../../electron/settings/settings-schema.ts'
import { relayConfiguration } from '../../../relay/config/configuration.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const first = firstSettings('en')
const nowMs = () => Date.parse('2026-03-04T05:06:07.000Z')
const withNote = (note: string) => (settings: Settings) => ({
  ...settings,
  users: [
    {
      id: 'office',
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls' as const,
      username: 's12345_6',
      status: 'active' as const,
      priority: 3,
      note,
      authorizedDomains: 'firm.example',
      authorizedSenders: '',
      unauthorizedSenders: 'block' as const,
    },
  ],
})

const changeInAnotherProcess = `
  const { openSettings } = await import('${new URL('../../../electron/settings/settings-file.ts', import.meta.url).href}')
  const settings = openSettings(process.argv[1], null, Date.now)
  const saved = settings.change((before) => ({ ...before, users: [{ ...before.users[0], note: 'x'.repeat(100_000) }] }))
  console.log(saved.ok ? 'saved' : 'refused', settings.current().users[0].note)
`

describe('the settings', () => {
  it('are the first ones until something is changed, and then what was saved', async () => {
    const folder = await temporaryFolder()
    const settings = openSettings(folder, first, nowMs)
    expect(settings.current()).toEqual(first)
    expect(existsSync(join(folder, 'settings.json'))).toBe(false)
    const saved = settings.change((before) => ({ ...before, setUpDone: true }))
    expect(saved.ok && saved.value.revision).toBe(2)
    expect(openSettings(folder, first, nowMs).current()).toEqual({ ...first, setUpDone: true, revision: 2 })
  })

  it('are readable by their owner alone and leave nothing beside them', async () => {
    const folder = await temporaryFolder()
    const settings = openSettings(folder, first, nowMs)
    settings.change(withNote('one'))
    settings.change(withNote('two'))
    expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it.each([
    ['no JSON', '{"version": 1, "users": ['],
    ['nothing at all', ''],
    ['of a later version', JSON.stringify({ ...first, version: 2 })],
    ['with a field nobody knows', JSON.stringify({ ...first, extra: true })],
    ['a list', '[]'],
  ])('are set aside when the file is %s, never wiped', async (_what, content) => {
    const folder = await temporaryFolder()
    writeFileSync(join(folder, 'settings.json'), content)
    const settings = openSettings(folder, first, nowMs)
    const aside = join(folder, 'settings.json.unreadable-2026-03-04T05-06-07.000Z')
    expect(settings.setAside).toBe(aside)
    expect(settings.current()).toEqual(first)
    settings.change((before) => ({ ...before, setUpDone: true }))
    expect(readFileSync(aside, 'utf8')).toBe(content)
  })

  it('are the old ones after a save that was cut off in the middle', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'settings.json')
    openSettings(folder, first, nowMs).change(withNote('kept'))
    linkSync(path, `${path}.previous`)
    const half = readFileSync(path, 'utf8').slice(0, 100)
    execFileSync('sh', ['-c', 'printf %s "$2" > "$1.new" && mv "$1.new" "$1"', 'sh', path, half])
    const settings = openSettings(folder, first, nowMs)
    expect(settings.setAside).toBeNull()
    expect(settings.current().users[0]?.note).toBe('kept')
  })

  it('stay what they were when a file can’t grow any more, and the change is refused', async () => {
    const folder = await temporaryFolder()
    openSettings(folder, first, nowMs).change(withNote('kept'))
    // as on a full disk: what fits is written, and that it was too little isn't said
    const limited = ['-c', 'ulimit -f 40; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e']
    const said = execFileSync('sh', [...limited, changeInAnotherProcess, folder], { encoding: 'utf8' })
    expect(said).toContain('refused kept')
    expect(openSettings(folder, first, nowMs).current().users[0]?.note).toBe('kept')
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })
})

describe('what the relay gets of the settings', () => {
  it('is a configuration it accepts, with a keychain for everyone who signs in upstream', () => {
    const configuration = relayConfigurationOf({ ...first, ...withNote('')(first) }, true)
    expect(relayConfiguration.parse(configuration)).toEqual(configuration)
    expect(configuration.users[0]?.password).toEqual({ keychain: true })
    expect(configuration.listen).toEqual([
      { address: '127.0.0.1', port: 2525 },
      { address: '::1', port: 2525 },
    ])
  })

  it('names no password source for a server that wants no sign-in', () => {
    const users = withNote('')(first).users.map(({ username: _none, ...open }) => open)
    expect(relayConfigurationOf({ ...first, users }, true).users[0]).not.toHaveProperty('password')
  })

  it('leaves out the IPv6 loopback on a computer that has none', () => {
    expect(relayConfigurationOf(first, false).listen).toEqual([{ address: '127.0.0.1', port: 2525 }])
  })
})
