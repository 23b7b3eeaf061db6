import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// `vite -c test/support/counter-preview/vite.config.ts`: the page without Electron, to look at its many states.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: { target: 'chrome130', modulePreload: { polyfill: false } },
})
