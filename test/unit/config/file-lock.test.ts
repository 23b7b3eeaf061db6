import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFileLock } from '../../../relay/config/file-lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('a file lock', () => {
  it('is gone afterwards, also when the work fails', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'relay.json')
    await writeFile(file, 'x')
    expect(await withFileLock(file, () => 7)).toEqual({ ok: true, value: 7 })
    const failing = withFileLock(file, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual(['relay.json'])
  })

  it('of somebody else is waited for', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'relay.json')
    await writeFile(file, 'x')
    await writeFile(`${file}.lock`, '1')
    let done = false
    const waiting = withFileLock(file, () => {
      done = true
    })
    expect(done).toBe(false)
    await rm(`${file}.lock`)
    expect(await waiting).toMatchObject({ ok: true })
    expect(done).toBe(true)
  })
})
