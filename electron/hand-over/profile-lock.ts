import { execFile } from 'node:child_process'
import { open, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Is a Mozilla program running with this profile (nsProfileLock)? Linux: the link `lock` names a living Mozilla program,
 * or `.parentlock` is locked; macOS: `.parentlock` is open; Windows: `parent.lock` can't be opened.
 */
export async function isProfileInUse(folder: string, platform: string): Promise<boolean> {
  if (platform === 'win32') return isHeldOpen(join(folder, 'parent.lock'))
  const lock = join(folder, '.parentlock')
  if (platform === 'darwin') {
    // lsof ends with 1 when nobody has the file open.
    return run('/usr/sbin/lsof', ['-t', '--', lock]).then(
      ({ stdout }) => stdout.trim() !== '',
      () => false,
    )
  }
  return (await linksToLivingProgram(join(folder, 'lock'))) || (await isLocked(lock))
}

async function isHeldOpen(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r+')
    await handle.close()
    return false
  } catch (fault) {
    return !(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')
  }
}

/** `127.0.1.1:+4711`; the link stays behind when the program crashed, and its number may be another program's since. */
async function linksToLivingProgram(link: string): Promise<boolean> {
  const pid = Number(/:\+?(\d+)$/.exec(await readlink(link).catch(() => ''))?.[1])
  if (!Number.isInteger(pid) || (await stat(`/proc/${pid}`).catch(() => null)) === null) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null || /thunderbird|betterbird|icedove|seamonkey|firefox/i.test(command)
}

/** proc(5): the inode is the last of the three numbers between colons. */
async function isLocked(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  const locks = await readFile('/proc/locks', 'utf8').catch(() => '')
  return (
    found !== null &&
    locks.split('\n').some((line) => line.split(' ').some((word) => word.endsWith(`:${found.ino}`)))
  )
}
