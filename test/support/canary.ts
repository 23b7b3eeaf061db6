import { type FileHandle, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A password nobody else has, and every form in which it could be written down. */
export type Canary = {
  readonly text: string
  /** the forms in which these bytes hold it */
  formsIn(bytes: Buffer): string[]
  /** files under a folder that hold it, with the form; files that are gone by now don't */
  leaksIn(folder: string): Promise<string[]>
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').replaceAll('=', '')

export function makeCanary(username: string): Canary {
  const text = 'Kanarienvogel~7Zq+x9/Wp%42'
  const forms: readonly (readonly [string, Buffer])[] = [
    ['plain', Buffer.from(text)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['Base64', Buffer.from(base64(text))],
    ['AUTH PLAIN', Buffer.from(base64(`\0${username}\0${text}`))],
    ['URL-encoded', Buffer.from(encodeURIComponent(text))],
    ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
  ]
  const formsIn = (bytes: Buffer): string[] =>
    forms.flatMap(([name, form]) => (bytes.includes(form) ? [name] : []))
  return {
    text,
    formsIn,
    leaksIn: async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      if (files.length === 0) throw new Error(`nothing to search in ${folder}`)
      const found = files.map(async (file) => {
        // A file that is gone by now was one that Chromium keeps for a moment.
        const bytes = await readFile(file).catch(() => Buffer.alloc(0))
        return formsIn(bytes).map((form) => `${file}: ${form}`)
      })
      return (await Promise.all(found)).flat()
    },
  }
}

/** The process and all its children, by /proc. */
export async function processTree(root: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(
    all.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const
    }),
  )
  const tree = new Set([root])
  for (let size = 0; size !== tree.size; ) {
    size = tree.size
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid)
  }
  return [...tree]
}

const pieceBytes = 4 * 1024 * 1024
/** Longer than whatever is looked for: a piece begins with the end of the one before. */
const overlapBytes = 4096

/** Whatever a process has in memory and may read, but for unchanged parts of files; in pieces that overlap. */
export async function* memoryOf(pid: number): AsyncGenerator<Buffer> {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8')
  const memory = await open(`/proc/${pid}/mem`, 'r')
  try {
    for (const [, from, to, writable, file] of maps.matchAll(
      /^([0-9a-f]+)-([0-9a-f]+) r([w-])\S+ \S+ \S+ \d+ *(\/)?/gm,
    )) {
      if (writable === '-' && file !== undefined) continue
      yield* piecesOf(memory, Number.parseInt(from ?? '', 16), Number.parseInt(to ?? '', 16))
    }
  } finally {
    await memory.close()
  }
}

async function* piecesOf(memory: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += pieceBytes - overlapBytes) {
    const piece = Buffer.alloc(Math.min(pieceBytes, to - at))
    // Pages of devices and of the kernel can't be read this way, nor can what was unmapped meanwhile.
    const read = await memory.read(piece, 0, piece.length, at).catch(() => null)
    if (read) yield piece.subarray(0, read.bytesRead)
  }
}
