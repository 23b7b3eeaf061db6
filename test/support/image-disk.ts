import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runAsRoot } from './as-root.ts'

/** A disk of its own, that the operating system itself can find fault with. */
export type ImageDisk = {
  readonly directory: string
  /** The kernel meets an error and remounts the disk read-only, with everything that is open on it. */
  turnReadOnly(): Promise<void>
  /** What a person does then: the disk is checked, and mounted for writing again in the same place. */
  repair(): Promise<void>
  remove(): Promise<void>
}

/** An ext4 file system in a file, through a loop device. `mount -o remount,ro` is refused while files are open on it. */
export async function mountImageDisk(bytes: number): Promise<ImageDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'image-disk-'))
  const directory = join(folder, 'disk')
  await mkdir(directory)
  const devices: string[] = []
  const attach = async (image: string): Promise<void> => {
    const device = (await asRoot('losetup', ['--find', '--show', image])).trim()
    devices.push(device)
    await asRoot('mount', ['-o', 'errors=remount-ro', device, directory])
    await asRoot('chmod', ['1777', directory])
  }
  const first = join(folder, 'first')
  await writeFile(first, Buffer.alloc(bytes))
  await asRoot('mkfs.ext4', ['-q', '-F', first])
  await attach(first)
  return {
    directory,
    async turnReadOnly() {
      await asRoot('sh', ['-c', `sync; echo 1 > /sys/fs/ext4/${basename(devices[0] ?? '')}/trigger_fs_error`])
      const mounts = await readFile('/proc/mounts', 'utf8')
      const line = mounts.split('\n').find((text) => text.includes(` ${directory} `)) ?? ''
      if (!/[ ,](?:ro|emergency_ro)[ ,]/.test(line)) throw new Error(`still to be written to: ${line}`)
    },
    async repair() {
      // What is open keeps the disk busy; and the same device would be the same read-only disk once more.
      await asRoot('umount', ['--lazy', directory])
      const second = join(folder, 'second')
      await copyFile(first, second)
      const checked = await runAsRoot('e2fsck', ['-fy', second])
      if ((checked.code ?? 8) > 2) throw new Error(`e2fsck: ${checked.stdout}${checked.stderr}`)
      await attach(second)
    },
    async remove() {
      await runAsRoot('umount', ['--lazy', directory])
      for (const device of devices) await runAsRoot('losetup', ['--detach', device])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function asRoot(command: string, args: readonly string[]): Promise<string> {
  const ended = await runAsRoot(command, args)
  if (ended.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${ended.stderr}`)
  return ended.stdout
}
