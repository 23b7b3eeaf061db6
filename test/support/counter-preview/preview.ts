import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { createWindowDouble } from '../window-double/window-double.ts'
import { scenarios } from './scenarios.ts'

// The page in a plain browser, in front of the double: ?scenario=crowded&language=it&theme=dark
const asked = new URLSearchParams(location.search)
const start = scenarios[asked.get('scenario') ?? 'everyday']
if (!start) throw new Error(`scenarios: ${Object.keys(scenarios).join(', ')}`)

const base = start()
const snapshot: Snapshot = {
  ...base,
  app: {
    ...base.app,
    preferences: {
      language: asked.get('language') === 'it' ? 'it' : 'en',
      theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    },
  },
}

Object.assign(window, { companion: createWindowDouble(snapshot).bridge })
await import('../../../renderer/main.tsx')
