import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../../relay/config/atomic-write.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('an atomic write', () => {
  it('replaces the content, keeps the mode and leaves nothing else behind', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'relay.json')
    await writeFile(file, 'old')
    await chmod(file, 0o640)
    writeFileAtomically(file, 'new ü')
    expect(await readFile(file, 'utf8')).toBe('new ü')
    expect((await stat(file)).mode & 0o777).toBe(0o640)
    expect(await readdir(folder)).toEqual(['relay.json'])
  })

  it('makes a new file for its owner alone', async () => {
    const file = join(await temporaryFolder(), 'relay.json')
    writeFileAtomically(file, 'x')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('writes through a symbolic link and keeps the link', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'real'))
    const target = join(folder, 'real', 'relay.json')
    await writeFile(target, 'old')
    await symlink(target, join(folder, 'link.json'))
    writeFileAtomically(join(folder, 'link.json'), 'new')
    expect(await readFile(target, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['link.json', 'real'])
  })

  it('that fails leaves the old file and no other', async () => {
    const folder = await temporaryFolder()
    expect(() => writeFileAtomically(join(folder, 'no-folder', 'x'), 'x')).toThrow(/ENOENT/)
    await mkdir(join(folder, 'taken'))
    expect(() => writeFileAtomically(join(folder, 'taken'), 'x')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
    expect(await readdir(folder)).toEqual(['taken'])
  })
})
