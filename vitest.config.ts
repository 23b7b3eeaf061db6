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
      // One app at a time, after everything else: two windows on one display would fight over the focus.
      project('e2e', seconds(120), {
        globalSetup: ['test/support/display.ts'],
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
})
