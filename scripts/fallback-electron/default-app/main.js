// What Electron's own default app does, as far as development and tests need it: `electron [-r FILE]… FOLDER`.
// An ES module with top-level await, because Electron holds `ready` back until its main module has finished: the
// app opened here must still be able to register its protocol before that.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const [, ...words] = process.argv
const requireFrom = createRequire(resolve('from-here.js'))

/** Splits the command line into modules to require first and the app folder; switches are Chromium's. */
function readCommandLine() {
  const modules = []
  let folder = null
  for (let index = 0; index < words.length && folder === null; index += 1) {
    const word = words[index]
    if (word === '-r' || word === '--require') modules.push(words[(index += 1)])
    else if (!word.startsWith('-')) folder = resolve(word)
  }
  return { modules, folder }
}

if (words.includes('--version') || words.includes('-v')) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}

const { modules, folder } = readCommandLine()
if (folder === null) {
  process.stderr.write('Usage: electron [-r FILE] FOLDER\n')
  process.exit(2)
}
const manifest = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
for (const module of modules) requireFrom(module)
await import(pathToFileURL(resolve(folder, manifest.main)).href)
