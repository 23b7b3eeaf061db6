import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Programs that Node or Electron's main process run, as ES modules: name in dist/ → source. */
const nodeEntries = {
  'relay/cli': 'relay/cli.ts',
  'relay/main': 'relay/main.ts',
  'relay/secrets/keyring-process': 'relay/secrets/keyring-process.ts',
  'electron/main': 'electron/main.ts',
}

const entriesThatExist = (entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, source]) => [name, fromRoot(source)] as const)
      .filter(([, source]) => existsSync(source)),
  )

// Native modules, and what only the runtime can give. Everything else is bundled: one file opens faster than hundreds.
const external = ['electron', 'node:sqlite', '@napi-rs/keyring', '@photostructure/sqlite']

// Electron 33, on which the tests run, has Node 20.18 and Chromium 130 inside.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'

/** Removes what an earlier build left. Afterwards, not before: a build that fails leaves the last one usable. */
async function removeOlder(folder: string, timeMs: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    // A second of grace for file systems that keep coarse times.
    if (entry.isFile() && (await stat(path)).mtimeMs < timeMs - 1000) await rm(path, { force: true })
  }
}

export default defineConfig({
  root: fromRoot('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      const startedAtMs = Date.now()
      const environments = Object.values(builder.environments).filter(({ config }) => {
        const { input } = config.build.rolldownOptions
        return typeof input === 'object' && Object.keys(input).length > 0
      })
      // One part that fails doesn't keep the others from being built: each is then told, and fails the build.
      const outcomes = await Promise.allSettled(environments.map((environment) => builder.build(environment)))
      const problems = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
      if (problems.length === 1) throw problems[0]
      if (problems.length > 1) throw new AggregateError(problems, problems.map(String).join('\n'))
      await removeOlder(fromRoot('dist'), startedAtMs)
    },
  },
  environments: {
    client: {
      build: {
        outDir: fromRoot('dist/renderer'),
        emptyOutDir: false,
        target: pageTarget,
        modulePreload: { polyfill: false },
        // Inlined assets would need `data:` in the page's content security policy.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: {
          input: entriesThatExist({ index: 'renderer/index.html' }),
          output: {
            // What page-safety sets must hold before the first schema is made, so it is loaded together with zod.
            codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|page-safety/ }] },
          },
        },
      },
    },
    node: {
      consumer: 'server',
      resolve: { noExternal: true, external, conditions: ['module', 'node', 'import', 'default'] },
      build: {
        outDir: fromRoot('dist'),
        emptyOutDir: false,
        ssr: true,
        target: nodeTarget,
        minify: false,
        rolldownOptions: {
          input: entriesThatExist(nodeEntries),
          platform: 'node',
          external,
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            // The engine keeps the text of what runs: without comments it is a fifth shorter, and its lines stay lines.
            comments: false,
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: fromRoot('dist/electron'),
        emptyOutDir: false,
        ssr: true,
        target: nodeTarget,
        minify: false,
        rolldownOptions: {
          input: entriesThatExist({ preload: 'electron/ipc/preload.ts' }),
          platform: 'node',
          external: ['electron'],
          // A sandboxed preload is one CommonJS file: it can't import another.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
})
