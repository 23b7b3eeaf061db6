import './page-safety.ts'
import './mantine-styles.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createCompanionStore } from './state/companion-store.ts'
import { startWords } from './words/i18n.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

const store = createCompanionStore(window.companion)
await store.start()

const snapshot = store.getState().snapshot
const words = await startWords(
  snapshot?.app.preferences.language ?? (navigator.language.startsWith('it') ? 'it' : 'en'),
)
createRoot(root).render(<App store={store} words={words} />)
