import { chmod, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addedServer, addServer, removeServer } from '../../../../electron/hand-over/profile-files.ts'
import { livingProgram } from '../../../support/living-program.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const server = {
  server: '127.0.0.1',
  port: 2525,
  username: 'my laptop',
  from: 'info@firm.example',
  certificateFile: '/data/a.pem',
}
const ordinary =
  'user_pref("mail.accountmanager.accounts", "account1");\nuser_pref("mail.smtpservers", "smtp1");\n'

/** A closed profile; gives its folder. */
async function profileWith(prefs: string | Uint8Array, name = 'profile'): Promise<string> {
  const folder = join(await temporaryFolder(), name)
  await mkdir(folder)
  await writeFile(join(folder, 'prefs.js'), prefs)
  return folder
}
const prefsOf = (folder: string): Promise<string> => readFile(join(folder, 'prefs.js'), 'utf8')
const add = (folder: string) => addServer(folder, server, 'linux')
const refusal = (reason: string) => ({ ok: false, problem: { reason } })

describe('a closed profile of Thunderbird', () => {
  it('whose folder has letters of all kinds gets the server, and is as it was when it is taken out', async () => {
    const folder = await profileWith(ordinary, 'пр “öfil” 日本')
    expect((await add(folder)).ok).toBe(true)
    expect(await addedServer(folder)).toBe('smtp2')
    expect(await readFile(join(folder, 'prefs.js.before-companion'), 'utf8')).toBe(ordinary)
    expect((await removeServer(folder, 'linux')).ok).toBe(true)
    expect(await prefsOf(folder)).toBe(ordinary)
  })

  it('keeps both of two servers that are added at once', async () => {
    const folder = await profileWith(ordinary)
    await Promise.all([add(folder), add(folder)])
    expect(await prefsOf(folder)).toContain('user_pref("mail.smtpservers", "smtp1,smtp2,smtp3");')
  })

  it('that names its servers twice keeps those that count, the last', async () => {
    const folder = await profileWith(`${ordinary}user_pref("mail.smtpservers", "smtp7,smtp8");\n`)
    expect((await add(folder)).ok).toBe(true)
    expect(await prefsOf(folder)).toContain('user_pref("mail.smtpservers", "smtp7,smtp8,smtp9");')
  })

  it('keeps the line ends of Windows, and a byte order mark', async () => {
    const windows = `\u{FEFF}${ordinary.replaceAll('\n', '\r\n')}`
    const folder = await profileWith(windows)
    expect((await add(folder)).ok).toBe(true)
    expect((await removeServer(folder, 'linux')).ok).toBe(true)
    expect((await prefsOf(folder)).split(/\r?\n/)).toEqual(windows.split('\r\n'))
  })

  it('is not fooled by what stands in a comment', async () => {
    const folder = await profileWith(`// user_pref("mail.smtpservers", "smtp9");\n${ordinary}`)
    expect((await add(folder)).ok).toBe(true)
    expect(await prefsOf(folder)).toContain('user_pref("mail.smtpservers", "smtp1,smtp2");')
  })

  it('reached through links stays where it is: the file behind them is written', async () => {
    const folder = await profileWith(ordinary)
    const elsewhere = await temporaryFolder()
    await writeFile(join(elsewhere, 'kept.js'), ordinary)
    const linked = join(elsewhere, 'linked')
    await symlink(folder, linked)
    expect((await add(linked)).ok).toBe(true)
    expect(await addedServer(folder)).toBe('smtp2')
    const second = join(elsewhere, 'second')
    await mkdir(second)
    await symlink(join(elsewhere, 'kept.js'), join(second, 'prefs.js'))
    expect((await add(second)).ok).toBe(true)
    expect(await readlink(join(second, 'prefs.js'))).toBe(join(elsewhere, 'kept.js'))
    expect(await readFile(join(elsewhere, 'kept.js'), 'utf8')).toContain('smtp1,smtp2')
  })

  it('keeps who may read it', async () => {
    const folder = await profileWith(ordinary)
    await chmod(join(folder, 'prefs.js'), 0o640)
    await add(folder)
    expect((await stat(join(folder, 'prefs.js'))).mode & 0o777).toBe(0o640)
  })
})

describe('a profile is left as it is', () => {
  it.each([
    ['its bytes are not UTF-8', Buffer.from('user_pref("x", "\xE9");\n', 'latin1')],
    ['its list of servers is written by hand', "user_pref('mail.smtpservers', 'smtp1');\n"],
    ['its list goes over two lines', 'user_pref("mail.smtpservers",\n  "smtp1");\n'],
  ])('when %s', async (_why, prefs) => {
    const folder = await profileWith(prefs)
    const before = await readFile(join(folder, 'prefs.js'))
    expect(await add(folder)).toEqual(refusal('prefs-unreadable'))
    expect(await readFile(join(folder, 'prefs.js'))).toEqual(before)
  })

  it('when a user.js would take the server out again at the next start', async () => {
    const folder = await profileWith(ordinary)
    await writeFile(join(folder, 'user.js'), 'user_pref("mail.smtpservers", "smtp1");\n')
    expect(await add(folder)).toEqual(refusal('prefs-unreadable'))
    expect(await prefsOf(folder)).toBe(ordinary)
  })

  it('when it is gone, or a folder stands where its file should', async () => {
    const folder = await temporaryFolder()
    expect(await add(folder)).toEqual(refusal('profile-gone'))
    await mkdir(join(folder, 'prefs.js'))
    expect(await add(folder)).toEqual(refusal('profile-gone'))
  })

  it('when its copy can’t be written', async () => {
    const folder = await profileWith(ordinary)
    await mkdir(join(folder, 'prefs.js.before-companion'))
    expect(await add(folder)).toMatchObject(refusal('not-written'))
    expect(await prefsOf(folder)).toBe(ordinary)
  })
})

describe('a profile’s lock', () => {
  const lockedBy = async (pid: number): Promise<string> => {
    const folder = await profileWith(ordinary)
    await symlink(`127.0.1.1:+${pid}`, join(folder, 'lock'))
    return folder
  }

  it('of a running Thunderbird keeps everybody off', async () => {
    const folder = await lockedBy(livingProgram('/usr/lib/thunderbird/thunderbird'))
    expect(await add(folder)).toEqual(refusal('in-use'))
    expect(await prefsOf(folder)).toBe(ordinary)
  })

  it('that a crash left behind is no lock, nor when its number is another program’s by now', async () => {
    expect((await add(await lockedBy(2 ** 30))).ok).toBe(true)
    expect((await add(await lockedBy(livingProgram('/usr/bin/cron')))).ok).toBe(true)
  })
})
