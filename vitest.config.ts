import { defineConfig } from 'vitest/config'

const seconds = (count: number): number => count * 1000

/** One project a kind of test, so that `vitest run --project unit` is all a quick check needs. */
const project = (name: string, timeoutMs: number, own: object = {}) => ({
  test: {
    name,
    environment: 'node',
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...own,
  },
})

const app = { globalSetup: ['test/support/display.ts'] }

/** End-to-end files that count milliseconds, so that nothing else may keep the processors busy. */
const measuring = ['full-queue', 'many-sign-ins', 'many-users'].map((name) => `test/e2e/${name}.test.ts`)

export default defineConfig({
  test: {
    reporters: ['default'],
    // By default one processor is left free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      // electron-store imports the electron package, which would download a program nobody starts here.
      project('unit', seconds(10), { env: { ELECTRON_OVERRIDE_DIST_PATH: 'unused' } }),
      project('contract', seconds(30)),
      project('integration', seconds(90), { env: { ELECTRON_OVERRIDE_DIST_PATH: 'unused' } }),
      project('torture', seconds(120)),
      // After everything else: an app in its window is several busy processes.
      project('e2e', seconds(120), { ...app, exclude: measuring, sequence: { groupOrder: 1 } }),
      // One at a time: these say how long something may take.
      project('e2e-measuring', seconds(120), {
        ...app,
        include: measuring,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
})
