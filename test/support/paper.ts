import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnApp } from './own-app.ts'
import { runProcess } from './running-process.ts'

/** What the window would put on A4, page by page, as another program (poppler-utils) reads it. */
export async function onPaper(app: OwnApp): Promise<readonly string[]> {
  const base64 = await app.running().app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const pdf = await window?.webContents.printToPDF({ pageSize: 'A4' })
    return pdf?.toString('base64') ?? ''
  })
  const folder = await mkdtemp(join(tmpdir(), 'paper-'))
  const file = join(folder, 'sheet.pdf')
  await writeFile(file, Buffer.from(base64, 'base64'))
  const read = await runProcess('pdftotext', ['-layout', file, '-'])
  await rm(folder, { recursive: true })
  if (read.code !== 0) throw new Error(`pdftotext: ${read.stderr}`)
  return read.stdout.split('\f').filter((page) => page.trim() !== '')
}
