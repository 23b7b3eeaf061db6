import './page-safety.ts'
// Before what draws: main gets the answer ready while the rest of the page is still being read.
import { firstAnswer, pageStore } from './state/page-store.ts'
import './mantine-styles.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startWords } from './words/i18n.ts'

// Waited for in a function: were it the module, every part that other screens use too would become a file of its own.
async function draw(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  await firstAnswer
  const snapshot = pageStore.getState().snapshot
  const words = await startWords(
    snapshot?.app.preferences.language ?? (navigator.language.startsWith('it') ? 'it' : 'en'),
  )
  createRoot(root).render(<App store={pageStore} words={words} />)
}

void draw()
