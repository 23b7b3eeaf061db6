import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files under a folder that hold this text, as UTF-8, UTF-16 or Base64. */
export async function filesWithText(directory: string, text: string): Promise<readonly string[]> {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(base64Core(text))]
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const holds = await Promise.all(
    files.map(async (file) => {
      // Chromium removes files of its own while it runs.
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      return forms.some((form) => bytes.includes(form))
    }),
  )
  return files.filter((_, index) => holds[index])
}

/** The part of a Base64 form that does not depend on what follows the text. */
function base64Core(text: string): string {
  return Buffer.from(text)
    .toString('base64')
    .slice(0, Math.floor(text.length / 3) * 4)
}
