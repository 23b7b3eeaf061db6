import { mkdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { handOverDesk } from '../../../electron/desks/hand-over-desk.ts'
import { justMadeMs, rememberJustMade } from '../../../electron/hand-over/just-made.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { livingProgram } from '../../support/living-program.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const server = {
  variant: 'relay',
  server: '127.0.0.1',
  port: 2525,
  username: 'website',
  from: 'info@firm.example',
} as const

async function openDesk(name = 'file') {
  const folder = await temporaryFolder()
  let nowMs = 0
  const justMade = rememberJustMade(() => nowMs)
  justMade.remember('website', new Secret('shown-once-22'))
  const desktop = { askWhereToSave: async () => join(folder, name) }
  return {
    folder,
    path: join(folder, name),
    desk: handOverDesk({ log: () => undefined }, desktop, justMade, folder),
    wait: () => {
      nowMs = justMadeMs + 1
    },
  }
}

const text = (path: string): Promise<string> => readFile(path, 'utf8')
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

it('the password of the sign-in made just now goes into a file of its own, for this account alone', async () => {
  const { desk, path } = await openDesk()
  await writeFile(`${path}-password`, 'older', { mode: 0o644 })
  const wish = { format: 'msmtp', server, complete: true, incoming: null } as const
  expect(await desk.saveProgramFile(wish)).toEqual({ outcome: 'written', files: [path, `${path}-password`] })
  expect(await text(`${path}-password`)).toBe('shown-once-22\n')
  expect(await text(path)).not.toContain('shown-once-22')
  expect([await modeOf(path), await modeOf(`${path}-password`)]).toEqual([0o600, 0o600])
})

it.each(['postfix', 'exim', 'wordpress', 'environment'] as const)(
  '%s gets the password, and nothing without being asked',
  async (format) => {
    const { desk, path } = await openDesk()
    const without = await desk.saveProgramFile({ format, server, complete: false, incoming: null })
    expect(without).toEqual({ outcome: 'written', files: [path] })
    expect(await text(path)).not.toContain('shown-once-22')
    const made = await desk.saveProgramFile({ format, server, complete: true, incoming: null })
    const texts = await Promise.all((made.outcome === 'written' ? made.files : []).map(text))
    expect(texts.join('')).toContain('shown-once-22')
  },
)

it('a password of long ago, of another sign-in or of SMTP+ itself is in no file', async () => {
  const { desk, wait } = await openDesk()
  const wish = { format: 'environment', complete: true, incoming: null } as const
  const gone = { outcome: 'refused', reason: 'password-gone' }
  expect(await desk.saveProgramFile({ ...wish, server: { ...server, username: 'other' } })).toEqual(gone)
  expect(await desk.saveProgramFile({ ...wish, server: { ...server, variant: 'direct' } })).toEqual(gone)
  wait()
  expect(await desk.saveProgramFile({ ...wish, server })).toEqual(gone)
})

it('a profile for a mail program asks for the incoming server, and never has a password', async () => {
  const { desk, path } = await openDesk()
  const wish = { format: 'apple-profile', server, complete: true } as const
  expect(await desk.saveProgramFile({ ...wish, incoming: null })).toMatchObject({
    reason: 'incoming-missing',
  })
  const mailbox = { server: 'mail.firm.example', port: 993, username: 'info' }
  await desk.saveProgramFile({ ...wish, incoming: { ...mailbox, type: 'imap', encryption: 'tls' } })
  expect(await text(path)).not.toContain('shown-once-22')
})

it('a disk that says no is told in its words', async () => {
  const { desk } = await openDesk('missing/file')
  const told = await desk.saveProgramFile({
    format: 'environment',
    server,
    complete: false,
    incoming: null,
  })
  expect(told).toMatchObject({ reason: 'not-written', detail: expect.stringContaining('ENOENT') })
})

it('a closed Thunderbird profile gets the server, keeps a copy from before, and gives it back', async () => {
  const { desk, folder } = await openDesk()
  vi.stubEnv('HOME', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const profile = join(folder, '.thunderbird', 'abc.default')
  await mkdir(profile, { recursive: true })
  const before = 'user_pref("mail.smtpservers", "smtp1");\n'
  await writeFile(join(profile, 'prefs.js'), before)
  const added = await desk.addToThunderbird({ folder: profile, server })
  expect(added).toEqual({
    outcome: 'written',
    files: [join(profile, 'prefs.js'), join(profile, 'prefs.js.before-companion')],
  })
  expect(await text(join(profile, 'prefs.js.before-companion'))).toBe(before)
  expect(await desk.findThunderbirdProfiles(null)).toEqual([
    { folder: profile, inUse: false, added: 'smtp2' },
  ])

  await symlink(`127.0.1.1:+${livingProgram('thunderbird')}`, join(profile, 'lock'))
  expect(await desk.removeFromThunderbird({ folder: profile })).toMatchObject({ reason: 'in-use' })
  await symlink('127.0.1.1:+999999999', join(profile, 'stale'))
  await rename(join(profile, 'stale'), join(profile, 'lock'))
  expect(await desk.removeFromThunderbird({ folder: profile })).toMatchObject({ outcome: 'written' })
  expect(await text(join(profile, 'prefs.js'))).toBe(before)
  expect(await desk.removeFromThunderbird({ folder: profile })).toMatchObject({ reason: 'not-ours' })
})

it('a folder that is no profile of Thunderbird’s is left alone', async () => {
  const { desk, folder } = await openDesk()
  await writeFile(join(folder, 'prefs.js'), '')
  expect(await desk.addToThunderbird({ folder, server })).toMatchObject({ reason: 'profile-gone' })
})
