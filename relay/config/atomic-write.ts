import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Replaces a file's content so that a crash leaves either the old one or the new one, whole and on disk. Keeps the
 * mode of the file that was there (0600 when there was none) and writes through a symbolic link.
 * Throws the system's error; the old file is then untouched.
 */
export function writeFileAtomically(file: string, content: string): void {
  const existing = statSync(file, { throwIfNoEntry: false })
  const target = existing ? realpathSync(file) : file
  const directory = dirname(target)
  const temporary = join(directory, `.${basename(target)}.${randomBytes(6).toString('hex')}`)
  try {
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeWhole(descriptor, Buffer.from(content, 'utf8'))
      fchmodSync(descriptor, existing ? existing.mode & 0o777 : 0o600)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, target)
  } catch (fault) {
    rmSync(temporary, { force: true })
    throw fault
  }
  syncDirectory(directory)
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}

// The rename itself is safe only when its directory is on disk; Windows has no way to ask for it and needs none.
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(directory, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
