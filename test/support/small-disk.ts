import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAsRoot } from './as-root.ts'

export type SmallDisk = { readonly directory: string; remove(): Promise<void> }

/** A file system of so many bytes in memory, to be filled by a test; everybody may write to it. */
export async function mountSmallDisk(bytes: number): Promise<SmallDisk> {
  const directory = await mkdtemp(join(tmpdir(), 'small-disk-'))
  const options = `size=${bytes},mode=1777`
  const mounted = await runAsRoot('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory])
  if (mounted.code !== 0) {
    throw new Error(`a small disk to fill: ${mounted.stderr}`)
  }
  return {
    directory,
    remove: async () => {
      // Lazily: a program that a failing test left behind may still have files open.
      await runAsRoot('umount', ['--lazy', directory])
      await rm(directory, { recursive: true, force: true })
    },
  }
}
